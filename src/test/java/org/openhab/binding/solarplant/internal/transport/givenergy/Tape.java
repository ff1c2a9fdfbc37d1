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

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.sim.DongleCapture;
import org.openhab.binding.solarplant.sim.DongleCapture.Kind;

/** A recording as the frames of both sides that it gives when it is fed into the code under test. */
@NonNullByDefault
final class Tape {
    private final Map<Kind, List<Frame>> frames = new EnumMap<>(Map.of(Kind.DONGLE, new ArrayList<>(), Kind.CLIENT,
            new ArrayList<>()));
    private long skipped;

    /** Plays a recording as it was, or chopped at random. */
    static Tape play(String recording, boolean chopped) throws IOException {
        Tape tape = new Tape();
        Random random = new Random(4);
        Map<Kind, FrameStream> streams = new EnumMap<>(Kind.class);
        for (DongleCapture.Line line : DongleCapture.lines(Captures.log(recording))) {
            if (line.kind() == Kind.GAP) {
                streams.clear();
                continue;
            }
            FrameStream stream = streams.computeIfAbsent(line.kind(), kind -> new FrameStream());
            long before = stream.skipped();
            byte[] bytes = line.bytes();
            for (int at = 0; at < bytes.length;) {
                int size = Math.min(bytes.length - at, chopped ? 1 + random.nextInt(40) : bytes.length);
                tape.frames(line.kind()).addAll(Wire.feed(stream, Arrays.copyOfRange(bytes, at, at + size)));
                at += size;
            }
            tape.skipped += stream.skipped() - before;
        }
        return tape;
    }

    List<Frame> frames(Kind side) {
        return frames.getOrDefault(side, List.of());
    }

    int count(Kind side, Class<? extends Frame> kind) {
        return (int) frames(side).stream().filter(kind::isInstance).count();
    }

    long skipped() {
        return skipped;
    }
}
