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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever comes, and however it is chopped: the same frames, a small buffer, no exception. */
@NonNullByDefault
class AnyBytesTest {

    @Property(tries = 100_000, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void anyChunkingGivesTheSameFrames(@ForAll long seed) {
        Babble babble = new Babble(seed);
        byte[] bytes = babble.stream();
        FrameStream whole = new FrameStream();
        List<Frame> expected = Wire.feed(whole, bytes);
        FrameStream chopped = new FrameStream();
        List<Frame> frames = new ArrayList<>();
        for (int at = 0; at < bytes.length;) {
            int chunk = babble.chunk(bytes.length - at);
            frames.addAll(Wire.feed(chopped, Arrays.copyOfRange(bytes, at, at + chunk)));
            at += chunk;
            assertTrue(chopped.pending() < Layout.MOST_BYTES);
        }
        assertEquals(expected, frames, () -> Wire.hex(bytes));
        assertEquals(whole.skipped(), chopped.skipped(), () -> Wire.hex(bytes));
        assertEquals(whole.pending(), chopped.pending(), () -> Wire.hex(bytes));
    }

    @Property(tries = 5_000, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void afterAnythingSoundFramesAreFoundAgain(@ForAll long seed) {
        Babble babble = new Babble(seed);
        FrameStream stream = new FrameStream();
        Wire.feed(stream, babble.stream());
        // a header that announced the most has swallowed its fill by then
        byte[] quiet = new byte[Layout.MOST_BYTES];
        Wire.feed(stream, quiet);
        for (int i = 0; i < 5; i++) {
            byte[] frame = babble.frame();
            assertEquals(List.of(FrameDecoder.decode(frame)), Wire.feed(stream, frame));
        }
    }

    @Property(tries = 20_000)
    void anyBytesAreDecodedWithoutFailure(@ForAll byte[] bytes, @ForAll long seed) {
        FrameDecoder.decode(bytes);
        byte[] frame = new Babble(seed).frame();
        System.arraycopy(bytes, 0, frame, 0, Math.min(bytes.length, frame.length));
        FrameDecoder.decode(frame);
    }
}
