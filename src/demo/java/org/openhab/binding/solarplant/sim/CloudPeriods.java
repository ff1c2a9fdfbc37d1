/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * The periodic schedule (alphaess.md §1.7).
 *
 * @param cycle 0 for the same every day, 1 for a week
 */
@NonNullByDefault
record CloudPeriods(int cycle, List<CloudPeriod> charge, List<CloudPeriod> discharge) {
    static final int WEEKLY = 1;
    /** What a system has that was never told anything. */
    static final CloudPeriods UNSET = new CloudPeriods(0, List.of(), List.of());

    private static final int MOST_PER_DAY = 6;
    private static final int MOST_PER_WEEK = 28;

    /**
     * What a write says.
     *
     * @throws CloudRefusal if a list is missing (10001), or is empty, too long, or wrong in any of its fields (6001)
     */
    static CloudPeriods of(CloudFields fields) throws CloudRefusal {
        JsonArray charge = list(fields, "chargeTimeList");
        JsonArray discharge = list(fields, "dischargeTimeList");
        int cycle = fields.integer("executeCycleType", 0, WEEKLY);
        for (String flag : List.of("gridChargeCycle", "ctrDisCycle")) {
            if (fields.has(flag)) {
                // nothing is made of it: both read 0 whatever runs
                fields.integer(flag, 0, 1);
            }
        }
        CloudPeriods periods = new CloudPeriods(cycle, periods(charge, cycle), periods(discharge, cycle));
        if (periods.areTooMany()) {
            throw CloudFields.wrong();
        }
        return periods;
    }

    /** What the device says to it: it can neither charge and discharge at once nor go on after midnight. */
    void checkFeasible() throws CloudRefusal {
        if (all().anyMatch(CloudPeriod::crossesMidnight)
                || charge.stream().anyMatch(one -> discharge.stream().anyMatch(one::overlaps))) {
            throw new CloudRefusal(CloudCode.REFUSED);
        }
    }

    JsonObject json(String serial) {
        JsonObject json = new JsonObject();
        json.addProperty("sysSn", serial);
        json.addProperty("executeCycleType", cycle);
        json.addProperty("gridChargeCycle", 0);
        json.addProperty("ctrDisCycle", 0);
        json.add("chargeTimeList", json(charge, 0));
        json.add("dischargeTimeList", json(discharge, 1));
        return json;
    }

    private JsonArray json(List<CloudPeriod> periods, int strategy) {
        JsonArray list = new JsonArray();
        for (int i = 0; i < periods.size(); i++) {
            list.add(periods.get(i).json(cycle, strategy, i + 1));
        }
        return list;
    }

    private Stream<CloudPeriod> all() {
        return Stream.concat(charge.stream(), discharge.stream());
    }

    private boolean areTooMany() {
        return all().count() > MOST_PER_WEEK || IntStream.rangeClosed(1, 7)
                .anyMatch(day -> all().filter(period -> period.days().contains(day)).count() > MOST_PER_DAY);
    }

    private static JsonArray list(CloudFields fields, String name) throws CloudRefusal {
        if (!(fields.json().get(name) instanceof JsonArray list)) {
            throw new CloudRefusal(CloudCode.MALFORMED);
        }
        if (list.isEmpty()) {
            throw new CloudRefusal(CloudCode.PARAMETER, Optional.of("time list is null"));
        }
        return list;
    }

    private static List<CloudPeriod> periods(JsonArray list, int cycle) throws CloudRefusal {
        List<CloudPeriod> periods = new ArrayList<>();
        for (JsonElement element : list) {
            if (!(element instanceof JsonObject object)) {
                throw new CloudRefusal(CloudCode.MALFORMED);
            }
            periods.add(CloudPeriod.of(new CloudFields(object), cycle));
        }
        return List.copyOf(periods);
    }
}
