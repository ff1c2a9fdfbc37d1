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
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;

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
record TwoSlotSchedule(DeviceId system, String endpoint, String update, String flag, Metric enabled, String times,
        String slots,
        String limit, Metric bound) implements Section {

    private static final Metric STORE = Metrics.of("settings#schedule-store");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SLOTS = 2;

    /** When the battery is charged from the grid. */
    static TwoSlotSchedule charge(DeviceId system) {
        return new TwoSlotSchedule(system, "getChargeConfigInfo", "updateChargeConfigInfo", "gridCharge",
                Metrics.of("settings#charge-enabled"),
                "timeCha", "charge", "batHighCap", Metrics.of("settings#max-state-of-charge"));
    }

    /** When the battery may be discharged. */
    static TwoSlotSchedule discharge(DeviceId system) {
        return new TwoSlotSchedule(system, "getDisChargeConfigInfo", "updateDisChargeConfigInfo", "ctrDis",
                Metrics.of("settings#discharge-enabled"), "timeDis", "discharge", "batUseCap",
                Metrics.of("settings#min-state-of-charge"));
    }

    @Override
    public Duration timeToLive() {
        return PeriodicSchedule.TIME_TO_LIVE;
    }

    @Override
    public Optional<Sheet> read(Json data, ZonedDateTime now) {
        Sheet sheet = new Sheet();
        data.at(flag).integer().ifPresent(on -> sheet.put(system, enabled, new Value.Switch(on != 0)));
        for (int slot = 1; slot <= SLOTS; slot++) {
            put(data.at(times + "f" + slot), slot, "start", sheet);
            put(data.at(times + "e" + slot), slot, "end", sheet);
        }
        sheet.take(system, bound, data.at(limit), HUNDRED);
        if (!sheet.isEmpty()) {
            sheet.put(system, STORE, new Value.Text("two-slot"));
        }
        return sheet.filled();
    }

    private void put(Json time, int slot, String end, Sheet sheet) {
        TimeOfDay.of(time).ifPresent(value -> sheet.put(system,
                Metrics.of("settings#" + slots + "-slot-" + slot + "-" + end), value));
    }
}
