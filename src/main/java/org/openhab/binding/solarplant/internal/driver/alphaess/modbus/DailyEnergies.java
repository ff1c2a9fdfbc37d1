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
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Count;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;

/** The energies of today as what the totals gained since local midnight: no register has them (alphaess.md §4.10). */
@NonNullByDefault
final class DailyEnergies {

    private static final List<String> FLOWS = List.of("pv", "import", "export", "charge", "discharge", "load",
            "grid-charge");

    private final String serial;
    private final Supplier<ZoneId> zone;
    private final Map<String, DayCounter> counters = new LinkedHashMap<>();

    /**
     * @param serial whose energies they are
     * @param zone where its days begin
     * @param remembered what was known before a restart, of this system or of another
     */
    DailyEnergies(String serial, Supplier<ZoneId> zone, Optional<MidnightEnergies> remembered) {
        this.serial = serial;
        this.zone = zone;
        Map<String, Count> own = remembered.filter(energies -> energies.serial().equals(serial))
                .map(MidnightEnergies::counts).orElse(Map.of());
        FLOWS.forEach(flow -> counters.put(flow, new DayCounter(Optional.ofNullable(own.get(flow)))));
    }

    /** The values with the energies of today beside the totals, as far as the count of midnight is known. */
    Map<Metric, Value> addTo(Map<Metric, Value> values, Instant at) {
        ZoneId here = zone.get();
        Instant midnight = at.atZone(here).toLocalDate().atStartOfDay(here).toInstant();
        Map<Metric, Value> more = new HashMap<>(values);
        counters.forEach((flow, counter) -> {
            if (values.get(Metrics.of("energy#" + flow + "-total")) instanceof Value.Amount(BigDecimal total)) {
                counter.take(new Count(at, total), midnight).ifPresent(
                        gained -> more.put(Metrics.of("energy#" + flow + "-today"), new Value.Amount(gained)));
            }
        });
        return more;
    }

    /** What is to be remembered; nothing while no count of midnight is known. */
    Optional<MidnightEnergies> midnight() {
        Map<String, Count> counts = new LinkedHashMap<>();
        counters.forEach((flow, counter) -> counter.base().ifPresent(count -> counts.put(flow, count)));
        return counts.isEmpty() ? Optional.empty() : Optional.of(new MidnightEnergies(serial, counts));
    }
}
