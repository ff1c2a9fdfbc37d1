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
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.alert.Finding.Side;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Sample;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * A number that must not go beyond a limit.
 *
 * @param kinds whose number it is
 * @param wrong beyond this it is wrong
 * @param right from here on it is right again; on which side of the other this lies says where beyond is
 */
@NonNullByDefault
record Limit(Set<DeviceKind> kinds, Metric metric, BigDecimal wrong, BigDecimal right) implements Rule {

    /** Percentage points; a battery at rest drifts by one or two. */
    private static final int CHARGE_HYSTERESIS = 5;
    /** Kelvin. */
    private static final int TEMPERATURE_HYSTERESIS = 5;

    /** The battery of an inverter as a whole; its packs follow it. */
    static Limit ofStateOfCharge(int percent) {
        return new Limit(Set.of(DeviceKind.INVERTER), Metrics.of("battery#state-of-charge"),
                BigDecimal.valueOf(percent), BigDecimal.valueOf(percent + CHARGE_HYSTERESIS));
    }

    static Limit ofInverterTemperature(int degrees) {
        return above(degrees, Set.of(DeviceKind.INVERTER), Metrics.of("status#temperature"));
    }

    /** Whoever measures it. */
    static Limit ofBatteryTemperature(int degrees) {
        return above(degrees, Set.of(DeviceKind.INVERTER, DeviceKind.BATTERY), Metrics.of("battery#temperature"));
    }

    private static Limit above(int degrees, Set<DeviceKind> kinds, Metric metric) {
        return new Limit(kinds, metric, BigDecimal.valueOf(degrees),
                BigDecimal.valueOf(degrees - TEMPERATURE_HYSTERESIS));
    }

    @Override
    public Map<String, Finding> judge(Collection<Watched> things, Instant now) {
        Map<String, Finding> findings = new HashMap<>();
        things.forEach(thing -> finding(thing).ifPresent(finding -> findings.put(thing.name(), finding)));
        return findings;
    }

    /** How this thing fares; nothing if it has no such number now. */
    Optional<Finding> finding(Watched thing) {
        return thing.state().filter(state -> kinds.contains(thing.kind()))
                .map(state -> state.samples().get(metric)).flatMap(this::finding);
    }

    private Optional<Finding> finding(Sample sample) {
        return sample instanceof Sample(Value.Amount(BigDecimal number), Instant at)
                ? Optional.of(new Finding(side(number), at))
                : Optional.empty();
    }

    private Side side(BigDecimal number) {
        int inward = right.compareTo(wrong);
        if (number.compareTo(wrong) * inward < 0) {
            return Side.WRONG;
        }
        return number.compareTo(right) * inward >= 0 ? Side.RIGHT : Side.BETWEEN;
    }
}
