/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.givenergy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.driver.givenergy.Topology.Role;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * Whether an inverter has a battery: all of them have registers for one, which are zero where there is none. There is one
 * if a pack, a module or a stack was found, or if there is voltage at its terminals.
 */
@NonNullByDefault
final class BatteryPresence {

    /** V; less is no battery, whatever floats at the terminals: the smallest have 48 V. */
    private static final BigDecimal LEAST_VOLTAGE = BigDecimal.TEN;
    private static final Metric VOLTAGE = Metrics.of("battery#voltage");
    private static final Set<Metric> COUNTERS = Stream.of("charge", "discharge", "grid-charge")
            .flatMap(flow -> Stream.of("energy#" + flow + "-today", "energy#" + flow + "-total")).map(Metrics::of)
            .collect(Collectors.toUnmodifiableSet());

    private final boolean found;

    /**
     * @param topology what was found behind the adapter
     */
    BatteryPresence(Topology topology) {
        found = Set.of(Role.PACK, Role.MODULE, Role.STACK).stream().anyMatch(role -> !topology.of(role).isEmpty());
    }

    /** The reading of an inverter, without what a battery would tell if it has none. */
    Reading in(Reading reading) {
        if (found || reading.values().get(VOLTAGE) instanceof Value.Amount(BigDecimal volt)
                && volt.compareTo(LEAST_VOLTAGE) >= 0) {
            return reading;
        }
        Map<Metric, Value> values = new HashMap<>(reading.values());
        values.keySet().removeIf(metric -> metric.type().group().equals("battery"));
        values.keySet().removeIf(metric -> COUNTERS.contains(metric) && isZero(values.get(metric)));
        return reading.with(values);
    }

    private static boolean isZero(@Nullable Value value) {
        return value instanceof Value.Amount(BigDecimal number) && number.signum() == 0;
    }
}
