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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.SlotMetric;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** All periods of the newer store of schedules, in the order in which they are counted (alphaess.md §1.7). */
@NonNullByDefault
record Periods(boolean weekly, List<Period> charge, List<Period> discharge) {

    private static final int MOST_PER_DAY = 6;
    private static final int MOST_PER_WEEK = 28;
    private static final int WEEKLY = 1;

    Periods {
        charge = List.copyOf(charge);
        discharge = List.copyOf(discharge);
    }

    /** What the cloud tells; nothing unless it tells all that must be written. */
    static Optional<Periods> of(Json data) {
        boolean weekly = data.at("executeCycleType").integer().filter(cycle -> cycle == WEEKLY).isPresent();
        List<Json> charge = PeriodicSchedule.inOrder(data.at("chargeTimeList"));
        List<Json> discharge = PeriodicSchedule.inOrder(data.at("dischargeTimeList"));
        Periods periods = new Periods(weekly, periods(charge, weekly), periods(discharge, weekly));
        return data.at("executeCycleType").integer().isPresent() && periods.charge.size() == charge.size()
                && periods.discharge.size() == discharge.size() ? Optional.of(periods) : Optional.empty();
    }

    private static List<Period> periods(List<Json> told, boolean weekly) {
        return told.stream().flatMap(one -> Period.of(one, weekly).stream()).toList();
    }

    /**
     * All of it as it is sent; the names and their order are those of the vendor's example.
     *
     * @param flags those that are set; of the others nothing is said, since what they are cannot be read
     */
    JsonObject body(String serial, Set<String> flags) {
        JsonObject body = new JsonObject();
        body.addProperty("sysSn", serial);
        body.addProperty("executeCycleType", weekly ? WEEKLY : 0);
        new TreeSet<>(flags).descendingSet().forEach(flag -> body.addProperty(flag, 1));
        body.add("chargeTimeList", list(charge));
        body.add("dischargeTimeList", list(discharge));
        return body;
    }

    private JsonArray list(List<Period> periods) {
        JsonArray list = new JsonArray();
        periods.forEach(period -> list.add(period.body(weekly)));
        return list;
    }

    List<Period> of(String direction) {
        return direction.equals(SlotMetric.CHARGE) ? charge : discharge;
    }

    /** The same with other ones in a direction. */
    Periods with(String direction, List<Period> periods) {
        return direction.equals(SlotMetric.CHARGE)
                ? new Periods(weekly, periods, discharge)
                : new Periods(weekly, charge, periods);
    }

    /** The same with another one in its place. */
    Periods with(String direction, int index, Period period) {
        List<Period> others = new ArrayList<>(of(direction));
        others.set(index, period);
        return with(direction, others);
    }

    /** Those of both directions. */
    List<Period> all() {
        return Stream.concat(charge.stream(), discharge.stream()).toList();
    }

    /** Whether there are more than the cloud takes. */
    boolean areTooMany() {
        return all().size() > MOST_PER_WEEK || IntStream.rangeClosed(1, Period.DAILY.size())
                .anyMatch(day -> all().stream().filter(period -> period.days().contains(day)).count() > MOST_PER_DAY);
    }

    /** Whether both have the same periods, in whatever order. */
    boolean isSame(Periods other) {
        return weekly == other.weekly && inOrder(charge).equals(inOrder(other.charge))
                && inOrder(discharge).equals(inOrder(other.discharge));
    }

    private static List<Period> inOrder(List<Period> periods) {
        return periods.stream().sorted(Comparator.comparing(Period::toString)).toList();
    }
}
