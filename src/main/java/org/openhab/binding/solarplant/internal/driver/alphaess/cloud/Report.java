/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Source;
import org.openhab.binding.solarplant.internal.model.Value;

/** What is known of a system as readings of its devices. */
@NonNullByDefault
record Report(CloudSystem system, Sheet sheet, Cadence cadence, Instant at) {

    private static final Metric POWER = Metrics.of("battery#power");
    private static final Metric STATE_OF_CHARGE = Metrics.of("battery#state-of-charge");
    private static final Metric CAPACITY = Metrics.of("battery#capacity");
    private static final Metric REMAINING = Metrics.of("battery#remaining-capacity");
    private static final Metric USABLE_CAPACITY = Metrics.of("battery#usable-capacity");
    private static final Metric USABLE_SHARE = Metrics.of("battery#usable-share");
    private static final int DECIMALS = 2;
    /** The powers that go through the inverter, strings before it included; one system may have up to three of them. */
    private static final Set<String> RATED = Set.of("pv-string-power", "battery-power", "output-power",
            "output-phase-power");
    private static final BigDecimal MOST_TIMES = BigDecimal.valueOf(3);

    /** Whether nothing is known of the system itself. */
    boolean isEmpty() {
        return sheet.of(system.id()).isEmpty();
    }

    /** The inverter first, then what rides on it. */
    List<Reading> readings(List<Device> chargers, DeviceId pvMeter, int rejected) {
        Map<Metric, Value> values = new HashMap<>(sheet.of(system.id()));
        if (system.hasNoBattery()) {
            values.keySet().removeIf(metric -> metric.type().group().equals(CAPACITY.type().group()));
        }
        if (cadence.isFull()) {
            values.putAll(system.values());
        }
        int before = values.size();
        values.entrySet().removeIf(entry -> isBeyond(entry.getKey(), entry.getValue()));
        List<Reading> readings = new ArrayList<>();
        readings.add(reading(system.inverter(), values, rejected + before - values.size()));
        system.batteryDevice().ifPresent(battery -> readings.add(reading(battery, ofBattery(values), 0)));
        if (!sheet.of(pvMeter).isEmpty()) {
            readings.add(reading(new Device(pvMeter, system.id(), Map.of()), sheet.of(pvMeter), 0));
        }
        chargers.forEach(charger -> readings.add(reading(charger, sheet.of(charger.id()), 0)));
        return readings;
    }

    /** Whether an inverter of this size cannot have such a power. */
    private boolean isBeyond(Metric metric, Value value) {
        return RATED.contains(metric.type().channelType()) && value instanceof Value.Amount(BigDecimal power)
                && system.plate().rated().filter(rated -> power.abs().compareTo(rated.multiply(MOST_TIMES)) > 0)
                        .isPresent();
    }

    private Reading reading(Device device, Map<Metric, Value> values, int rejected) {
        return new Reading(device, Source.CLOUD, at, cadence, values, rejected);
    }

    private Map<Metric, Value> ofBattery(Map<Metric, Value> inverter) {
        Map<Metric, Value> values = new HashMap<>();
        for (Metric metric : List.of(POWER, STATE_OF_CHARGE, CAPACITY, USABLE_CAPACITY, USABLE_SHARE)) {
            Optional.ofNullable(inverter.get(metric)).ifPresent(value -> values.put(metric, value));
        }
        remaining(inverter).ifPresent(value -> values.put(REMAINING, value));
        return values;
    }

    /** What is stored now: the installed capacity as far as it is full (alphaess.md §1.15). */
    private Optional<Value> remaining(Map<Metric, Value> inverter) {
        return inverter.get(STATE_OF_CHARGE) instanceof Value.Amount(BigDecimal percent)
                ? system.capacity().map(kwh -> new Value.Amount(
                        kwh.multiply(percent).movePointLeft(2).setScale(DECIMALS, RoundingMode.HALF_UP)))
                : Optional.empty();
    }
}
