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

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.sim.DongleFrames;

/** Bytes for tests: the worked examples of givenergy.md §1.4, and frames of an invented plant. */
@NonNullByDefault
final class Wire {
    static final String READ_REQUEST = "59590001001c01024142313233344735363700000000000000081104000000067298";
    static final String READ_RESPONSE = "595900010032010257463132333447353637000000000000001e1104534131323334473536370000"
            + "000600010bee0bd50f290000095592e5";
    static final String ERROR_RESPONSE = "5959000100260102574631323334473536370000000000000012118453413132333447353637"
            + "000000785672";
    static final String WRITE_REQUEST = "59590001001c01024142313233344735363700000000000000081106001b00013a9d";
    static final String WRITE_RESPONSE = "5959000100260102574631323334473536370000000000000012110653413132333447353637"
            + "001b0001e5f6";
    static final String HEARTBEAT = "59590001000d01015746313233344735363701";

    static final String DONGLE = "WF1234G567";
    static final String INVERTER = "SA1234G567";
    static final DongleFrames FRAMES = new DongleFrames(DONGLE);

    private Wire() {}

    static byte[] bytes(String... hex) {
        return HexFormat.of().parseHex(String.join("", hex));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static BlockKey input(int unit, int start, int count) {
        return new BlockKey(unit, ReadFunction.INPUT, start, count);
    }

    static Frame decode(String hex) {
        return FrameDecoder.decode(bytes(hex));
    }

    /** Feeds some bytes and returns the frames that they complete. */
    static List<Frame> feed(FrameStream stream, byte[] bytes) {
        List<Frame> frames = new ArrayList<>();
        stream.accept(bytes, bytes.length, frames::add);
        return frames;
    }
}
