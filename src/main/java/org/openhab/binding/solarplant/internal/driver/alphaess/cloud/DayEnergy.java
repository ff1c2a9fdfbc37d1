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

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Count;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * The energies of today, which begins at midnight where the plant stands (alphaess.md §1.5, getOneDateEnergyBySn). At
 * night the cloud sometimes answers with zeros for a day that has long had more: within a date no counter falls.
 */
@NonNullByDefault
final class DayEnergy implements Section {

    private static final Fields FIELDS = Fields.of("""
            epv         energy#pv-today           0 5000
            eInput      energy#import-today       0 5000
            eOutput     energy#export-today       0 5000
            eCharge     energy#charge-today       0 5000
            eDischarge  energy#discharge-today    0 5000
            eGridCharge energy#grid-charge-today  0 5000
            """);
    /** The house used what came in less what went out (§1.15); the cloud has no field for it here. */
    private static final Map<Metric, BigDecimal> LOAD_TERMS = Map.of(Metrics.of("energy#pv-today"), BigDecimal.ONE,
            Metrics.of("energy#import-today"), BigDecimal.ONE, Metrics.of("energy#discharge-today"), BigDecimal.ONE,
            Metrics.of("energy#export-today"), BigDecimal.ONE.negate(), Metrics.of("energy#charge-today"),
            BigDecimal.ONE.negate());
    private static final Metric LOAD = Metrics.of("energy#load-today");
    private static final Duration BEGINNING = Duration.ofHours(1);

    private final DeviceId system;
    private final Chargers chargers;
    private final Map<Metric, Count> last = new HashMap<>();
    private @Nullable LocalDate day;

    DayEnergy(DeviceId system, Chargers chargers) {
        this.system = system;
        this.chargers = chargers;
    }

    @Override
    public String endpoint() {
        return "getOneDateEnergyBySn";
    }

    @Override
    public Duration timeToLive() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Map<String, String> parameters(ZonedDateTime now) {
        return Map.of("queryDate", now.toLocalDate().toString());
    }

    @Override
    public Optional<Sheet> read(Json data, ZonedDateTime now) {
        LocalDate today = now.toLocalDate();
        if (!data.at("theDate").text().orElse(today.toString()).equals(today.toString())) {
            return Optional.empty();
        }
        Sheet told = new Sheet();
        FIELDS.read(data, system, told);
        if (told.isEmpty() || isZero(told) && !mayBeginAt(now)) {
            return Optional.empty();
        }
        if (!today.equals(day)) {
            day = today;
            last.clear();
        }
        Sheet sheet = rising(told, now.toInstant());
        addLoad(sheet, now.toInstant());
        if (!sheet.isEmpty()) {
            chargers.addEnergy(data, sheet);
        }
        return sheet.filled();
    }

    private boolean isZero(Sheet told) {
        return told.of(system).values().stream().allMatch(value -> ((Value.Amount) value).number().signum() == 0);
    }

    /** Zeros are true just after midnight, of a system that is known to count; plug-in systems never do (§1.14). */
    private boolean mayBeginAt(ZonedDateTime now) {
        return day != null && !now.toLocalDate().equals(day)
                && !now.isAfter(now.toLocalDate().atStartOfDay(now.getZone()).plus(BEGINNING));
    }

    /** Without what has fallen since it was last told. */
    private Sheet rising(Sheet told, Instant at) {
        Sheet sheet = new Sheet();
        sheet.reject(told.rejected());
        told.of(system).forEach((metric, value) -> {
            if (rises(metric, ((Value.Amount) value).number(), at)) {
                sheet.put(system, metric, value);
            } else {
                sheet.reject(1);
            }
        });
        return sheet;
    }

    /** What falls within a date is no counter, and neither is what leaps. */
    private boolean rises(Metric metric, BigDecimal number, Instant at) {
        Count before = last.get(metric);
        Count now = new Count(at, number);
        if (before != null && !now.follows(before)) {
            return false;
        }
        last.put(metric, now);
        return true;
    }

    /** Made of five counters that step at different times, it may fall by a step without any fault of anyone's. */
    private void addLoad(Sheet sheet, Instant at) {
        Map<Metric, Value> told = sheet.of(system);
        if (told.keySet().containsAll(LOAD_TERMS.keySet())) {
            BigDecimal load = LOAD_TERMS.entrySet().stream()
                    .map(term -> ((Value.Amount) told.get(term.getKey())).number().multiply(term.getValue()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (load.signum() >= 0 && rises(LOAD, load, at)) {
                sheet.put(system, LOAD, new Value.Amount(load));
            }
        }
    }
}
