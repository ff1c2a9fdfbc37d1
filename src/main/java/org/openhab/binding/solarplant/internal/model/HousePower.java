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
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What the house uses without the EV chargers of the plant. One that does not tell its power is left out. */
@NonNullByDefault
final class HousePower {

    private static final Metric LOAD = Metrics.of("load#power");
    private static final Metric CHARGER = Metrics.of("charger#power");
    private static final Metric HOUSE = Metrics.of("load#house-power");

    private HousePower() {}

    /** Nothing is added for a plant without EV chargers: there it would be the load once more. */
    static void addTo(Map<Metric, Value> totals, Collection<DeviceState> devices) {
        List<DeviceState> chargers = devices.stream()
                .filter(state -> state.device().id().kind() == DeviceKind.EV_CHARGER).toList();
        if (!chargers.isEmpty() && totals.get(LOAD) instanceof Value.Amount(BigDecimal load)) {
            BigDecimal charging = Sums.of(chargers, CHARGER).orElse(BigDecimal.ZERO);
            totals.put(HOUSE, new Value.Amount(load.subtract(charging).max(BigDecimal.ZERO)));
        }
    }
}
