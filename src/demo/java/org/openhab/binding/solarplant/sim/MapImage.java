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

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Registers in a map. A write goes to the holding register of the same number, if there is one. */
@NonNullByDefault
public final class MapImage implements RegisterImage {
    private final Map<Space, Map<Integer, Integer>> spaces = Map.of(Space.HOLDING, new ConcurrentHashMap<>(),
            Space.INPUT, new ConcurrentHashMap<>());

    /** An image of given registers, address to 16 bits. */
    public static MapImage of(Map<Integer, Integer> holding, Map<Integer, Integer> input) {
        MapImage image = new MapImage();
        holding.forEach((address, value) -> image.put(Space.HOLDING, address, value));
        input.forEach((address, value) -> image.put(Space.INPUT, address, value));
        return image;
    }

    /** Sets registers from an address on; only the low 16 bits of each value count. */
    public MapImage put(Space space, int address, long... values) {
        for (int i = 0; i < values.length; i++) {
            registers(space).put(address + i, (int) (values[i] & 0xFFFF));
        }
        return this;
    }

    /** Sets a 32-bit value, low word at the lower address. */
    public MapImage putLong(Space space, int address, long value) {
        return put(space, address, value, value >> 16);
    }

    /** Sets a text, two characters a register, padded with spaces. */
    public MapImage putText(Space space, int address, int registers, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < registers; i++) {
            put(space, address + i, character(bytes, 2 * i) << 8 | character(bytes, 2 * i + 1));
        }
        return this;
    }

    /** Makes every address of a range readable, as reserved registers of real devices are. */
    public MapImage zeros(Space space, int first, int last) {
        for (int address = first; address <= last; address++) {
            registers(space).putIfAbsent(address, 0);
        }
        return this;
    }

    /** Takes a range out of the image: reading it is answered with exception 02. */
    public MapImage remove(Space space, int first, int last) {
        registers(space).keySet().removeIf(address -> address >= first && address <= last);
        return this;
    }

    @Override
    public OptionalInt read(Space space, int address) {
        Integer value = registers(space).get(address);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    @Override
    public Optional<ExceptionCode> write(Request request) {
        Map<Integer, Integer> holding = registers(Space.HOLDING);
        for (int i = 0; i < request.count(); i++) {
            if (!holding.containsKey(request.start() + i)) {
                return Optional.of(ExceptionCode.ILLEGAL_ADDRESS);
            }
        }
        for (int i = 0; i < request.count(); i++) {
            put(Space.HOLDING, request.start() + i, request.values().get(i));
        }
        return Optional.empty();
    }

    private static int character(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] : ' ';
    }

    private Map<Integer, Integer> registers(Space space) {
        return Objects.requireNonNull(spaces.get(space));
    }
}
