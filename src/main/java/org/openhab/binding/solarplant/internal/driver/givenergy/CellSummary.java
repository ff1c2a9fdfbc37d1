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
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;

/** What follows from a battery's single values and that it does not tell itself: extremes of its cells, and its power. */
@NonNullByDefault
final class CellSummary {

    private static final Metric VOLTAGE = Metrics.of("battery#voltage");
    private static final Metric CURRENT = Metrics.of("battery#current");
    private static final Metric POWER = Metrics.of("battery#power");

    private CellSummary() {}

    static Reading of(Reading reading) {
        Map<Metric, Value> values = new HashMap<>(reading.values());
        List<BigDecimal> voltages = numbers(values, "cells", "cell-{n}-voltage");
        if (!voltages.isEmpty()) {
            BigDecimal least = voltages.stream().reduce(BigDecimal::min).orElseThrow();
            BigDecimal most = voltages.stream().reduce(BigDecimal::max).orElseThrow();
            put(values, "cells#min-voltage", least);
            put(values, "cells#max-voltage", most);
            put(values, "cells#spread", most.subtract(least));
        }
        List<BigDecimal> temperatures = numbers(values, "cells", "cell-{n}-temperature");
        if (!temperatures.isEmpty()) {
            put(values, "cells#min-temperature", temperatures.stream().reduce(BigDecimal::min).orElseThrow());
            put(values, "cells#max-temperature", temperatures.stream().reduce(BigDecimal::max).orElseThrow());
        }
        if (values.get(VOLTAGE) instanceof Value.Amount(BigDecimal volt)
                && values.get(CURRENT) instanceof Value.Amount(BigDecimal ampere)) {
            values.putIfAbsent(POWER, new Value.Amount(volt.multiply(ampere).setScale(0, RoundingMode.HALF_UP)));
        }
        return reading.with(values);
    }

    private static List<BigDecimal> numbers(Map<Metric, Value> values, String group, String pattern) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().type().group().equals(group)
                        && entry.getKey().type().pattern().equals(pattern))
                .flatMap(entry -> entry.getValue() instanceof Value.Amount(BigDecimal number)
                        ? Stream.of(number)
                        : Stream.empty())
                .toList();
    }

    private static void put(Map<Metric, Value> values, String id, BigDecimal number) {
        values.putIfAbsent(Metrics.of(id), new Value.Amount(number));
    }
}
