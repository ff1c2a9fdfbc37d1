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

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * One period of the periodic schedule (alphaess.md §1.7).
 *
 * @param weeks the days, 1 for Monday to 7 for Sunday, in the order in which they were sent; empty if it is for every
 *            day
 * @param power in W; 0 where none was sent
 * @param limit the state of charge in percent at which it ends
 */
@NonNullByDefault
record CloudPeriod(String begin, String end, List<Integer> weeks, int power, BigDecimal limit) {
    private static final List<Integer> WEEK = IntStream.rangeClosed(1, 7).boxed().toList();
    private static final int MINUTES = 24 * 60;

    static CloudPeriod of(CloudFields fields, int cycle) throws CloudRefusal {
        List<Integer> weeks = cycle == CloudPeriods.WEEKLY ? weeks(fields) : List.of();
        int power = fields.has("chargePower") ? fields.integer("chargePower", 0, Integer.MAX_VALUE) : 0;
        return new CloudPeriod(fields.time("beginTime"), fields.time("endTime"), weeks, power,
                fields.number("chargeLimit", 10, 100));
    }

    JsonObject json(int cycle, int strategy, int sort) {
        JsonObject json = new JsonObject();
        json.addProperty("executeCycleType", cycle);
        json.addProperty("strategyType", strategy);
        json.addProperty("beginTime", begin);
        json.addProperty("endTime", end);
        JsonArray days = new JsonArray();
        weeks.forEach(days::add);
        json.add("weeks", days);
        json.addProperty("sort", sort);
        json.addProperty("chargePower", power);
        json.addProperty("chargeLimit", CloudDecimal.of(limit));
        return json;
    }

    List<Integer> days() {
        return weeks.isEmpty() ? WEEK : weeks;
    }

    /** Whether both want the battery at the same time of the same day. */
    boolean overlaps(CloudPeriod other) {
        return !Collections.disjoint(days(), other.days()) && first() < other.last() && other.first() < last();
    }

    /** Nobody has seen a period that goes on after midnight; one from 00:00 to 00:00 is taken, and is none. */
    boolean crossesMidnight() {
        return first() > last();
    }

    private int first() {
        return minute(begin);
    }

    /** An end at 00:00 is the end of the day, unless the period begins there, too. */
    private int last() {
        int minute = minute(end);
        return minute == 0 && first() > 0 ? MINUTES : minute;
    }

    private static int minute(String time) {
        return LocalTime.parse(time).toSecondOfDay() / 60;
    }

    private static List<Integer> weeks(CloudFields fields) throws CloudRefusal {
        if (!(fields.json().get("weeks") instanceof JsonArray list) || list.isEmpty()) {
            throw CloudFields.wrong();
        }
        TreeSet<Integer> known = new TreeSet<>(WEEK);
        for (JsonElement day : list) {
            if (!day.isJsonPrimitive() || !day.getAsString().matches("[1-7]") || !known.remove(day.getAsInt())) {
                throw CloudFields.wrong();
            }
        }
        return list.asList().stream().map(JsonElement::getAsInt).toList();
    }
}
