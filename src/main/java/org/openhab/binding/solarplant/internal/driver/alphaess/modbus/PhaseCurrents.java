/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.modbus;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;

/** Some units tell no currents of their meters, but 0: then they follow from power and voltage (alphaess.md §4.2). */
@NonNullByDefault
final class PhaseCurrents {

    /** Below so many A a current that is told in steps of 0.1 A may well be 0. */
    private static final BigDecimal LEAST = new BigDecimal("0.2");
    private static final List<String> GROUPS = List.of("grid", "meter");
    private static final int PHASES = 3;

    private PhaseCurrents() {}

    static Reading of(Reading reading) {
        Map<Metric, Value> values = new HashMap<>(reading.values());
        for (String group : GROUPS) {
            for (int phase = 1; phase <= PHASES; phase++) {
                derive(values, group + "#l" + phase);
            }
        }
        return values.equals(reading.values()) ? reading : reading.with(values);
    }

    private static void derive(Map<Metric, Value> values, String phase) {
        Metric current = Metrics.of(phase + "-current");
        if (values.get(current) instanceof Value.Amount(BigDecimal told) && told.signum() == 0
                && values.get(Metrics.of(phase + "-power")) instanceof Value.Amount(BigDecimal watts)
                && values.get(Metrics.of(phase + "-voltage")) instanceof Value.Amount(BigDecimal volts)) {
            // bounds keep the voltage away from 0
            BigDecimal derived = watts.divide(volts, 1, RoundingMode.HALF_UP);
            if (derived.abs().compareTo(LEAST) >= 0) {
                values.put(current, new Value.Amount(derived));
            }
        }
    }
}
