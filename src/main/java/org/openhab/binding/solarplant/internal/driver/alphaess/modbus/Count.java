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
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How far a counter was at a time.
 *
 * @param at when it was read
 * @param total kWh
 */
@NonNullByDefault
record Count(Instant at, BigDecimal total) {

    /** The most that a counter of any home may gain, in kWh per hour, and what it may gain at once by rounding. */
    private static final BigDecimal MOST_GAIN_PER_HOUR = BigDecimal.valueOf(1000);
    private static final BigDecimal MOST_GAIN_AT_ONCE = BigDecimal.valueOf(10);
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    /** Whether the counter can have come here from there; if not, one of the two is garbage, or it began anew. */
    boolean follows(Count before) {
        BigDecimal gain = total.subtract(before.total);
        BigDecimal seconds = BigDecimal.valueOf(Math.max(0, Duration.between(before.at, at).toSeconds()));
        BigDecimal most = MOST_GAIN_PER_HOUR.multiply(seconds).divide(SECONDS_PER_HOUR, MathContext.DECIMAL64)
                .add(MOST_GAIN_AT_ONCE);
        return gain.signum() >= 0 && gain.compareTo(most) <= 0;
    }

    /** How long before or after that time it was read. */
    Duration distance(Instant time) {
        return Duration.between(at, time).abs();
    }

    /** Reads what {@link #toString} wrote; nothing if the text is anything else. */
    static Optional<Count> parse(String text) {
        String[] parts = text.split("/", 2);
        try {
            return parts.length == 2
                    ? Optional.of(new Count(Instant.parse(parts[0]), new BigDecimal(parts[1])))
                    : Optional.empty();
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return at + "/" + total.toPlainString();
    }
}
