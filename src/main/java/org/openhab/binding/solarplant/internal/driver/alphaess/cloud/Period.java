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
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.Slot;
import org.openhab.binding.solarplant.internal.model.Value;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * One period of the newer store of schedules (alphaess.md §1.7).
 *
 * @param days 1 for Monday to 7 for Sunday, in this order
 * @param power in W; 0 for one that was never given any, and so does nothing
 * @param limit the state of charge at which it ends, in %
 */
@NonNullByDefault
record Period(Slot slot, List<Integer> days, int power, Value.Amount limit) {

    static final List<Integer> DAILY = IntStream.rangeClosed(1, 7).boxed().toList();

    Period {
        days = List.copyOf(days);
    }

    /** What the cloud tells; nothing unless it tells all that must be written. */
    static Optional<Period> of(Json told, boolean weekly) {
        Optional<Slot> slot = TimeOfDay.slot(told.at("beginTime"), told.at("endTime"));
        List<Integer> days = weekly ? days(told) : DAILY;
        Optional<BigDecimal> limit = told.at("chargeLimit").number();
        return slot.isPresent() && !days.isEmpty() && limit.isPresent()
                ? Optional.of(new Period(slot.get(), days, told.at("chargePower").integer().orElse(0),
                        new Value.Amount(limit.get())))
                : Optional.empty();
    }

    private static List<Integer> days(Json told) {
        return told.at("weeks").list().stream().flatMap(day -> day.integer().stream()).filter(DAILY::contains)
                .distinct().sorted().toList();
    }

    JsonObject body(boolean weekly) {
        JsonObject body = new JsonObject();
        body.addProperty("beginTime", slot.start().toString());
        body.addProperty("endTime", slot.end().toString());
        if (weekly) {
            JsonArray weeks = new JsonArray();
            days.forEach(weeks::add);
            body.add("weeks", weeks);
        }
        if (power > 0) {
            body.addProperty("chargePower", power);
        }
        body.addProperty("chargeLimit", new BigDecimal(limit.number().toPlainString()));
        return body;
    }

    Period with(Slot other) {
        return new Period(other, days, power, limit);
    }

    Period with(Value.Amount other) {
        return new Period(slot, days, power, other);
    }

    Period withPower(int watts) {
        return new Period(slot, days, watts, limit);
    }

    Period daily() {
        return new Period(slot, DAILY, power, limit);
    }

    /** What of it is on the day on which it begins. */
    Period untilMidnight() {
        return with(slot.until(LocalTime.MIDNIGHT));
    }

    /** What of it is on the day after. */
    Period sinceMidnight() {
        return new Period(slot.from(LocalTime.MIDNIGHT), nextDays(), power, limit);
    }

    private List<Integer> nextDays() {
        return days.stream().map(day -> day % DAILY.size() + 1).sorted().toList();
    }

    /** Whether it goes on at midnight where the other one ends, so that both are one to the device's owner. */
    boolean continuesAfter(Period other) {
        return !slot.isEmpty() && !other.slot.isEmpty() && slot.start().equals(LocalTime.MIDNIGHT)
                && other.slot.end().equals(LocalTime.MIDNIGHT) && days.equals(other.nextDays())
                && power == other.power && limit.equals(other.limit);
    }

    boolean overlaps(Period other) {
        return !Collections.disjoint(days, other.days) && slot.overlaps(other.slot);
    }
}
