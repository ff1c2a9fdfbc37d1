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

import java.math.BigDecimal;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** A closed range of numbers. */
@NonNullByDefault
record Interval(BigDecimal min, BigDecimal max) {

    static Interval of(long min, long max) {
        return new Interval(BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }

    /**
     * Reads raw numbers, written {@code 1..0xFFFF}, or {@code 0} for this one alone.
     *
     * @throws IllegalArgumentException if the text is not of this form, or no number is in that range
     */
    static Interval parse(String text) {
        String[] ends = text.strip().split("\\.\\.", 2);
        Interval interval = of(Long.decode(ends[0]), Long.decode(ends[ends.length - 1]));
        if (interval.min.compareTo(interval.max) > 0) {
            throw new IllegalArgumentException("a range begins with the lower end, not " + text);
        }
        return interval;
    }

    boolean contains(BigDecimal number) {
        return number.compareTo(min) >= 0 && number.compareTo(max) <= 0;
    }

    boolean containsAll(Interval other) {
        return contains(other.min) && contains(other.max) && other.min.compareTo(other.max) <= 0;
    }

    boolean overlaps(Interval other) {
        return min.compareTo(other.max) <= 0 && other.min.compareTo(max) <= 0;
    }

    /** Both, and all between. */
    Interval with(Interval other) {
        return new Interval(min.min(other.min), max.max(other.max));
    }

    Interval and(Interval other) {
        return new Interval(min.max(other.min), max.min(other.max));
    }
}
