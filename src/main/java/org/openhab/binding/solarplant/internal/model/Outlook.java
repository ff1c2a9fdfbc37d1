/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What can be expected of the batteries: what is left in them and how long it lasts.
 */
@NonNullByDefault
final class Outlook {

    private static final Metric POWER = Metrics.of("battery#power");
    private static final Metric USABLE = Metrics.of("battery#usable-energy");
    private static final Metric TIME_TO_FULL = Metrics.of("battery#time-to-full");
    private static final Metric TIME_TO_EMPTY = Metrics.of("battery#time-to-empty");
    private static final List<Metric> MOST = List.of(Metrics.of("battery#max-charge-power"),
            Metrics.of("battery#max-discharge-power"));
    /** Wh are enough. */
    private static final int DECIMALS = 3;

    private Outlook() {}

    /**
     * The device with what can be expected of its battery, if it is an inverter that has one. What it does not say itself
     * of what that bears, its batteries may.
     *
     * @param devices all devices of the plant
     */
    static DeviceState of(DeviceState state, Collection<DeviceState> devices) {
        if (state.device().id().kind() != DeviceKind.INVERTER || !state.connected()) {
            return state;
        }
        Map<Metric, Value> values = BatteryEnergy.of(state).map(energy -> expected(energy, state.number(POWER)))
                .orElseGet(HashMap::new);
        List<DeviceState> batteries = devices.stream()
                .filter(device -> device.device().id().kind() == DeviceKind.BATTERY
                        && state.device().id().equals(device.device().owner()))
                .toList();
        MOST.forEach(most -> Sums.of(batteries, most).ifPresent(sum -> values.put(most, new Value.Amount(sum))));
        return values.isEmpty() ? state : with(state, values);
    }

    private static DeviceState with(DeviceState state, Map<Metric, Value> values) {
        Map<Metric, Sample> samples = new HashMap<>(state.samples());
        values.forEach((metric, value) -> samples.putIfAbsent(metric, new Sample(value, state.lastUpdate())));
        return state.with(samples);
    }

    /** Adds to the totals what can be expected of these batteries together; who cannot tell a value is left out of it. */
    static void addTo(Map<Metric, Value> totals, Collection<DeviceState> devices) {
        List<DeviceState> inverters = devices.stream().filter(DeviceState::connected)
                .filter(state -> state.device().id().kind() == DeviceKind.INVERTER).toList();
        List<DeviceState> told = inverters.stream().filter(state -> state.number(POWER).isPresent())
                .filter(state -> BatteryEnergy.of(state).isPresent()).toList();
        told.stream().flatMap(state -> BatteryEnergy.of(state).stream()).reduce(BatteryEnergy::plus)
                .ifPresent(energy -> totals.putAll(expected(energy, Sums.of(told, POWER))));
        Sums.of(inverters, USABLE).ifPresent(usable -> totals.put(USABLE, new Value.Amount(usable)));
        MOST.forEach(most -> Sums.of(inverters, most).ifPresent(sum -> totals.put(most, new Value.Amount(sum))));
    }

    private static Map<Metric, Value> expected(BatteryEnergy energy, Optional<BigDecimal> power) {
        Map<Metric, Value> values = new HashMap<>();
        values.put(USABLE, new Value.Amount(energy.usable().setScale(DECIMALS, RoundingMode.HALF_UP)));
        power.flatMap(energy::timeToFull).ifPresent(time -> values.put(TIME_TO_FULL, new Value.Amount(time)));
        power.flatMap(energy::timeToEmpty).ifPresent(time -> values.put(TIME_TO_EMPTY, new Value.Amount(time)));
        return values;
    }
}
