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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever bytes come as an answer, in whatever chunks: registers or a {@link TransportException}, and in time. */
@NonNullByDefault
class AnyAnswerTest {
    private static final Duration PATIENCE = Duration.ofMillis(40);
    private static final Duration SLACK = Duration.ofSeconds(2);

    /** Sends the bytes in chunks of these sizes, taken in turn. */
    private static void send(Socket socket, byte[] bytes, List<Integer> chunks) throws IOException {
        int sent = 0;
        for (int i = 0; sent < bytes.length; i++) {
            int size = chunks.isEmpty() ? bytes.length : chunks.get(i % chunks.size());
            int end = Math.min(bytes.length, sent + size);
            ScriptedPeer.write(socket, Arrays.copyOfRange(bytes, sent, end));
            sent = end;
        }
    }

    private static void check(Framing framing, byte[] answer, List<Integer> chunks, boolean hangUp, int count)
            throws IOException, InterruptedException {
        try (ScriptedPeer peer = new ScriptedPeer(framing, (socket, request) -> {
            send(socket, answer, chunks);
            if (hangUp) {
                socket.close();
            }
        }); ModbusTcpTransport wire = new ModbusTcpTransport(peer.endpoint(PATIENCE), Ticker.SYSTEM)) {
            long before = System.nanoTime();
            try {
                assertEquals(count, wire.read(1, RegisterSpace.INPUT, 5, count).length);
            } catch (TransportException e) {
                assertTrue(e.detail().length() < 500, e.detail());
            }
            assertTrue(System.nanoTime() - before < PATIENCE.plus(SLACK).toNanos(), "it took too long");
            assertTrue(peer.requests() <= 1, "no hidden retry");
        }
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void anyBytes(@ForAll Framing framing, @ForAll @Size(max = 600) byte[] answer,
            @ForAll @Size(max = 5) List<@IntRange(min = 1, max = 300) Integer> chunks, @ForAll boolean hangUp,
            @ForAll @IntRange(min = 1, max = 125) int count) throws Exception {
        check(framing, answer, chunks, hangUp, count);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void nearlyRightFrames(@ForAll("frames") byte[] answer,
            @ForAll @Size(max = 5) List<@IntRange(min = 1, max = 300) Integer> chunks, @ForAll boolean hangUp)
            throws Exception {
        check(Framing.TCP, answer, chunks, hangUp, 2);
    }

    /** Frames with the right beginning and any length, unit, function and byte count. */
    @Provide
    Arbitrary<byte[]> frames() {
        Arbitrary<Integer> length = Arbitraries.oneOf(Arbitraries.integers().between(0, 12),
                Arbitraries.of(255, 256, 260, 266, 267, 300, 0x7FFF, 0x8000, 0xFFFF));
        Arbitrary<Integer> functions = Arbitraries.of(3, 4, 0x83, 0x84, 1, 6, 16, 17, 20, 24, 43, 0x2B, 0, 0x80, 0xFF);
        Arbitrary<byte[]> bodies = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        return Combinators.combine(length, functions, Arbitraries.integers().between(0, 255), bodies)
                .as((bytes, function, registers, body) -> {
                    ByteArrayOutputStream frame = new ByteArrayOutputStream();
                    frame.writeBytes(new byte[]{0, 1, 0, 0, (byte) (bytes >> 8), bytes.byteValue(), 1,
                            function.byteValue(), registers.byteValue()});
                    frame.writeBytes(body);
                    return frame.toByteArray();
                });
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void rightAnswersInAnyChunks(@ForAll @Size(min = 1, max = 125) List<@IntRange(max = 0xFFFF) Integer> registers,
            @ForAll @Size(max = 5) List<@IntRange(min = 1, max = 300) Integer> chunks) throws Exception {
        int count = registers.size();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        registers.forEach(register -> {
            body.write(register >> 8);
            body.write(register);
        });
        try (ScriptedPeer peer = new ScriptedPeer(Framing.TCP, (socket, request) -> {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.writeBytes(new byte[]{request[0], request[1], 0, 0, (byte) (2 * count + 3 >> 8),
                    (byte) (2 * count + 3), request[6], request[7], (byte) (2 * count)});
            frame.writeBytes(body.toByteArray());
            send(socket, frame.toByteArray(), chunks);
        }); ModbusTcpTransport wire = new ModbusTcpTransport(peer.endpoint(SLACK), Ticker.SYSTEM)) {
            assertArrayEquals(registers.stream().mapToInt(Integer::intValue).toArray(),
                    wire.read(1, RegisterSpace.HOLDING, 5, count));
        }
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void streamWithoutEnd(@ForAll Framing framing, @ForAll @Size(min = 1, max = 64) byte[] pattern) throws Exception {
        try (ScriptedPeer peer = new ScriptedPeer(framing, (socket, request) -> {
            while (true) {
                ScriptedPeer.write(socket, pattern);
            }
        }); ModbusTcpTransport wire = new ModbusTcpTransport(peer.endpoint(PATIENCE), Ticker.SYSTEM)) {
            long before = System.nanoTime();
            try {
                wire.read(1, RegisterSpace.INPUT, 5, 2);
            } catch (TransportException e) {
                assertTrue(e.detail().length() < 500, e.detail());
            }
            assertTrue(System.nanoTime() - before < PATIENCE.plus(SLACK).toNanos(), "it took too long");
        }
    }
}
