/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.givenergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cutting and resynchronisation as of givenergy.md §1.2, in one piece and byte by byte. */
@NonNullByDefault
class FrameStreamTest {
    private static final Frame FIRST = Wire.decode(Wire.READ_RESPONSE);
    private static final Frame SECOND = Wire.decode(Wire.WRITE_RESPONSE);

    @Test
    void severalFramesInOneSegment() {
        check(List.of(FIRST, SECOND, Wire.decode(Wire.HEARTBEAT), FIRST), 0, Wire.READ_RESPONSE, Wire.WRITE_RESPONSE,
                Wire.HEARTBEAT, Wire.READ_RESPONSE);
    }

    @Test
    void garbageBeforeBetweenAndBehind() {
        check(List.of(FIRST, SECOND), 12, "0102617364", Wire.READ_RESPONSE, "59590002", Wire.WRITE_RESPONSE,
                "0099ff595900");
    }

    @ParameterizedTest
    @ValueSource(strings = {"59590001ffff0102", "59590001000b0101", "59590001001c0202", "59590001001cff01",
            "59590001001c0103", "59590001012d0102", "5959000100000000"})
    void aHeaderBeyondTheLimitsIsNone(String header) {
        check(List.of(FIRST), 8, header, Wire.READ_RESPONSE);
    }

    @Test
    void unitZeroIsAccepted() {
        String frame = Wire.READ_RESPONSE.replaceFirst("^(59590001....)01", "$100");
        check(List.of(FIRST), 0, frame);
    }

    @Test
    void aFrameCutShortGivesWayToTheNext() {
        byte[] whole = Wire.bytes(Wire.READ_RESPONSE);
        for (int cut = 4; cut < whole.length - 3; cut++) {
            String head = Wire.hex(Arrays.copyOf(whole, cut));
            check(List.of(SECOND, FIRST), cut, head, Wire.WRITE_RESPONSE, Wire.READ_RESPONSE);
        }
    }

    @Test
    void aFrameThatLacksItsLastBytesIsNoticedAndGivesWayToTheNext() {
        byte[] whole = Wire.bytes(Wire.READ_RESPONSE);
        for (int cut = whole.length - 3; cut < whole.length; cut++) {
            FrameStream stream = new FrameStream();
            assertInstanceOf(Frame.BadChecksum.class, Wire
                    .feed(stream, Wire.bytes(Wire.hex(Arrays.copyOf(whole, cut)), "595900")).getFirst());
            assertEquals(List.of(SECOND), Wire.feed(stream, Wire.bytes(Wire.WRITE_RESPONSE.substring(6))));
        }
    }

    @Test
    void whatIsNotSoundIsHandedOnAsSuch() {
        byte[] bad = Wire.bytes(Wire.READ_RESPONSE);
        bad[bad.length - 1] ^= 1;
        check(List.of(new Frame.BadChecksum(FIRST), SECOND), 0, Wire.hex(bad), Wire.WRITE_RESPONSE);
        byte[] field = Wire.bytes(Wire.READ_RESPONSE);
        field[20] = 1;
        check(List.of(new Frame.Malformed(56), SECOND), 0, Wire.hex(field), Wire.WRITE_RESPONSE);
    }

    @Test
    void holdsLessThanOneFrameOfWhateverLength() {
        FrameStream stream = new FrameStream();
        byte[] hungry = Wire.bytes("59590001012c0102");
        for (int i = 0; i < 1000; i++) {
            assertTrue(Wire.feed(stream, Arrays.copyOf(hungry, 306)).stream()
                    .allMatch(frame -> frame instanceof Frame.Malformed));
            Wire.feed(stream, new byte[10_000]);
            assertTrue(stream.pending() < 306);
        }
    }

    @Test
    void waitsForTheRest() {
        FrameStream stream = new FrameStream();
        byte[] frame = Wire.bytes(Wire.READ_RESPONSE);
        assertEquals(List.of(), Wire.feed(stream, Arrays.copyOf(frame, 55)));
        assertEquals(55, stream.pending());
        assertEquals(List.of(FIRST), Wire.feed(stream, Arrays.copyOfRange(frame, 55, 56)));
        assertEquals(0, stream.pending());
        assertInstanceOf(Frame.Heartbeat.class, Wire.feed(stream, Wire.bytes(Wire.HEARTBEAT)).getFirst());
    }

    private static void check(List<Frame> expected, int skipped, String... hex) {
        byte[] bytes = Wire.bytes(hex);
        FrameStream whole = new FrameStream();
        assertEquals(expected, Wire.feed(whole, bytes));
        assertEquals(skipped, whole.skipped());
        FrameStream chopped = new FrameStream();
        List<Frame> frames = new ArrayList<>();
        for (byte one : bytes) {
            frames.addAll(Wire.feed(chopped, new byte[]{one}));
        }
        assertEquals(expected, frames);
        assertEquals(whole.skipped(), chopped.skipped());
        assertEquals(whole.pending(), chopped.pending());
    }
}
