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
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How fast a counter of energy may run: by the rated power of its device, and at once by one counting step more.
 *
 * @param perHour kWh
 * @param step kWh, by which coarse counters step
 */
@NonNullByDefault
record CounterLimit(BigDecimal perHour, BigDecimal step) {

    /** Most inverters count in tenths of a kilowatt-hour. */
    private static final BigDecimal STEP = new BigDecimal("0.1");
    /** What flows through the inverter, by its AC side: a fifth more than rated, for what is over the rating for a while. */
    private static final BigDecimal OWN = new BigDecimal("1.2");
    /** Panels may be made for more than the inverter, which charges its battery from the rest. */
    private static final BigDecimal PANELS = BigDecimal.TWO;
    /** A house draws and sends through its connection whatever else is there, too. */
    private static final BigDecimal CONNECTION = BigDecimal.TEN;
    /** No home has more than a megawatt; and one of which nothing is known may count in large steps. */
    static final CounterLimit ANY = new CounterLimit(BigDecimal.valueOf(1000), BigDecimal.TEN);
    /** Devices renew some counters this rarely, and add what they have gained meanwhile at once. */
    private static final Duration SELDOM = Duration.ofMinutes(15);
    /** Some devices count in whole kWh. */
    private static final BigDecimal COARSE = BigDecimal.ONE;
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    /**
     * The limit of this counter.
     *
     * @param rated what its device is rated, in W; nothing if nobody knows
     */
    static CounterLimit of(Metric metric, Optional<BigDecimal> rated) {
        return rated.map(watts -> new CounterLimit(watts.movePointLeft(3).multiply(factor(metric)), STEP)).orElse(ANY);
    }

    private static BigDecimal factor(Metric metric) {
        String flow = metric.id().substring(metric.id().indexOf('#') + 1);
        if (flow.startsWith("pv-") || flow.startsWith("string-")) {
            return PANELS;
        }
        return flow.startsWith("import-") || flow.startsWith("export-") || flow.startsWith("load-") ? CONNECTION : OWN;
    }

    /** Whether a counter can have gained so much, which is not negative, in that time; a negative time counts as none. */
    boolean allows(BigDecimal gain, Duration time) {
        BigDecimal hours = BigDecimal.valueOf(Math.max(0, time.toSeconds())).divide(SECONDS_PER_HOUR,
                MathContext.DECIMAL64);
        return gain.signum() >= 0 && gain.compareTo(perHour.multiply(hours).add(step)) <= 0;
    }

    /** Whether a counter that its device renews rarely, or counts in coarse steps, can have gained so much. */
    boolean allowsAtOnce(BigDecimal gain, Duration time) {
        return gain.signum() >= 0 && gain.compareTo(COARSE) <= 0
                || allows(gain, time.compareTo(SELDOM) < 0 ? SELDOM : time);
    }
}
