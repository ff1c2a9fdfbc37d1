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

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What one inverter and its siblings gave in the last half hour, minute by minute. */
@NonNullByDefault
final class PvWindow {

    private static final int MINUTES = 30;
    /** After so long without a minute that counts, what was before it says nothing any more. */
    private static final Duration BREAK = Duration.ofMinutes(5);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private record Minute(Instant at, BigDecimal own, BigDecimal siblings) {}

    private final Deque<Minute> minutes = new ArrayDeque<>();

    /**
     * Another minute.
     *
     * @param own W for each kWp
     * @param siblings W for each kWp, more than 0
     * @return its share of theirs over the half hour, in %; nothing until that is full
     */
    Optional<BigDecimal> take(Instant at, BigDecimal own, BigDecimal siblings) {
        if (!minutes.isEmpty() && Duration.between(minutes.getLast().at(), at).abs().compareTo(BREAK) > 0) {
            minutes.clear();
        }
        minutes.addLast(new Minute(at, own, siblings));
        if (minutes.size() < MINUTES) {
            return Optional.empty();
        }
        BigDecimal share = sum(Minute::own).multiply(HUNDRED).divide(sum(Minute::siblings), MathContext.DECIMAL64);
        minutes.removeFirst();
        return Optional.of(share);
    }

    private BigDecimal sum(Function<Minute, BigDecimal> part) {
        return minutes.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
