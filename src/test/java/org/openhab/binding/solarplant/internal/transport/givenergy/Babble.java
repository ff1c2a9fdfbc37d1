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

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What might come over a wire: sound frames among everything that can go wrong with them. */
@NonNullByDefault
final class Babble {
    private static final List<byte[]> SOUND = Stream.of(Wire.READ_RESPONSE, Wire.ERROR_RESPONSE, Wire.WRITE_RESPONSE,
            Wire.HEARTBEAT, Wire.READ_REQUEST).map(Wire::bytes).toList();
    private static final List<byte[]> LONG = List.of(
            Wire.FRAMES.read(0x32, 4, Wire.INVERTER, 60, Collections.nCopies(60, 0x5959)),
            Wire.FRAMES.read(0x11, 3, Wire.INVERTER, 0, Collections.nCopies(125, 1)), Wire.FRAMES.nothing(0x33),
            Wire.FRAMES.lan("192.0.2.10,255.255.255.0,192.0.2.1\r\n\r\n"));

    private final Random random;

    Babble(long seed) {
        random = new Random(seed);
    }

    /** Any bytes, most of them near to frames. */
    byte[] stream() {
        var bytes = new ByteArrayOutputStream();
        for (int parts = random.nextInt(6); parts >= 0; parts--) {
            bytes.writeBytes(part());
        }
        return bytes.toByteArray();
    }

    /** Any sound frame. */
    byte[] frame() {
        List<byte[]> from = random.nextInt(4) == 0 ? LONG : SOUND;
        return from.get(random.nextInt(from.size())).clone();
    }

    /** How many bytes come at a time: mostly few, sometimes many, never more than there are. */
    int chunk(int left) {
        return Math.min(left, 1 + random.nextInt(1 << random.nextInt(10)));
    }

    private byte[] part() {
        byte[] frame = frame();
        return switch (random.nextInt(8)) {
            case 0 -> noise(random.nextInt(40));
            case 1 -> Arrays.copyOf(frame, random.nextInt(frame.length));
            case 2 -> Arrays.copyOfRange(frame, random.nextInt(frame.length), frame.length);
            case 3 -> {
                frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
                yield frame;
            }
            case 4 -> Arrays.copyOf(Wire.bytes("59590001"), random.nextInt(5));
            case 5 -> header();
            default -> frame;
        };
    }

    /** A header that may be in the limits and announces what does not come. */
    private byte[] header() {
        byte[] bytes = Wire.bytes("5959000100000102");
        bytes[4] = (byte) random.nextInt(3);
        bytes[5] = (byte) random.nextInt(256);
        bytes[7] = (byte) random.nextInt(4);
        return bytes;
    }

    private byte[] noise(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
