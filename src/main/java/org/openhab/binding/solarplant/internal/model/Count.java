/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How far a counter of energy was at a time.
 *
 * @param at when it was read
 * @param total kWh
 */
@NonNullByDefault
public record Count(Instant at, BigDecimal total) {

    /** The most that a counter of any home may gain, in kWh per hour, and what it may gain at once by rounding. */
    private static final BigDecimal MOST_GAIN_PER_HOUR = BigDecimal.valueOf(1000);
    private static final BigDecimal MOST_GAIN_AT_ONCE = BigDecimal.valueOf(10);
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    /** Whether the counter can have come here from there; if not, one of the two is garbage, or it began anew. */
    public boolean follows(Count before) {
        BigDecimal gain = total.subtract(before.total);
        BigDecimal seconds = BigDecimal.valueOf(Math.max(0, Duration.between(before.at, at).toSeconds()));
        BigDecimal most = MOST_GAIN_PER_HOUR.multiply(seconds).divide(SECONDS_PER_HOUR, MathContext.DECIMAL64)
                .add(MOST_GAIN_AT_ONCE);
        return gain.signum() >= 0 && gain.compareTo(most) <= 0;
    }
}
