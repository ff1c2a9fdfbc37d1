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
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * The newer store of schedules (alphaess.md §1.7, getTimeChargeBySn): periods with days, power and limit of their own.
 * Its two flags tell 0 whatever runs, so they are not shown.
 */
@NonNullByDefault
record PeriodicSchedule(DeviceId system) implements Section {

    static final Duration TIME_TO_LIVE = Duration.ofMinutes(10);

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String DAILY = "daily";
    /** In a week, of both directions together. */
    private static final int MOST_PERIODS = 28;
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_POWER = BigDecimal.valueOf(200_000);

    @Override
    public String endpoint() {
        return "getTimeChargeBySn";
    }

    @Override
    public Duration timeToLive() {
        return TIME_TO_LIVE;
    }

    @Override
    public Optional<Sheet> read(Json data, ZonedDateTime now) {
        if (!data.at("chargeTimeList").isList() && !data.at("dischargeTimeList").isList()) {
            return Optional.empty();
        }
        Sheet sheet = new Sheet();
        sheet.put(system, Metrics.of("settings#schedule-store"), new Value.Text("periodic"));
        putAll(data.at("chargeTimeList"), "charge", sheet);
        putAll(data.at("dischargeTimeList"), "discharge", sheet);
        return Optional.of(sheet);
    }

    private void putAll(Json periods, String direction, Sheet sheet) {
        List<Json> inOrder = inOrder(periods).stream().limit(MOST_PERIODS).toList();
        for (int i = 0; i < inOrder.size(); i++) {
            put(inOrder.get(i), "settings#" + direction + "-slot-" + (i + 1) + "-", sheet);
        }
    }

    /** Periods in the order in which they are counted. */
    static List<Json> inOrder(Json periods) {
        return periods.list().stream()
                .sorted(Comparator.comparing(period -> period.at("sort").integer().orElse(Integer.MAX_VALUE)))
                .toList();
    }

    private void put(Json period, String slot, Sheet sheet) {
        TimeOfDay.of(period.at("beginTime")).ifPresent(time -> sheet.put(system, Metrics.of(slot + "start"), time));
        TimeOfDay.of(period.at("endTime")).ifPresent(time -> sheet.put(system, Metrics.of(slot + "end"), time));
        sheet.take(system, Metrics.of(slot + "target"), period.at("chargeLimit"), MOST_PERCENT);
        sheet.take(system, Metrics.of(slot + "power"), period.at("chargePower"), MOST_POWER);
        sheet.put(system, Metrics.of(slot + "days"), new Value.Text(days(period)));
    }

    /** The vendor's app writes "every day" as a week of seven days. */
    private static String days(Json period) {
        List<Integer> days = period.at("weeks").list().stream().flatMap(day -> day.integer().stream())
                .filter(day -> day >= 1 && day <= DAYS.size()).distinct().sorted().toList();
        return days.isEmpty() || days.size() == DAYS.size()
                ? DAILY
                : days.stream().map(day -> DAYS.get(day - 1)).collect(Collectors.joining(", "));
    }
}
