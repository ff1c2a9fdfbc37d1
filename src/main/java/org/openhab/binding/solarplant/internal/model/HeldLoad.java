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
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Keeps what a house has used from going back: it is made of counters that step at different times, some of which are
 * taken off. It stands still until they have caught up, as long as the same devices speak for the plant. When it is made
 * of other counters than before, it goes on from where it is.
 */
@NonNullByDefault
final class HeldLoad {

    private static final List<Metric> METRICS = List.of(Metrics.of("energy#load-today"),
            Metrics.of("energy#load-total"));

    /** By so many kWh counters disagree only because they step at different times. */
    private static final BigDecimal SMALL = BigDecimal.ONE;

    private final Map<Metric, BigDecimal> highest = new HashMap<>();
    /** Of how many counters each sum is made. */
    private final Map<Metric, Long> parts = new HashMap<>();
    /** What is to be added to each sum, in kWh. */
    private final Map<Metric, BigDecimal> offsets = new HashMap<>();
    private @Nullable Roles speakers;
    private LocalDate day = LocalDate.MIN;

    /**
     * Holds the plant's sums.
     *
     * @param totals in which they are replaced
     * @param counted of what they are made
     * @param roles who speaks for the plant
     */
    void hold(Map<Metric, Value> totals, Collection<CountedDevice> counted, Roles roles) {
        if (speakers != null && !roles.equals(speakers)) {
            highest.clear();
            offsets.clear();
        }
        speakers = roles;
        METRICS.forEach(metric -> hold(totals, metric, parts(counted, metric)));
    }

    /** A day begins at zero. */
    void startDay(LocalDate today) {
        if (!today.equals(day)) {
            day = today;
            highest.keySet().removeIf(Metric::isDailyCounter);
            offsets.keySet().removeIf(Metric::isDailyCounter);
        }
    }

    /** How far it has been in this day, and in total. */
    Held held() {
        return new Held(day, Map.copyOf(highest));
    }

    /** Goes on from where it was before a restart, if it has not got any further. */
    void restore(Held before) {
        if (day.equals(LocalDate.MIN)) {
            day = before.day;
        }
        before.highest.forEach((metric, number) -> {
            if (!metric.isDailyCounter() || before.day.equals(day)) {
                highest.merge(metric, number, BigDecimal::max);
            }
        });
    }

    /**
     * How far the house's use has been.
     *
     * @param day of the one of today
     */
    record Held(LocalDate day, Map<Metric, BigDecimal> highest) {}

    /** A device has left: less may have been used in total. */
    void leave() {
        highest.keySet().removeIf(Metric::isLifetimeCounter);
        offsets.keySet().removeIf(Metric::isLifetimeCounter);
    }

    private static long parts(Collection<CountedDevice> counted, Metric metric) {
        return counted.stream()
                .mapToLong(device -> device.flows().size() + device.counters().keySet().stream()
                        .filter(counter -> counter.isDailyCounter() == metric.isDailyCounter()).count())
                .sum();
    }

    private void hold(Map<Metric, Value> totals, Metric metric, long made) {
        if (totals.get(metric) instanceof Value.Amount(BigDecimal number)) {
            Long before = parts.put(metric, made);
            if (before == null || before != made) {
                BigDecimal missing = highest.getOrDefault(metric, number).subtract(number);
                offsets.put(metric, missing.compareTo(SMALL) > 0 ? missing : BigDecimal.ZERO);
            }
            BigDecimal sum = number.add(offsets.getOrDefault(metric, BigDecimal.ZERO));
            BigDecimal most = highest.merge(metric, sum, BigDecimal::max);
            totals.put(metric, new Value.Amount(most));
        }
    }
}
