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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A socket with one deadline for all that is read after a request. */
@NonNullByDefault
@Timeout(20)
class DeadlineSocketTest {
    private final DeadlineSocket socket = new DeadlineSocket();
    private ServerSocket server;
    private Socket peer;
    private InputStream in;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        socket.connect(server.getLocalSocketAddress());
        peer = server.accept();
        in = socket.getInputStream();
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        peer.close();
        server.close();
    }

    @Test
    void singleBytesKeepTheDeadlineToo() throws IOException {
        socket.begin(Duration.ofMillis(200));
        ScriptedPeer.write(peer, new byte[]{-1, 5});
        assertEquals(0xFF, in.read());
        assertEquals(5, in.read());
        assertArrayEquals(new byte[]{-1, 5}, socket.received());
        assertThrows(SocketTimeoutException.class, in::read);
        assertTrue(socket.timedOut());
        assertThrows(SocketTimeoutException.class, in::read, "over is over");
        socket.begin(Duration.ofSeconds(10));
        assertFalse(socket.timedOut());
        assertEquals(0, socket.received().length);
        peer.close();
        assertEquals(-1, in.read());
        assertTrue(socket.ended());
    }

    @Test
    void usableWhileItStandsAndIsQuiet() throws IOException {
        assertTrue(socket.isUsable());
        ScriptedPeer.write(peer, new byte[1]);
        assertFalse(socket.isUsable());
        assertTrue(socket.isUsable(), "what disturbed it is read away");
        peer.close();
        assertFalse(socket.isUsable());
        socket.close();
        assertFalse(socket.isUsable());
    }
}
