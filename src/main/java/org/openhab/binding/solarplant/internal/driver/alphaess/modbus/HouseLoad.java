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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * What the house draws, in W, by the AC side: what the inverter puts out, the grid brings and a meter counts of other
 * generators. The register map adds up strings and battery instead, in which the inverter's own losses count as load
 * (105 W of 1275 W at night, 130 W at noon); that stays where the AC side is not told, or differs by more than an
 * inverter loses: then moments or scales do not match.
 */
@NonNullByDefault
final class HouseLoad {

    private static final Metric LOAD = Metrics.of("load#power");
    private static final Metric PV = Metrics.of("pv#power");
    private static final Metric OUTPUT = Metrics.of("output#power");
    private static final Metric GRID = Metrics.of("grid#power");
    private static final Metric BATTERY = Metrics.of("battery#power");
    private static final Metric MODE = Metrics.of("status#run-mode");
    private static final Value OFF_GRID = new Value.Text("eps");

    /** An inverter never gives more than it gets; registers of one poll differ by moments. */
    private static final BigDecimal LEAST_LOSS = BigDecimal.valueOf(-100);
    /** Own use, and a quarter of what flows. */
    private static final BigDecimal MOST_LOSS = BigDecimal.valueOf(200);
    private static final BigDecimal LOST_SHARE = new BigDecimal("0.25");

    private HouseLoad() {}

    /** The values of a poll with the load by the AC side, as far as that is known. */
    static Map<Metric, Value> on(Map<Metric, Value> values) {
        Optional<BigDecimal> output = number(values, OUTPUT);
        Optional<BigDecimal> grid = number(values, GRID);
        if (!values.containsKey(LOAD) || output.isEmpty() || grid.isEmpty()
                || OFF_GRID.equals(values.get(MODE))) {
            return values;
        }
        BigDecimal strings = strings(values);
        BigDecimal input = strings.add(number(values, BATTERY).orElse(BigDecimal.ZERO));
        if (!mayBeLost(input.subtract(output.get()), input)) {
            return values;
        }
        BigDecimal besides = number(values, PV).map(pv -> pv.subtract(strings)).orElse(BigDecimal.ZERO);
        BigDecimal load = output.get().add(grid.get()).add(besides).max(BigDecimal.ZERO);
        Map<Metric, Value> better = new HashMap<>(values);
        better.put(LOAD, new Value.Amount(load));
        return better;
    }

    private static boolean mayBeLost(BigDecimal loss, BigDecimal input) {
        return loss.compareTo(LEAST_LOSS) >= 0
                && loss.compareTo(input.abs().multiply(LOST_SHARE).add(MOST_LOSS)) <= 0;
    }

    private static BigDecimal strings(Map<Metric, Value> values) {
        return values.keySet().stream().filter(metric -> metric.type().channelType().equals("pv-string-power"))
                .flatMap(metric -> number(values, metric).stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<BigDecimal> number(Map<Metric, Value> values, Metric metric) {
        return values.get(metric) instanceof Value.Amount(BigDecimal number) ? Optional.of(number) : Optional.empty();
    }
}
