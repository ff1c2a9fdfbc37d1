/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** One client of a dongle: its frames are read in a thread of its own, and everything is sent to it. */
@NonNullByDefault
final class DongleClient implements Reception.Client {
    private static final int HEARTBEAT = 1;
    private static final int MOST_UNANSWERED = 3;

    private final Socket socket;
    private final Consumer<byte[]> requests;
    private final Consumer<byte[]> replies;
    private final AtomicInteger unanswered = new AtomicInteger();

    DongleClient(Socket socket, int idleMillis, Consumer<byte[]> requests, Consumer<byte[]> replies)
            throws IOException {
        this.socket = socket;
        this.requests = requests;
        this.replies = replies;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(idleMillis);
    }

    @Override
    public void run() {
        try (socket) {
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            while (true) {
                byte[] body = DongleFrames.next(in);
                if (body[1] == HEARTBEAT) {
                    unanswered.set(0);
                    replies.accept(body);
                } else {
                    requests.accept(body);
                }
            }
        } catch (IOException e) {
            // the end of a connection, whoever wanted it: the client sees it, and it is nobody else's business
        }
    }

    void send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            close();
        }
    }

    /** Sends a heartbeat, or closes the connection to a client that left three of them unanswered. */
    void heartbeat(byte[] frame) {
        if (unanswered.getAndIncrement() < MOST_UNANSWERED) {
            send(frame);
        } else {
            close();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed either way
        }
    }
}
