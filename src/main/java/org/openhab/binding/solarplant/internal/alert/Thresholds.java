/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.alert;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntFunction;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * From which values on users want to be warned; 0 for never.
 *
 * @param batteryLow state of charge in %
 * @param batteryCritical state of charge in %, lower than that
 * @param batteryTemperature °C
 * @param inverterTemperature °C
 * @param pvLow share of what the siblings give, in %
 */
@NonNullByDefault
public record Thresholds(int batteryLow, int batteryCritical, int batteryTemperature, int inverterTemperature,
        int pvLow) {

    /** A rule for each kind of alert that has a threshold and is not turned off by it. */
    Map<AlertKind, Rule> rules() {
        Map<AlertKind, Rule> rules = new EnumMap<>(AlertKind.class);
        add(rules, AlertKind.BATTERY_LOW, batteryLow, Limit::ofStateOfCharge);
        add(rules, AlertKind.BATTERY_CRITICAL, batteryCritical, Limit::ofStateOfCharge);
        add(rules, AlertKind.BATTERY_TEMPERATURE, batteryTemperature, BatteryTemperature::new);
        add(rules, AlertKind.INVERTER_TEMPERATURE, inverterTemperature, Limit::ofInverterTemperature);
        add(rules, AlertKind.PV_LOW, pvLow, PvLow::new);
        return rules;
    }

    private static void add(Map<AlertKind, Rule> rules, AlertKind kind, int threshold, IntFunction<Rule> rule) {
        if (threshold > 0) {
            rules.put(kind, rule.apply(threshold));
        }
    }
}
