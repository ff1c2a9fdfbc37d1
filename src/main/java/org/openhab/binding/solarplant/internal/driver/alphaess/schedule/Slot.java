/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.schedule;

import java.time.LocalTime;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * From when to when, on the wall where the plant stands. One that ends when it begins is none; one that ends at 00:00
 * lasts until midnight (alphaess.md §1.6, §1.7).
 */
@NonNullByDefault
public record Slot(LocalTime start, LocalTime end) {

    /** None. */
    public static final Slot NONE = new Slot(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    private static final int DAY = 24 * 60;

    /** From one minute of a day to another one of the same day. */
    private record Stretch(int from, int until) {
        boolean meets(Stretch other) {
            return from < other.until && other.from < until;
        }
    }

    /** The same from another time on. */
    public Slot from(LocalTime other) {
        return new Slot(other, end);
    }

    /** The same with another end. */
    public Slot until(LocalTime other) {
        return new Slot(start, other);
    }

    /** Whether it is none. */
    public boolean isEmpty() {
        return start.equals(end);
    }

    /** Whether it goes on after midnight; its end at midnight is still of the day. */
    public boolean crossesMidnight() {
        return !end.equals(LocalTime.MIDNIGHT) && end.isBefore(start);
    }

    /** Whether both are at some time of a day. */
    public boolean overlaps(Slot other) {
        return stretches().stream().anyMatch(one -> other.stretches().stream().anyMatch(one::meets));
    }

    private List<Stretch> stretches() {
        if (isEmpty()) {
            return List.of();
        }
        int from = minute(start);
        return crossesMidnight()
                ? List.of(new Stretch(from, DAY), new Stretch(0, minute(end)))
                : List.of(new Stretch(from, end.equals(LocalTime.MIDNIGHT) ? DAY : minute(end)));
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }
}
