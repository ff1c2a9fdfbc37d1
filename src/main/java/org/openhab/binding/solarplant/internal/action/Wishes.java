/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.action;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.handler.ChannelLabels;
import org.openhab.binding.solarplant.internal.handler.Commands;
import org.openhab.binding.solarplant.internal.handler.Control;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Quantity;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * What rules wish for, as orders to one device or to several. What openHAB leaves out of a call is null: nothing is sent
 * then, and the answer names what is missing.
 */
@NonNullByDefault
final class Wishes {

    private static final Metric WORK_MODE = Metrics.of("settings#work-mode");

    private final Supplier<List<Control>> whom;
    private final ChannelLabels labels;

    /**
     * @param whom who takes the orders
     * @param labels texts in the user's language
     */
    Wishes(Supplier<List<Control>> whom, ChannelLabels labels) {
        this.whom = whom;
        this.labels = labels;
    }

    Map<String, Object> charge(@Nullable LocalTime start, @Nullable LocalTime end, @Nullable Number target) {
        Optional<BigDecimal> percent = number(Quantity.PERCENT, target);
        return start == null || end == null || percent.isEmpty()
                ? missing(start == null ? "start" : end == null ? "end" : "targetSoc")
                : order(device -> new Order.Charge(device, start, end, percent.get()));
    }

    Map<String, Object> discharge(@Nullable LocalTime start, @Nullable LocalTime end, @Nullable Number floor) {
        Optional<BigDecimal> percent = number(Quantity.PERCENT, floor);
        return start == null || end == null || percent.isEmpty()
                ? missing(start == null ? "start" : end == null ? "end" : "minSoc")
                : order(device -> new Order.Discharge(device, start, end, percent.get()));
    }

    Map<String, Object> clearSchedule() {
        return order(Order.ClearSchedule::new);
    }

    Map<String, Object> setWorkMode(@Nullable String mode) {
        return mode == null || mode.isBlank() ? missing("mode") : set(WORK_MODE, new Value.Text(mode.strip()));
    }

    Map<String, Object> forcePower(@Nullable Number power, @Nullable Duration duration) {
        return withPower(power, duration, (watts, time) -> order(device -> new Order.ForcePower(device, watts, time)));
    }

    /** Does something with a power in W and a time, if both are there. */
    Map<String, Object> withPower(@Nullable Number power, @Nullable Duration duration,
            BiFunction<BigDecimal, Duration, Map<String, Object>> action) {
        Optional<BigDecimal> watts = number(Quantity.POWER, power);
        return watts.isEmpty() || duration == null || !duration.isPositive()
                ? missing(watts.isEmpty() ? "power" : "duration")
                : action.apply(watts.get(), duration);
    }

    Map<String, Object> release() {
        return order(Order.Release::new);
    }

    Map<String, Object> setLimit(@Nullable String setting, @Nullable Number limit) {
        String id = setting == null ? "" : setting.strip();
        Optional<Metric> metric = Metrics.find(id.contains("#") ? id : "settings#" + id)
                .filter(found -> found.isSetting() && found.quantity().isNumeric());
        if (metric.isEmpty()) {
            return id.isEmpty() ? missing("setting") : Answers.refused("not-supported", labels, id);
        }
        return number(metric.get().quantity(), limit).map(value -> set(metric.get(), new Value.Amount(value)))
                .orElseGet(() -> missing("value"));
    }

    Map<String, Object> syncClock() {
        return order(Order.SyncClock::new);
    }

    Map<String, Object> calibrate(@Nullable Boolean on) {
        return on == null ? missing("on") : order(device -> new Order.Calibrate(device, on));
    }

    Map<String, Object> restart() {
        return order(Order.Restart::new);
    }

    /** Has a setting changed. */
    Map<String, Object> set(Metric metric, Value value) {
        return order(device -> new Order.Change(device, List.of(new Setting(metric, value))));
    }

    /** Says that an input is not there, or makes no sense. */
    Map<String, Object> missing(String input) {
        return Answers.refused("missing-input", labels, input);
    }

    private Map<String, Object> order(Function<DeviceId, Order> wish) {
        Map<Control, CompletableFuture<Outcome>> outcomes = new LinkedHashMap<>();
        whom.get().forEach(control -> outcomes.put(control, control.submit(wish)));
        return Answers.await(outcomes, labels);
    }

    /** The number in our unit. */
    static Optional<BigDecimal> number(Quantity quantity, @Nullable Number number) {
        return number == null ? Optional.empty() : Commands.number(quantity, number);
    }
}
