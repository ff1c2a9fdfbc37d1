/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Sample;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * Whether a battery does what was last asked of it, seen in its measured power: that a register was read back does not
 * say that the battery obeys.
 */
@NonNullByDefault
final class Effect {

    /** For so long the measured power may not fit (DESIGN §8): inverters ramp, and clouds and meters lag. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Metric POWER = Metrics.of("battery#power");
    private static final Metric CHARGE = Metrics.of("battery#state-of-charge");
    private static final Metric FLOOR = Metrics.of("settings#min-state-of-charge");
    private static final Metric CEILING = Metrics.of("settings#max-state-of-charge");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Optional<Asked> asked = Optional.empty();

    /** What a battery does about an order. */
    enum Word {
        /** What it was asked. */
        FOLLOWS,
        /** Something else, but it still has time. */
        NOT_YET,
        /** Something else. */
        IGNORES;

        /** The word as it stands in the channel, for example {@code not-yet}. */
        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What was seen by now.
     *
     * @param measured W; nothing before the first reading after the order
     * @param isNew whether it was otherwise at the last look
     * @param isAtLimit whether its state of charge keeps it from following: it is full, or as empty as it may be
     */
    record Seen(Word word, Optional<BigDecimal> measured, boolean isNew, boolean isAtLimit) {}

    /**
     * An order that is in force.
     *
     * @param end when it is over by itself; nothing if never
     * @param fitted when it was given, or its battery's power was last measured as it should be
     */
    private record Asked(Order order, Optional<Instant> end, Instant fitted, Instant looked, Word word) {}

    /** An order was carried out, or may have been. */
    synchronized void ordered(Order order, Instant now) {
        if (!FittingPower.isMeant(order)) {
            return;
        }
        Optional<Instant> end = order instanceof Order.ForcePower force
                ? Optional.of(now.plus(force.duration()))
                : Optional.empty();
        asked = Optional.of(asked.filter(before -> isSame(before.order, order))
                .map(before -> new Asked(order, end, before.fitted, before.looked, before.word))
                .orElseGet(() -> new Asked(order, end, now, now, Word.NOT_YET)));
    }

    /** Nobody asks for anything any more. */
    synchronized void forget() {
        asked = Optional.empty();
    }

    /** What the battery does by now about the order in force; nothing if there is none. */
    synchronized Optional<Seen> look(DeviceState state, Instant now) {
        asked = asked.filter(order -> order.end.filter(end -> !now.isBefore(end)).isEmpty());
        return asked.flatMap(order -> FittingPower.of(order.order, state).map(fitting -> look(order, fitting, state)));
    }

    private Seen look(Asked before, FittingPower fitting, DeviceState state) {
        if (!(state.samples().get(POWER) instanceof Sample(Value.Amount(BigDecimal power), Instant at))
                || !at.isAfter(before.looked)) {
            return new Seen(before.word, Optional.empty(), false, false);
        }
        boolean fits = fitting.includes(power);
        Instant fitted = fits ? at : before.fitted;
        boolean isLate = Duration.between(fitted, at).compareTo(PATIENCE) >= 0;
        Word word = fits ? Word.FOLLOWS : isLate ? Word.IGNORES : before.word;
        asked = Optional.of(new Asked(before.order, before.end, fitted, at, word));
        return new Seen(word, Optional.of(power), word != before.word, isAtLimit(fitting, state));
    }

    private static boolean isAtLimit(FittingPower fitting, DeviceState state) {
        return state.number(CHARGE).filter(charge -> fitting.isCharging()
                && charge.compareTo(state.number(CEILING).orElse(HUNDRED)) >= 0
                || fitting.isDischarging() && charge.compareTo(state.number(FLOOR).orElse(BigDecimal.ZERO)) <= 0)
                .isPresent();
    }

    /** A power that is only kept up, or follows a share that changes bit by bit, is no new one. */
    private static boolean isSame(Order before, Order now) {
        return before instanceof Order.ForcePower old && now instanceof Order.ForcePower next
                && FittingPower.isAlike(old.power(), next.power());
    }
}
