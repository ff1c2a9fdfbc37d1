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
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.Direction;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.Slot;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.SlotMetric;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.TwoSlots;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;

import com.google.gson.JsonObject;

/**
 * One direction of the older store of schedules (alphaess.md §1.6): two slots for all days and one limit for both.
 *
 * @param endpoint where it is read
 * @param update where it is written
 * @param flag the field that says whether it is on
 * @param times how the fields of the slots begin, such as {@code timeCha}
 * @param limit the field with the state of charge at which it ends
 */
@NonNullByDefault
record TwoSlotSchedule(DeviceId system, String endpoint, String update, String flag, String times, String limit,
        Direction direction) implements Section {

    private static final Metric STORE = Metrics.of("settings#schedule-store");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** When the battery is charged from the grid. */
    static TwoSlotSchedule charge(DeviceId system) {
        return new TwoSlotSchedule(system, "getChargeConfigInfo", "updateChargeConfigInfo", "gridCharge", "timeCha",
                "batHighCap", Direction.CHARGE);
    }

    /** When the battery may be discharged. */
    static TwoSlotSchedule discharge(DeviceId system) {
        return new TwoSlotSchedule(system, "getDisChargeConfigInfo", "updateDisChargeConfigInfo", "ctrDis", "timeDis",
                "batUseCap", Direction.DISCHARGE);
    }

    @Override
    public Duration timeToLive() {
        return PeriodicSchedule.TIME_TO_LIVE;
    }

    @Override
    public Optional<Sheet> read(Json data, ZonedDateTime now) {
        Sheet sheet = new Sheet();
        data.at(flag).integer().ifPresent(on -> sheet.put(system, direction.enabled(), new Value.Switch(on != 0)));
        for (int slot = 1; slot <= TwoSlots.COUNT; slot++) {
            put(data.at(times + "f" + slot), slot, SlotMetric.START, sheet);
            put(data.at(times + "e" + slot), slot, SlotMetric.END, sheet);
        }
        sheet.take(system, direction.bound(), data.at(limit), HUNDRED);
        if (!sheet.isEmpty()) {
            sheet.put(system, STORE, new Value.Text("two-slot"));
        }
        return sheet.filled();
    }

    private void put(Json time, int slot, String end, Sheet sheet) {
        TimeOfDay.of(time).ifPresent(value -> sheet.put(system, direction.slot(slot, end), value));
    }

    /** How it is set; nothing unless the cloud tells all of it, since all of it is written. */
    Optional<TwoSlots> slots(Json data) {
        Optional<Slot> first = slot(data, 1);
        Optional<Slot> second = slot(data, 2);
        Optional<Integer> on = data.at(flag).integer();
        Optional<BigDecimal> percent = data.at(limit).number();
        return first.isPresent() && second.isPresent() && on.isPresent() && percent.isPresent()
                ? Optional.of(new TwoSlots(direction, on.get() != 0, List.of(first.get(), second.get()),
                        new Value.Amount(percent.get())))
                : Optional.empty();
    }

    private Optional<Slot> slot(Json data, int number) {
        return TimeOfDay.slot(data.at(times + "f" + number), data.at(times + "e" + number));
    }

    /** All of it as it is sent; the names and their order are those of the vendor's example. */
    JsonObject body(TwoSlots wanted) {
        JsonObject body = new JsonObject();
        body.addProperty("sysSn", system.key());
        body.addProperty(limit, new BigDecimal(wanted.limit().number().toPlainString()));
        body.addProperty(flag, wanted.enabled() ? 1 : 0);
        for (int slot = 1; slot <= TwoSlots.COUNT; slot++) {
            body.addProperty(times + "f" + slot, wanted.slots().get(slot - 1).start().toString());
            body.addProperty(times + "e" + slot, wanted.slots().get(slot - 1).end().toString());
        }
        return body;
    }
}
