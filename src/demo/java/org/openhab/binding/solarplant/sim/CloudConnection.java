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
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** One client of the cloud: reads requests and answers them until either side has enough. */
@NonNullByDefault
final class CloudConnection implements Reception.Client {
    private final Socket socket;
    private final CloudDesk desk;
    private final Closing closing;

    CloudConnection(Socket socket, CloudDesk desk, Closing closing) {
        this.socket = socket;
        this.desk = desk;
        this.closing = closing;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            CloudWriter answers = new CloudWriter(socket.getOutputStream(), closing);
            CloudCall call = CloudCall.read(in);
            // whoever asks once more because the other connections were just closed gets no answer either
            while (!closing.isOver()) {
                desk.serve(call, answers);
                if (call.isLast()) {
                    return;
                }
                call = CloudCall.read(in);
            }
        } catch (IOException e) {
            // the end of a connection, whoever wanted it: the client sees it, and it is nobody else's business
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
