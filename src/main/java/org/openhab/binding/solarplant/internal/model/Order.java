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
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What a user wants of a device. */
@NonNullByDefault
public sealed interface Order {

    /** Who is to do it. */
    DeviceId device();

    /**
     * Whether carrying it out wears out a memory that bears so many writes only, and so counts against what a day allows.
     * Powers for a while go to registers that are not stored (solax.md §3.13, alphaess.md §4.7).
     */
    default boolean wears() {
        return !(this instanceof ForcePower || this instanceof Release);
    }

    /** What users know it by: the setting that is to change first, or the rule action, such as {@code forcePower}. */
    default String name() {
        return switch (this) {
            case Change change -> change.settings().getFirst().metric().id();
            case Charge charge -> "chargeBattery";
            case Discharge discharge -> "dischargeBattery";
            case ClearSchedule clear -> "clearSchedule";
            case ForcePower force -> "forcePower";
            case Release release -> "release";
            case SyncClock sync -> "syncClock";
            case Restart restart -> "restart";
            case Calibrate calibrate -> "calibrateBattery";
        };
    }

    /** Take over these settings, in this order. */
    record Change(DeviceId device, List<Setting> settings) implements Order {
        public Change {
            settings = List.copyOf(settings);
        }
    }

    /**
     * Charge the battery, from the grid as well, each day between these times.
     *
     * @param target the state of charge at which it is enough, in %
     */
    record Charge(DeviceId device, LocalTime start, LocalTime end, BigDecimal target) implements Order {}

    /**
     * Discharge the battery each day between these times.
     *
     * @param floor the state of charge at which it is enough, in %
     */
    record Discharge(DeviceId device, LocalTime start, LocalTime end, BigDecimal floor) implements Order {}

    /** Neither charge nor discharge by times any more. */
    record ClearSchedule(DeviceId device) implements Order {}

    /**
     * Give the battery this power for a while. If no one says anything else by then, the device goes back by itself to what
     * it did before.
     *
     * @param power W; positive discharges, negative charges
     * @param duration for how long
     */
    record ForcePower(DeviceId device, BigDecimal power, Duration duration) implements Order {}

    /** End what {@link ForcePower} began. */
    record Release(DeviceId device) implements Order {}

    /** Set the clock of the device to that of openHAB. */
    record SyncClock(DeviceId device) implements Order {}

    /** Start the device anew; nothing can be read back. */
    record Restart(DeviceId device) implements Order {}

    /**
     * Empty and fill the battery once, so that its state of charge is right again.
     *
     * @param on whether to begin, or to end what has begun
     */
    record Calibrate(DeviceId device, boolean on) implements Order {}
}
