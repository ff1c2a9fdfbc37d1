/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.benchmark;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.sim.Request;

/** The requests of a poll, sent and answered without anybody looking at the answers: what the system's sockets cost. */
@NonNullByDefault
final class BareSocket implements AutoCloseable {

    private static final int REQUEST_BYTES = 12;
    private static final int LENGTH_OF_REST = 6;
    private static final int LENGTH_AT = 4;
    private static final int HEAD_BYTES = 6;
    private static final int MOST_BYTES = 260;
    private static final int TIMEOUT_MILLIS = 5000;

    private final Socket socket;
    private final OutputStream out;
    private final DataInputStream in;
    private final List<Request> reads;
    private final byte[] answer = new byte[MOST_BYTES];
    private final ByteBuffer request = ByteBuffer.allocate(REQUEST_BYTES);

    BareSocket(int port, List<Request> reads) throws IOException {
        this.reads = reads;
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        out = socket.getOutputStream();
        in = new DataInputStream(socket.getInputStream());
    }

    void poll() throws IOException {
        for (Request read : reads) {
            request.clear().putInt(0).putShort((short) LENGTH_OF_REST).put((byte) read.unit())
                    .put((byte) read.function()).putShort((short) read.start()).putShort((short) read.count());
            out.write(request.array());
            in.readFully(answer, 0, HEAD_BYTES);
            in.readFully(answer, HEAD_BYTES, ByteBuffer.wrap(answer).getShort(LENGTH_AT));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
