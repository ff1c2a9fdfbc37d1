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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What a device has added to the plant's sums of energy, and what it is known to measure. It stays while the device is
 * silent: what was counted is counted.
 */
@NonNullByDefault
final class CountedDevice {

    /** The flows of which it matters whether the device has them at all. */
    private static final Set<Metric> FLOWS = Set.of(Flows.GRID, Flows.BATTERY, Flows.STRING_VOLTAGE);

    private final DeviceId id;
    private final Map<Metric, Counted> counters;
    private final Set<Metric> flows;
    private boolean managed;
    private boolean hasLeft;

    CountedDevice(DeviceId id) {
        this(id, Map.of(), Set.of(), false);
    }

    /** A device as it was before a restart. */
    CountedDevice(DeviceId id, Map<Metric, Counted> counters, Set<Metric> flows, boolean managed) {
        this.id = id;
        this.counters = new HashMap<>(counters);
        this.flows = new HashSet<>(flows);
        this.managed = managed;
    }

    /** Takes in what the device's counters are now. */
    void take(DeviceState state, ZoneId zone) {
        // while its EMS or gateway is silent it still lies behind it
        managed |= state.sources().contains(Source.ROLL_UP);
        hasLeft = false;
        FLOWS.stream().filter(state.samples()::containsKey).forEach(flows::add);
        state.samples().forEach((metric, sample) -> {
            if (Energies.isSummed(metric) && sample.value() instanceof Value.Amount(BigDecimal number)) {
                Counted before = counters.get(metric);
                counters.put(metric, before == null || isOtherDay(metric, before.at(), sample.at(), zone)
                        ? new Counted(number, sample.at(), BigDecimal.ZERO)
                        : next(before, metric, number, sample.at(), state.device()));
            }
        });
    }

    private static Counted next(Counted before, Metric metric, BigDecimal number, Instant now, Device device) {
        // most counters stand still from poll to poll
        return number.equals(before.told())
                ? new Counted(number, now, before.offset())
                : before.next(number, now, CounterLimit.of(metric, device.ratedPower()));
    }

    private static boolean isOtherDay(Metric metric, Instant before, Instant now, ZoneId zone) {
        return metric.isDailyCounter() && !DayCounter.day(before, zone).equals(DayCounter.day(now, zone));
    }

    /** Forgets what was counted on other days. */
    void startDay(LocalDate today, ZoneId zone) {
        counters.entrySet().removeIf(
                entry -> entry.getKey().isDailyCounter() && !DayCounter.day(entry.getValue().at(), zone).equals(today));
    }

    /** Forgets what was counted in total: the device is none of the plant any more. */
    void leave() {
        counters.keySet().removeIf(Metric::isLifetimeCounter);
        hasLeft = true;
    }

    /** Whether it is none of the plant any more, which only what it counted today is still a part of. */
    boolean hasLeft() {
        return hasLeft;
    }

    DeviceId id() {
        return id;
    }

    boolean isEmpty() {
        return counters.isEmpty();
    }

    /** Whether an EMS or a gateway tells of it, too. */
    boolean isManaged() {
        return managed;
    }

    /** Whether it has ever told this flow. */
    boolean has(Metric flow) {
        return flows.contains(flow);
    }

    Set<Metric> flows() {
        return flows;
    }

    Map<Metric, Counted> counters() {
        return counters;
    }

    /** How far a counter is, in kWh; nothing if it has none. */
    Optional<BigDecimal> number(Metric metric) {
        return Optional.ofNullable(counters.get(metric)).map(Counted::number);
    }
}
