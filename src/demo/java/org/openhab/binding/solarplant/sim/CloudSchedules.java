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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonObject;

/**
 * The schedules of one system. Every system has the legacy one; where the periodic one governs, writes to the legacy one
 * are stored and echoed all the same (alphaess.md §1.6).
 */
@NonNullByDefault
public final class CloudSchedules {
    private final boolean periodic;
    private final Map<CloudDirection, CloudSlots> slots = new EnumMap<>(CloudDirection.class);
    private CloudPeriods periods = CloudPeriods.UNSET;

    private CloudSchedules(boolean periodic) {
        this.periodic = periodic;
        for (CloudDirection direction : CloudDirection.values()) {
            slots.put(direction, CloudSlots.unset(direction));
        }
    }

    /** Those of a system that has no permission for the periodic schedule, as many accounts. */
    public static CloudSchedules legacy() {
        return new CloudSchedules(false);
    }

    /** Those of a system that has the periodic schedule. */
    public static CloudSchedules periodic() {
        return new CloudSchedules(true);
    }

    /**
     * The periodic schedule with one period, in which the battery is charged every day.
     *
     * @param begin as {@code HH:mm}
     * @param end as {@code HH:mm}, the same day
     * @param watts with which it is charged
     * @param percent up to which it is charged
     */
    public static CloudSchedules charging(String begin, String end, int watts, int percent) {
        CloudSchedules schedules = periodic();
        schedules.periods = new CloudPeriods(0,
                List.of(new CloudPeriod(begin, end, List.of(), watts, BigDecimal.valueOf(percent))), List.of());
        return schedules;
    }

    synchronized JsonObject slots(CloudDirection direction) {
        return slots.getOrDefault(direction, CloudSlots.unset(direction)).json();
    }

    synchronized void put(CloudSlots others) {
        slots.put(others.direction(), others);
    }

    synchronized JsonObject periods(String serial) throws CloudRefusal {
        checkPermission();
        return periods.json(serial);
    }

    synchronized void put(CloudPeriods others) throws CloudRefusal {
        checkPermission();
        others.checkFeasible();
        periods = others;
    }

    private void checkPermission() throws CloudRefusal {
        if (!periodic) {
            throw new CloudRefusal(CloudCode.NO_PERMISSION);
        }
    }
}
