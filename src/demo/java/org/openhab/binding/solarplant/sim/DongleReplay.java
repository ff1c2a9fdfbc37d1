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

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Plays a recording into register images: the last sound answer about each register counts. */
@NonNullByDefault
final class DongleReplay {
    private static final int START = 0x59590001;
    private static final int UNIT = 26;
    private static final int WORDS = 38;

    private final Map<Integer, MapImage> registers = new TreeMap<>();
    private final Map<Integer, MapImage> products = new TreeMap<>();
    private final Map<Integer, String> serials = new TreeMap<>();
    private byte[] rest = new byte[0];

    void take(DongleCapture.Line line) {
        switch (line.kind()) {
            case GAP -> rest = new byte[0];
            case CLIENT -> {
            }
            case DONGLE -> {
                rest = DongleResponder.joined(rest, line.bytes());
                cut();
            }
        }
    }

    Map<Integer, DongleDevice> devices() {
        Map<Integer, DongleDevice> devices = new TreeMap<>();
        serials.forEach((unit, serial) -> devices.put(unit, new DongleDevice(serial,
                registers.getOrDefault(unit, new MapImage()), products.getOrDefault(unit, new MapImage()))));
        return devices;
    }

    /** Recordings are aligned: a frame follows the other, and only gaps break one off. */
    private void cut() {
        ByteBuffer bytes = ByteBuffer.wrap(rest);
        while (bytes.remaining() >= 6) {
            int at = bytes.position();
            int size = 6 + Short.toUnsignedInt(bytes.getShort(at + 4));
            if (bytes.getInt(at) != START) {
                throw new IllegalArgumentException("not aligned");
            }
            if (bytes.remaining() < size) {
                break;
            }
            byte[] frame = new byte[size];
            bytes.get(frame);
            apply(frame);
        }
        rest = Arrays.copyOfRange(rest, bytes.position(), rest.length);
    }

    private void apply(byte[] frame) {
        int end = frame.length - 2;
        if (frame[7] != 2 || end < WORDS + 4) {
            return;
        }
        int unit = frame[UNIT] & 0xFF;
        int function = frame[UNIT + 1] & 0xFF;
        byte[] covered = Arrays.copyOfRange(frame, UNIT, end);
        boolean read = function == Request.READ_HOLDING || function == Request.READ_INPUT || function == 0x16;
        if (!read || !Arrays.equals(DongleFrames.sealed(covered), Arrays.copyOfRange(frame, UNIT, frame.length))) {
            return;
        }
        serials.put(unit, new String(frame, UNIT + 2, 10, StandardCharsets.ISO_8859_1));
        ByteBuffer words = ByteBuffer.wrap(frame, WORDS, end - WORDS);
        int start = Short.toUnsignedInt(words.getShort());
        long[] values = new long[Short.toUnsignedInt(words.getShort())];
        for (int i = 0; i < values.length; i++) {
            values[i] = words.getShort();
        }
        MapImage image = (function == 0x16 ? products : registers).computeIfAbsent(unit, any -> new MapImage());
        image.put(function == Request.READ_HOLDING ? Space.HOLDING : Space.INPUT, start, values);
    }
}
