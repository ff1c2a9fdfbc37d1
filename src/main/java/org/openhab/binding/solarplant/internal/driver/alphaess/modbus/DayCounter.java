/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.modbus;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Count;

/** What a counter gained since midnight, which it does not tell itself. Within a day it never falls. */
@NonNullByDefault
final class DayCounter {

    /** A count from so long before or after midnight stands for the one at midnight; without one the day is not known. */
    private static final Duration NEAR = Duration.ofHours(1);

    private Optional<Count> base;
    private @Nullable Count last;
    private Instant day = Instant.MIN;
    private Optional<BigDecimal> gained = Optional.empty();

    /**
     * @param base the count nearest to the last midnight, if it is known from before
     */
    DayCounter(Optional<Count> base) {
        this.base = base;
    }

    /**
     * Takes in a new count.
     *
     * @param midnight when the day of this count began
     * @return what was gained since then; nothing if that is not known
     */
    Optional<BigDecimal> take(Count now, Instant midnight) {
        Count before = last;
        last = now;
        if (!midnight.equals(day)) {
            day = midnight;
            gained = Optional.empty();
        }
        base = base.filter(count -> isNear(count, midnight));
        if (before == null || now.follows(before)) {
            base = Stream.of(base.stream(), Stream.ofNullable(before), Stream.of(now)).flatMap(counts -> counts)
                    .filter(count -> isNear(count, midnight))
                    .min(Comparator.comparing(count -> distance(count, midnight)));
            base.filter(now::follows).map(count -> now.total().subtract(count.total()))
                    .ifPresent(gain -> gained = Optional.of(gained.orElse(gain).max(gain)));
        }
        return base.flatMap(count -> gained);
    }

    /** The count nearest to the last midnight. */
    Optional<Count> base() {
        return base;
    }

    private static Duration distance(Count count, Instant time) {
        return Duration.between(count.at(), time).abs();
    }

    private static boolean isNear(Count count, Instant midnight) {
        return distance(count, midnight).compareTo(NEAR) <= 0;
    }
}
