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

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.HexFormat;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Talks to a simulator in bytes, written and read as hexadecimal text. */
@NonNullByDefault
final class RawClient implements AutoCloseable {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");
    private static final int PATIENCE_MILLIS = 2000;

    private final Socket socket;
    private final DataInputStream in;

    RawClient(ModbusSimulator simulator) throws IOException {
        this(simulator.host(), simulator.port());
    }

    RawClient(String host, int port) throws IOException {
        socket = new Socket(host, port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(socket.getInputStream());
    }

    RawClient patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
        return this;
    }

    void send(String hex) throws IOException {
        socket.getOutputStream().write(HEX.parseHex(hex));
    }

    /** The next bytes; throws where they do not come. */
    String receive(int bytes) throws IOException {
        byte[] received = new byte[bytes];
        in.readFully(received);
        return HEX.formatHex(received);
    }

    /** Sends a request and reads an answer of as many bytes as the expected one has. */
    String ask(String request, String expected) throws IOException {
        send(request);
        return receive(HEX.parseHex(expected).length);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
