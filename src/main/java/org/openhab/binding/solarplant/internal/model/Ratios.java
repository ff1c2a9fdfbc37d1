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
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** How much of today's use the plant covered by itself, and how much of today's sun it kept. */
@NonNullByDefault
final class Ratios {

    private static final Metric SELF_SUFFICIENCY = Metrics.of("ratio#self-sufficiency");
    private static final Metric SELF_CONSUMPTION = Metrics.of("ratio#self-consumption");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 1;

    private Ratios() {}

    /**
     * Adds the ratios.
     *
     * @param totals the plant's energies of today
     * @param today of whom they are made
     */
    static void addTo(Map<Metric, Value> totals, EnergyTotals today) {
        add(totals, SELF_SUFFICIENCY, number(totals, Energies.TODAY.load().getFirst()), today.importOfLoad());
        add(totals, SELF_CONSUMPTION, today.pvOfExport(), number(totals, Energies.TODAY.out().getFirst()));
    }

    /** The share of the whole that did not go over the grid, 0 to 100 %; nothing as long as the whole is zero. */
    private static void add(Map<Metric, Value> totals, Metric ratio, Optional<BigDecimal> whole,
            Optional<BigDecimal> overGrid) {
        whole.filter(all -> all.signum() > 0).flatMap(all -> overGrid.map(part -> share(all, part)))
                .ifPresent(share -> totals.put(ratio, new Value.Amount(share)));
    }

    private static BigDecimal share(BigDecimal all, BigDecimal overGrid) {
        return all.subtract(overGrid).multiply(HUNDRED).divide(all, DECIMALS, RoundingMode.HALF_UP)
                .max(BigDecimal.ZERO).min(HUNDRED);
    }

    private static Optional<BigDecimal> number(Map<Metric, Value> totals, Metric metric) {
        return totals.get(metric) instanceof Value.Amount(BigDecimal number) ? Optional.of(number) : Optional.empty();
    }
}
