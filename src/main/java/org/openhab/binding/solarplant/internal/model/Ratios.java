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

import org.eclipse.jdt.annotation.NonNullByDefault;

/** How much of today's use the plant covered by itself, and how much of today's sun it kept. */
@NonNullByDefault
final class Ratios {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 1;

    private Ratios() {}

    static void addTo(Map<Metric, Value> totals) {
        add(totals, "ratio#self-sufficiency", "energy#load-today", "energy#import-today");
        add(totals, "ratio#self-consumption", "energy#pv-today", "energy#export-today");
    }

    /** The share of the whole that did not go over the grid, 0 to 100 %; nothing as long as the whole is zero. */
    private static void add(Map<Metric, Value> totals, String ratio, String whole, String overGrid) {
        if (totals.get(Metrics.of(whole)) instanceof Value.Amount(BigDecimal all) && all.signum() > 0
                && totals.get(Metrics.of(overGrid)) instanceof Value.Amount(BigDecimal part)) {
            BigDecimal share = all.subtract(part).multiply(HUNDRED).divide(all, DECIMALS, RoundingMode.HALF_UP);
            totals.put(Metrics.of(ratio), new Value.Amount(share.max(BigDecimal.ZERO).min(HUNDRED)));
        }
    }
}
