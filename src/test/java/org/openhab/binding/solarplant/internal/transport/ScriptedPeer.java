/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** A peer that answers each request with given bytes, whatever was asked: for what no device of a simulator says. */
@NonNullByDefault
public final class ScriptedPeer implements AutoCloseable {

    /** What is done with a request: bytes to write, and how the connection goes on. */
    public interface Answer {
        void give(Socket socket, byte[] request) throws IOException;
    }

    private static final int REQUEST_LENGTH_TCP = 12;
    private static final int REQUEST_LENGTH_RTU = 8;

    private final ServerSocket server;
    private final Framing framing;
    private final Answer answer;
    private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger requests = new AtomicInteger();

    public ScriptedPeer(Framing framing, Answer answer) throws IOException {
        this.framing = framing;
        this.answer = answer;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Answers every request with these bytes. */
    static ScriptedPeer saying(Framing framing, String hex) throws IOException {
        return new ScriptedPeer(framing, (socket, request) -> write(socket, HexFormat.ofDelimiter(" ").parseHex(hex)));
    }

    public static void write(Socket socket, byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    public ModbusEndpoint endpoint(Duration requestTimeout) {
        return new ModbusEndpoint(server.getInetAddress().getHostAddress(), server.getLocalPort(), framing,
                Duration.ofSeconds(2), requestTimeout, Duration.ZERO, Duration.ZERO);
    }

    int requests() {
        return requests.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        int length = framing == Framing.TCP ? REQUEST_LENGTH_TCP : REQUEST_LENGTH_RTU;
        try (socket) {
            socket.setTcpNoDelay(true);
            for (byte[] request = socket.getInputStream().readNBytes(length); request.length == length; request = socket
                    .getInputStream().readNBytes(length)) {
                requests.incrementAndGet();
                answer.give(socket, request);
            }
        } catch (IOException e) {
            // the other side has had enough
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : List.copyOf(sockets)) {
            socket.close();
        }
    }
}
