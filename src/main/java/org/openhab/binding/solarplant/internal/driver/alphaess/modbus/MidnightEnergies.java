/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.modbus;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Count;

/**
 * What the counters of a system said around its last midnight. Its text is kept in the memory, so that a restart
 * does not lose the day.
 *
 * @param serial the serial number of the system: another one counts from elsewhere
 * @param counts by the name of each flow, such as {@code import}
 */
@NonNullByDefault
record MidnightEnergies(String serial, Map<String, Count> counts) {

    /** Reads what {@link #toString} wrote; nothing if the text is anything else. */
    static Optional<MidnightEnergies> parse(String text) {
        String[] parts = text.split(";", -1);
        Map<String, Count> counts = new LinkedHashMap<>();
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            String[] words = part.split("=", 2);
            Optional<Count> count = words.length == 2 ? count(words[1]) : Optional.empty();
            if (count.isEmpty()) {
                return Optional.empty();
            }
            counts.put(words[0], count.get());
        }
        return counts.isEmpty() ? Optional.empty() : Optional.of(new MidnightEnergies(parts[0], counts));
    }

    /** The same counts of another device. */
    MidnightEnergies of(String other) {
        return new MidnightEnergies(other, counts);
    }

    @Override
    public String toString() {
        return serial + counts.entrySet().stream().map(count -> ";" + count.getKey() + "=" + text(count.getValue()))
                .collect(Collectors.joining());
    }

    private static String text(Count count) {
        return count.at() + "/" + count.total().toPlainString();
    }

    private static Optional<Count> count(String text) {
        String[] parts = text.split("/", 2);
        try {
            return parts.length == 2
                    ? Optional.of(new Count(Instant.parse(parts[0]), new BigDecimal(parts[1])))
                    : Optional.empty();
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
