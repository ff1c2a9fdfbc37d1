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

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * What a system has yielded in all (alphaess.md §1.5, getSumDataForCustomer). Its energies of today are those of another
 * endpoint once more, and its ratios are those of the whole life: neither is used.
 */
@NonNullByDefault
record Sums(DeviceId system) implements Section {

    /** Zero may be an outage; a system that is new has more after its first hour. */
    private static final Fields FIELDS = Fields.of("epvtotal energy#pv-total 0.001 100000000");

    /** In the currency of the tariff; null without one. A tariff may make it negative. */
    private static final Fields INCOME = Fields.of("""
            todayIncome energy#income-today -100000 100000
            totalIncome energy#income-total -1000000000 1000000000
            """);
    private static final List<Metric> INCOMES = List.of(Metrics.of("energy#income-today"),
            Metrics.of("energy#income-total"));
    private static final Metric CURRENCY = Metrics.of("energy#currency");

    @Override
    public String endpoint() {
        return "getSumDataForCustomer";
    }

    @Override
    public Duration timeToLive() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Optional<Sheet> read(Json data, ZonedDateTime now) {
        Sheet sheet = new Sheet();
        FIELDS.read(data, system, sheet);
        INCOME.read(data, system, sheet);
        data.at("moneyType").text().filter(text -> INCOMES.stream().anyMatch(sheet.of(system)::containsKey))
                .ifPresent(text -> sheet.put(system, CURRENCY, new Value.Text(text)));
        // some accounts are not told the total at all, and asking more often would not change that
        return Optional.of(sheet);
    }
}
