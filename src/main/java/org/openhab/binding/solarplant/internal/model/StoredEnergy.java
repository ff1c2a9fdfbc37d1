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
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The plant's batteries taken together: their capacity and how full they are. */
@NonNullByDefault
final class StoredEnergy {

    private static final Metric STATE_OF_CHARGE = Metrics.of("battery#state-of-charge");
    private static final Metric CAPACITY = Metrics.of("battery#capacity");
    private static final int DECIMALS = 1;

    private StoredEnergy() {}

    static void addTo(Map<Metric, Value> totals, Collection<DeviceState> inverters) {
        List<DeviceState> batteries = inverters.stream().filter(state -> state.number(STATE_OF_CHARGE).isPresent())
                .toList();
        Sums.of(inverters, CAPACITY).ifPresent(capacity -> totals.put(CAPACITY, new Value.Amount(capacity)));
        if (!batteries.isEmpty()) {
            totals.put(STATE_OF_CHARGE, new Value.Amount(mean(batteries)));
        }
    }

    /** Weighted by capacity; a plain mean as soon as the capacity of one battery is not known. */
    private static BigDecimal mean(List<DeviceState> batteries) {
        boolean known = batteries.stream()
                .allMatch(state -> state.number(CAPACITY).filter(capacity -> capacity.signum() > 0).isPresent());
        Function<DeviceState, BigDecimal> weight = known
                ? state -> state.number(CAPACITY).orElseThrow()
                : state -> BigDecimal.ONE;
        BigDecimal weights = batteries.stream().map(weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal stored = batteries.stream()
                .map(state -> weight.apply(state).multiply(state.number(STATE_OF_CHARGE).orElseThrow()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return stored.divide(weights, MathContext.DECIMAL64).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
