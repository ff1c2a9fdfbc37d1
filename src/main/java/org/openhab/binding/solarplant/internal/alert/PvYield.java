/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.alert;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Sample;
import org.openhab.binding.solarplant.internal.model.Value;

/** What the panels of an inverter give for each kWp, where that says something of the sun. */
@NonNullByDefault
final class PvYield {

    private static final Metric PV = Metrics.of("pv#power");
    private static final Metric GRID = Metrics.of("grid#power");
    private static final Metric EXPORT_LIMIT = Metrics.of("settings#export-limit");
    private static final Metric STATE_OF_CHARGE = Metrics.of("battery#state-of-charge");
    private static final Metric MOST_CHARGE = Metrics.of("settings#max-state-of-charge");

    /** Clouds pass in minutes: what is older must not be compared with what is new. */
    private static final Duration OLDEST = Duration.ofMinutes(5);
    /** From so near to its end, in percentage points, a battery takes less than it could. */
    private static final BigDecimal NEARLY_FULL = BigDecimal.valueOf(2);
    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    /** Near its limit, an inverter that is held back swings around it by so much. */
    private static final BigDecimal SWING = new BigDecimal("0.9");
    private static final BigDecimal SWING_WATTS = BigDecimal.valueOf(100);

    private PvYield() {}

    /**
     * W for each kWp; nothing of an inverter that is not to be compared, does not tell it now, or may have been held back:
     * by a full battery, or by its export limit.
     */
    static Optional<BigDecimal> of(Watched thing, Instant now) {
        return thing.state().filter(state -> thing.isLive() && !isHeldBack(state))
                .flatMap(state -> power(state, now))
                .flatMap(power -> thing.pvPeak().map(peak -> power.divide(peak, MathContext.DECIMAL64)));
    }

    private static Optional<BigDecimal> power(DeviceState state, Instant now) {
        return state.samples().get(PV) instanceof Sample(Value.Amount(BigDecimal power), Instant at)
                && Duration.between(at, now).compareTo(OLDEST) <= 0 ? Optional.of(power) : Optional.empty();
    }

    private static boolean isHeldBack(DeviceState state) {
        BigDecimal full = state.number(MOST_CHARGE).orElse(FULL).subtract(NEARLY_FULL);
        boolean isFull = state.number(STATE_OF_CHARGE).filter(charge -> charge.compareTo(full) >= 0).isPresent();
        return isFull || state.number(EXPORT_LIMIT).map(limit -> limit.multiply(SWING).subtract(SWING_WATTS))
                .flatMap(limit -> state.number(GRID).map(power -> power.negate().compareTo(limit) >= 0))
                .orElse(false);
    }
}
