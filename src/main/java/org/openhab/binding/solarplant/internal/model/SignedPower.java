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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The powers that flow both ways. Positive is into the house's busbar; beside each stand its two parts, of which one is
 * zero and none is ever negative.
 *
 * @param power the signed power
 * @param inward the part that flows into the busbar: import, discharge
 * @param outward the part that flows out of it: export, charge
 */
@NonNullByDefault
record SignedPower(Metric power, Metric inward, Metric outward) {

    private static final List<SignedPower> ALL = List.of(grid("grid", "power"), battery("battery", "power"),
            grid("meter", "power"), grid("ems", "grid-power"), battery("ems", "battery-power"),
            grid("gateway", "grid-power"), battery("gateway", "battery-power"));
    private static final Set<Metric> PARTS = ALL.stream().flatMap(signed -> Stream.of(signed.inward, signed.outward))
            .collect(Collectors.toUnmodifiableSet());

    /** Puts the two parts beside each signed power among these values. */
    static void addParts(Map<Metric, Value> values) {
        for (SignedPower signed : ALL) {
            if (values.get(signed.power) instanceof Value.Amount amount) {
                values.put(signed.inward, new Value.Amount(amount.number().max(BigDecimal.ZERO)));
                values.put(signed.outward, new Value.Amount(amount.number().negate().max(BigDecimal.ZERO)));
            }
        }
    }

    /** Whether this is one of two parts. */
    static boolean isPart(Metric metric) {
        return PARTS.contains(metric);
    }

    /** The parts of this power; none if it is no signed one. */
    static List<Metric> parts(Metric metric) {
        return ALL.stream().filter(signed -> signed.power.equals(metric))
                .flatMap(signed -> Stream.of(signed.inward, signed.outward)).toList();
    }

    private static SignedPower grid(String group, String power) {
        return of(group, power, "import-power", "export-power");
    }

    private static SignedPower battery(String group, String power) {
        return of(group, power, "discharge-power", "charge-power");
    }

    private static SignedPower of(String group, String power, String inward, String outward) {
        return new SignedPower(Metrics.of(group + "#" + power), Metrics.of(group + "#" + inward),
                Metrics.of(group + "#" + outward));
    }
}
