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

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What an inverter and a plant can both be asked for. Rules DSL finds an action by its name alone, in whichever class it
 * meets first (openhab-core issue 1233): the static twins take either for that.
 */
@NonNullByDefault
interface BatteryActions {

    /** Charges each day between these times, until that state of charge in %. */
    Map<String, Object> chargeBattery(@Nullable LocalTime start, @Nullable LocalTime end, @Nullable Number targetSoc);

    /** Discharges each day between these times, down to that state of charge in %. */
    Map<String, Object> dischargeBattery(@Nullable LocalTime start, @Nullable LocalTime end, @Nullable Number minSoc);

    /** Neither charges nor discharges by times any more. */
    Map<String, Object> clearSchedule();

    /** Changes the work mode. */
    Map<String, Object> setWorkMode(@Nullable String mode);

    /** Has the battery give (or, if it is negative, take) a power for a while; a bare number is in W. */
    Map<String, Object> forcePower(@Nullable Number power, @Nullable Duration duration);

    /** Ends what {@link #forcePower} began. */
    Map<String, Object> release();

    /** Changes a limit, in the unit of its channel where it has none. */
    Map<String, Object> setLimit(@Nullable String setting, @Nullable Number value);

    /** Sets the clock of the device to that of openHAB. */
    Map<String, Object> syncClock();
}
