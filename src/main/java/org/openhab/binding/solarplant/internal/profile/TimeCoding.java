/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** How a time on the wall lies in a number: as so many of one and the rest of the other. */
@NonNullByDefault
enum TimeCoding {

    /** The hour in the high byte, the minute in the low one. */
    HOUR_MINUTE(256, 1),
    /** The minute in the high byte, the hour in the low one. */
    MINUTE_HOUR(1, 256),
    /** The hour in the high word of two, the minute in the low one. */
    HOUR_MINUTE_WORDS(0x10000, 1),
    /** The minute in the high word of two, the hour in the low one. */
    MINUTE_HOUR_WORDS(1, 0x10000),
    /** As people write it: 1430 is half past two in the afternoon. */
    HHMM(100, 1);

    private final int hours;
    private final int minutes;

    /**
     * @param hours what an hour counts
     * @param minutes what a minute counts
     */
    TimeCoding(int hours, int minutes) {
        this.hours = hours;
        this.minutes = minutes;
    }

    long hour(long raw) {
        return hours > minutes ? raw / hours : raw % minutes;
    }

    long minute(long raw) {
        return hours > minutes ? raw % hours : raw / minutes;
    }

    long raw(int hour, int minute) {
        return (long) hour * hours + (long) minute * minutes;
    }
}
