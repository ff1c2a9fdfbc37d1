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
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Holds a device's new values against its earlier ones. A value that cannot follow from the one before is a glitch unless
 * the device insists on it: seen {@value #INSISTENCE} times in a row it is believed, since inverters do get exchanged and
 * do lose their counters.
 */
@NonNullByDefault
final class Plausibility {

    private static final int INSISTENCE = 3;

    /** A state of charge falls to zero in one step only by a glitch if it was above this, in % (solax.md §6). */
    private static final BigDecimal LOWEST_CHARGE_BEFORE_ZERO = BigDecimal.valueOf(5);

    /** Clocks of devices may go wrong by so much: around midnight a daily counter may begin anew. */
    private static final Duration CLOCK_ERROR = Duration.ofHours(1);

    private static final Metric STATE_OF_CHARGE = Metrics.of("battery#state-of-charge");

    private record Doubt(BigDecimal value, Instant at, int times) {}

    private final Map<Metric, Doubt> doubts = new HashMap<>();

    /** Whether this value is to be believed after what was known before. */
    boolean accepts(Metric metric, Value value, @Nullable Sample before, Instant now, ZoneId zone) {
        if (before == null || before.value() == value || !(value instanceof Value.Amount(BigDecimal number))
                || !(before.value() instanceof Value.Amount(BigDecimal earlier))
                || follows(metric, earlier, before.at(), number, now, zone)) {
            doubts.remove(metric);
            return true;
        }
        Doubt doubt = Optional.ofNullable(doubts.get(metric)).filter(last -> goesOn(last.value, last.at, number, now))
                .map(last -> new Doubt(number, now, last.times + 1)).orElse(new Doubt(number, now, 1));
        doubts.put(metric, doubt);
        if (doubt.times < INSISTENCE) {
            return false;
        }
        doubts.remove(metric);
        return true;
    }

    private static boolean follows(Metric metric, BigDecimal earlier, Instant before, BigDecimal number, Instant now,
            ZoneId zone) {
        if (number.equals(earlier)) {
            return true;
        }
        if (metric.equals(STATE_OF_CHARGE)) {
            return number.signum() > 0 || earlier.compareTo(LOWEST_CHARGE_BEFORE_ZERO) <= 0;
        }
        if (metric.isDailyCounter() && number.compareTo(earlier) < 0) {
            return isDayChange(before, now, zone);
        }
        if (metric.isDailyCounter() || metric.isLifetimeCounter()) {
            return goesOn(earlier, before, number, now);
        }
        return true;
    }

    /** Garbage is different each time; a device that goes on from where it was gains what a home can gain meanwhile. */
    private static boolean goesOn(BigDecimal earlier, Instant before, BigDecimal number, Instant now) {
        return new Count(now, number).follows(new Count(before, earlier));
    }

    /** Whether a daily counter may have begun anew between these two moments. */
    static boolean isDayChange(Instant before, Instant now, ZoneId zone) {
        return !before.minus(CLOCK_ERROR).atZone(zone).toLocalDate()
                .equals(now.plus(CLOCK_ERROR).atZone(zone).toLocalDate());
    }
}
