/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.solax;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;

/**
 * Charging and discharging by times, with the first windows of an inverter. From G4 on the windows hold in all modes; up
 * to G3 they hold in the mode for them only (solax.md §3.10, §3.11).
 */
@NonNullByDefault
final class SolaxSchedule {

    private static final Metric MODE = Metrics.of("settings#work-mode");
    private static final Metric GRID_CHARGE = Metrics.of("settings#grid-charge");
    private static final Metric SLOT_GRID_CHARGE = Metrics.of("settings#charge-slot-1-grid-charge");
    private static final Metric TARGET = Metrics.of("settings#charge-slot-1-target");
    private static final Metric FLOOR = Metrics.of("settings#min-state-of-charge");
    private static final Metric SECOND_SLOTS = Metrics.of("settings#second-slots-enabled");
    private static final Value BY_TIME = new Value.Text("force-time-use");
    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    private final RegisterDevice device;
    private final List<Setting> settings = new ArrayList<>();

    SolaxSchedule(RegisterDevice device) {
        this.device = device;
    }

    Outcome charge(Order.Charge order) throws InterruptedException {
        if (order.start().equals(order.end())) {
            return new Outcome.Refused(Refusal.Kind.SAME_TIMES);
        }
        window("charge", time(order.start()), time(order.end()));
        // a G2 knows no target: it charges until the battery is full
        if (device.settings().containsKey(TARGET) || order.target().compareTo(FULL) < 0) {
            set(TARGET, new Value.Amount(order.target()));
        }
        // where each slot has a switch of its own, the other one is left as it is
        set(device.settings().containsKey(SLOT_GRID_CHARGE) ? SLOT_GRID_CHARGE : GRID_CHARGE, new Value.Switch(true));
        return byTime();
    }

    Outcome discharge(Order.Discharge order) throws InterruptedException {
        if (order.start().equals(order.end())) {
            return new Outcome.Refused(Refusal.Kind.SAME_TIMES);
        }
        window("discharge", time(order.start()), time(order.end()));
        set(FLOOR, new Value.Amount(order.floor()));
        return byTime();
    }

    /** As from the factory: nothing is charged from the grid, and the battery may be discharged all day. */
    Outcome clear() throws InterruptedException {
        set(GRID_CHARGE, new Value.Switch(false));
        if (hasModeForWindows()) {
            set(MODE, new Value.Text("self-use"));
        } else {
            set(SECOND_SLOTS, new Value.Switch(false));
            window("charge", "00:00", "00:00");
            window("discharge", "00:00", "23:59");
        }
        return device.set(settings);
    }

    /** The mode comes last: by then all that it acts on is set. */
    private Outcome byTime() throws InterruptedException {
        if (hasModeForWindows()) {
            set(MODE, BY_TIME);
        }
        return device.set(settings);
    }

    private boolean hasModeForWindows() {
        return device.settings().get(MODE) instanceof Allowed modes && modes.permits(BY_TIME);
    }

    private void window(String direction, String start, String end) {
        set(Metrics.of("settings#" + direction + "-slot-1-start"), new Value.Text(start));
        set(Metrics.of("settings#" + direction + "-slot-1-end"), new Value.Text(end));
    }

    private void set(Metric metric, Value value) {
        settings.add(new Setting(metric, value));
    }

    private static String time(LocalTime time) {
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }
}
