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
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A request as a simulator received it.
 *
 * @param count how many registers it is about; 0 if the function is none that the simulator knows
 * @param values what a write carries
 */
@NonNullByDefault
public record Request(int unit, int function, int start, int count, List<Integer> values) {
    static final int READ_HOLDING = 3;
    static final int READ_INPUT = 4;
    static final int WRITE_ONE = 6;
    static final int WRITE_MANY = 16;

    /** A read, as tests expect it. */
    public static Request read(int unit, int function, int start, int count) {
        return new Request(unit, function, start, count, List.of());
    }

    static Request parse(int unit, byte[] pdu) {
        ByteBuffer bytes = ByteBuffer.wrap(pdu);
        int function = Byte.toUnsignedInt(bytes.get());
        if (bytes.remaining() < 4 || !List.of(READ_HOLDING, READ_INPUT, WRITE_ONE, WRITE_MANY).contains(function)) {
            return read(unit, function, 0, 0);
        }
        int start = Short.toUnsignedInt(bytes.getShort());
        int second = Short.toUnsignedInt(bytes.getShort());
        return switch (function) {
            case WRITE_ONE -> new Request(unit, function, start, 1, List.of(second));
            case WRITE_MANY -> new Request(unit, function, start, second, words(bytes));
            default -> read(unit, function, start, second);
        };
    }

    boolean touches(int first, int last) {
        return start <= last && start + Math.max(1, count) - 1 >= first;
    }

    private static List<Integer> words(ByteBuffer bytes) {
        int length = bytes.hasRemaining() ? Byte.toUnsignedInt(bytes.get()) : 0;
        int whole = Math.min(length, bytes.remaining()) / 2;
        return IntStream.range(0, whole).mapToObj(i -> Short.toUnsignedInt(bytes.getShort())).toList();
    }
}
