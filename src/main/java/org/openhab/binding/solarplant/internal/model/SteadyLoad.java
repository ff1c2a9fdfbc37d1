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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What a house has used is made of counters that step at different times, and in steps of up to a tenth of a kilowatt-hour,
 * so that it would go back and forth. It stands still until its parts have caught up.
 */
@NonNullByDefault
final class SteadyLoad {

    static final List<Metric> METRICS = List.of(Metrics.of("energy#load-today"), Metrics.of("energy#load-total"));
    /** A fall by more is none of the steps of its parts, in kWh. */
    private static final BigDecimal MOST_STEPS = BigDecimal.ONE;

    private final Map<Metric, BigDecimal> highest = new HashMap<>();
    private Set<DeviceId> counting = Set.of();
    private @Nullable LocalDate day;

    /** Whether this is such a sum, and it has fallen by no more than the steps of its parts. */
    static boolean isStep(Metric metric, BigDecimal before, BigDecimal now) {
        return METRICS.contains(metric) && now.compareTo(before) < 0
                && before.subtract(now).compareTo(MOST_STEPS) <= 0;
    }

    /**
     * Holds the plant's sums, as long as the same devices make them.
     *
     * @param totals in which they are replaced
     */
    void hold(Map<Metric, Value> totals, Collection<DeviceState> devices, ZoneId zone) {
        List<DeviceState> connected = devices.stream().filter(DeviceState::connected).toList();
        Set<DeviceId> now = connected.stream().map(state -> state.device().id()).collect(Collectors.toSet());
        if (!now.equals(counting)) {
            counting = now;
            highest.clear();
        }
        LocalDate today = connected.stream().map(DeviceState::lastUpdate).max(Comparator.naturalOrder())
                .map((Instant at) -> at.atZone(zone).toLocalDate()).orElse(null);
        if (today != null && !today.equals(day)) {
            day = today;
            highest.keySet().removeIf(Metric::isDailyCounter);
        }
        METRICS.forEach(metric -> hold(totals, metric));
    }

    private void hold(Map<Metric, Value> totals, Metric metric) {
        if (totals.get(metric) instanceof Value.Amount(BigDecimal number)) {
            BigDecimal before = highest.get(metric);
            if (before != null && isStep(metric, before, number)) {
                totals.put(metric, new Value.Amount(before));
            } else {
                highest.put(metric, number);
            }
        }
    }
}
