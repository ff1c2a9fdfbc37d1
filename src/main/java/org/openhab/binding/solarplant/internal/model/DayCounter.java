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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A counter of today that begins with the day of the plant, whenever its device begins its own: until the device has
 * begun anew, only what is gained since midnight counts; and what a device that is early has counted before stays in the
 * day that ends.
 *
 * @param day the day that is counted, where the plant stands
 * @param told what the device told last, in kWh
 * @param at when it told that
 * @param offset what is to be added to it, in kWh
 * @param isSinceMidnight whether the device was heard in the days before as well, so that nothing of them is in the number
 */
@NonNullByDefault
record DayCounter(LocalDate day, BigDecimal told, Instant at, BigDecimal offset, boolean isSinceMidnight) {

    /** A device's clock may be wrong by an hour, and it may take some time to renew its counters. */
    private static final Duration LATE = Duration.ofMinutes(80);
    /** A device that nobody knows yet may tell yesterday's number for so long. */
    private static final Duration UNKNOWN = Duration.ofMinutes(20);

    /**
     * The counter of a device that nobody has heard before.
     *
     * @param limit how fast it may run
     * @return nothing, if it cannot have gained that much since midnight and is likely to tell of yesterday
     */
    static Optional<DayCounter> first(BigDecimal told, Instant at, CounterLimit limit, ZoneId zone) {
        LocalDate today = day(at, zone);
        Duration age = Duration.between(midnight(today, zone), at);
        return age.compareTo(UNKNOWN) > 0 || limit.allows(told, age)
                ? Optional.of(new DayCounter(today, told, at, BigDecimal.ZERO, false))
                : Optional.empty();
    }

    /** The counter after its device has told this number, which is believed. */
    DayCounter next(BigDecimal number, Instant now, ZoneId zone) {
        LocalDate today = day(now, zone);
        boolean hasFallen = number.compareTo(told) < 0;
        if (today.isBefore(day)) {
            // the clock was set back: the day that is counted has not begun
            return new DayCounter(today, number, now, BigDecimal.ZERO, false);
        }
        if (today.isEqual(day) && !hasFallen && hasFallenUnheard(now, zone)) {
            return new DayCounter(day, number, now, BigDecimal.ZERO, true);
        }
        if (today.isEqual(day)) {
            return new DayCounter(day, number, now, hasFallen ? offsetAfterFall(number, now, zone) : offset,
                    isSinceMidnight || hasFallen);
        }
        boolean mayBeLate = !hasFallen && isNear(at, today, zone) && isNear(now, today, zone);
        return new DayCounter(today, number, now, mayBeLate ? told.negate() : BigDecimal.ZERO, true);
    }

    /** Near midnight a device begins its own day; at any other time it has lost its counters. */
    private BigDecimal offsetAfterFall(BigDecimal number, Instant now, ZoneId zone) {
        return isSinceMidnight && isNear(now, day, zone) || isNear(now, day.plusDays(1), zone)
                ? shown().subtract(number)
                : BigDecimal.ZERO;
    }

    /** A device that told yesterday's number and was then silent for long has begun anew meanwhile. */
    private boolean hasFallenUnheard(Instant now, ZoneId zone) {
        return offset.signum() < 0 && isNear(at, day, zone) && !isNear(now, day, zone)
                && Duration.between(at, now).compareTo(UNKNOWN) > 0;
    }

    /** What was counted in this day, in kWh. */
    BigDecimal shown() {
        return told.add(offset).max(BigDecimal.ZERO);
    }

    private static boolean isNear(Instant time, LocalDate day, ZoneId zone) {
        return Duration.between(midnight(day, zone), time).abs().compareTo(LATE) <= 0;
    }

    static LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }

    /** When a day begins; in some zones that is not at zero hours where clocks change. */
    static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
