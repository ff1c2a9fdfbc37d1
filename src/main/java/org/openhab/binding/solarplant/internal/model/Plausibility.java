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
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Holds a device's new values against its earlier ones. A value that cannot follow from the one before is a glitch unless
 * the device insists on it: told several times in a row it is believed, since inverters do get exchanged and do lose
 * their counters.
 */
@NonNullByDefault
final class Plausibility {

    /** So many readings in a row make believable what cannot be, and what is only unlikely. */
    private static final int INSISTED = 3;
    private static final int REPEATED = 2;
    private static final int NEVER = Integer.MAX_VALUE;

    /** A state of charge falls to zero in one step only by a glitch if it was above this, in %: seen on SolaX. */
    private static final BigDecimal LOWEST_CHARGE_BEFORE_ZERO = BigDecimal.valueOf(5);
    /** A state of charge moves by so much at once, in %, and by so much more a minute: few batteries bear 1 C. */
    private static final BigDecimal CHARGE_STEP = BigDecimal.valueOf(5);
    private static final BigDecimal CHARGE_PER_MINUTE = BigDecimal.TWO;

    /** Beyond this part of the rated power a power is unlikely, if it came there by more than half of the rating. */
    private static final BigDecimal OVERLOAD = new BigDecimal("1.2");
    private static final BigDecimal SUDDEN = new BigDecimal("0.5");
    /** Two powers or capacities that differ by no more than a quarter say the same. */
    private static final BigDecimal SAME = new BigDecimal("0.25");
    /** A capacity does not change by more than a fifth. */
    private static final BigDecimal OTHER_CAPACITY = new BigDecimal("0.2");

    /** A counter that falls by less than this many kWh stands still until it has caught up: it is none of a new life. */
    private static final BigDecimal SMALL_FALL = BigDecimal.ONE;
    /** Clocks of devices may go wrong by so much: around midnight a daily counter may begin anew. */
    private static final Duration CLOCK_ERROR = Duration.ofHours(1);

    private static final Metric STATE_OF_CHARGE = Metrics.of("battery#state-of-charge");
    private static final Set<Metric> CAPACITIES = Set.of(Metrics.of("battery#capacity"),
            Metrics.of("battery#design-capacity"));
    private static final Set<Quantity> POWERS = Set.of(Quantity.POWER, Quantity.APPARENT_POWER,
            Quantity.REACTIVE_POWER);
    /** Groups of which the powers are wishes, not measured. */
    private static final Set<String> WISHES = Set.of("settings", "remote-control", "control");

    /**
     * @param value a number, but for words that nobody knows
     * @param times how often it was told in a row
     */
    private record Doubt(Value value, Instant at, int times) {}

    /**
     * Powers in a row that were not believed, all of the same sign.
     *
     * @param most the one that is farthest from zero, in W, as a positive number
     */
    private record Row(int sign, int length, BigDecimal most) {

        Row next(BigDecimal number) {
            return number.signum() == sign ? new Row(sign, length + 1, most.max(number.abs())) : first(number);
        }

        static Row first(BigDecimal number) {
            return new Row(number.signum(), 1, number.abs());
        }
    }

    private final Map<Metric, Doubt> doubts = new HashMap<>();
    private final Map<Metric, Row> unlikely = new HashMap<>();
    /** The highest of the unlikely powers that turned out to be true: what a house draws does not ask for a rating. */
    private final Map<Metric, BigDecimal> proven = new HashMap<>();
    /** When counters last stood a little below what was believed of them: from then on they gain, and not since that. */
    private final Map<Metric, Instant> standing = new HashMap<>();

    /**
     * Judges a new value.
     *
     * @param before what the device told last and was believed; null if that is nothing
     * @param rated what the device is rated, in W; nothing if nobody knows
     * @param zone where days begin
     */
    Judgement judge(Metric metric, Value value, @Nullable Sample before, Instant now, Optional<BigDecimal> rated,
            ZoneId zone) {
        if (before == null || before.value() == value) {
            return believed(metric);
        }
        int needed = needed(metric, value, before, now, rated, zone);
        if (needed == 1) {
            return believed(metric);
        }
        if (needed == NEVER) {
            doubts.remove(metric);
            standing.put(metric, now);
            return Judgement.HELD;
        }
        Doubt doubt = Optional.ofNullable(doubts.get(metric)).filter(last -> goesOn(metric, last, value, now, rated))
                .map(last -> new Doubt(value, now, last.times + 1)).orElse(new Doubt(value, now, 1));
        boolean isRepeated = doubt.times >= needed;
        if (POWERS.contains(metric.quantity()) && value instanceof Value.Amount(BigDecimal number)
                ? isTruePower(metric, number, isRepeated)
                : isRepeated) {
            return believed(metric);
        }
        doubts.put(metric, doubt);
        return needed == INSISTED || !DeviceState.isCounter(metric) ? Judgement.REFUSED : Judgement.HELD;
    }

    /** An unlikely power is true if it is repeated, or if it is not the only one. */
    private boolean isTruePower(Metric metric, BigDecimal number, boolean isRepeated) {
        Row before = unlikely.get(metric);
        Row row = before == null ? Row.first(number) : before.next(number);
        unlikely.put(metric, row);
        if (!isRepeated && row.length < INSISTED) {
            return false;
        }
        proven.merge(metric, isRepeated ? number.abs() : row.most, BigDecimal::max);
        return true;
    }

    private Judgement believed(Metric metric) {
        if (!unlikely.isEmpty()) {
            unlikely.remove(metric);
        }
        if (!doubts.isEmpty()) {
            doubts.remove(metric);
        }
        if (!standing.isEmpty()) {
            standing.remove(metric);
        }
        return Judgement.BELIEVED;
    }

    /** How many readings in a row have to tell this value until it is believed. */
    private int needed(Metric metric, Value value, Sample before, Instant now, Optional<BigDecimal> rated,
            ZoneId zone) {
        if (value instanceof Value.Text text && text.isUnknown()) {
            return text.equals(before.value()) ? 1 : REPEATED;
        }
        return value instanceof Value.Amount(BigDecimal number)
                && before.value() instanceof Value.Amount(BigDecimal earlier) && !number.equals(earlier)
                        ? needed(metric, earlier, before.at(), number, now, rated, zone)
                        : 1;
    }

    private int needed(Metric metric, BigDecimal earlier, Instant before, BigDecimal number, Instant now,
            Optional<BigDecimal> rated, ZoneId zone) {
        if (DeviceState.isCounter(metric)) {
            CounterLimit limit = CounterLimit.of(metric, rated);
            return number.compareTo(earlier) < 0
                    ? forFall(metric, earlier, before, number, now, limit, zone)
                    : forGain(number.subtract(earlier),
                            Duration.between(standing.getOrDefault(metric, before), now), limit);
        }
        if (metric.equals(STATE_OF_CHARGE)) {
            return forCharge(earlier, number, Duration.between(before, now));
        }
        if (CAPACITIES.contains(metric)) {
            return isSame(earlier, number, OTHER_CAPACITY) ? 1 : REPEATED;
        }
        return rated.isPresent() && POWERS.contains(metric.quantity()) && !WISHES.contains(metric.type().group())
                ? forPower(earlier, number, proven.getOrDefault(metric, BigDecimal.ZERO).max(rated.get()))
                : 1;
    }

    private static int forFall(Metric metric, BigDecimal earlier, Instant before, BigDecimal number, Instant now,
            CounterLimit limit, ZoneId zone) {
        if (metric.isDailyCounter() && isDayChange(before, now, zone)
                && limit.allowsAtOnce(number.max(BigDecimal.ZERO), Duration.between(before, now))) {
            return 1;
        }
        return earlier.subtract(number).compareTo(SMALL_FALL) < 0 ? NEVER : INSISTED;
    }

    private static int forGain(BigDecimal gain, Duration time, CounterLimit limit) {
        if (limit.allows(gain, time)) {
            return 1;
        }
        return limit.allowsAtOnce(gain, time) ? REPEATED : INSISTED;
    }

    private static int forCharge(BigDecimal earlier, BigDecimal number, Duration time) {
        if (number.signum() <= 0 && earlier.compareTo(LOWEST_CHARGE_BEFORE_ZERO) > 0) {
            return INSISTED;
        }
        BigDecimal most = CHARGE_STEP
                .add(CHARGE_PER_MINUTE.multiply(BigDecimal.valueOf(Math.max(0, time.toMinutes()))));
        return number.subtract(earlier).abs().compareTo(most) <= 0 ? 1 : REPEATED;
    }

    private static int forPower(BigDecimal earlier, BigDecimal number, BigDecimal most) {
        return number.abs().compareTo(most.multiply(OVERLOAD)) <= 0
                || number.subtract(earlier).abs().compareTo(most.multiply(SUDDEN)) <= 0 ? 1 : REPEATED;
    }

    /** Garbage is different each time; what is true is told again, and a counter goes on from there. */
    private static boolean goesOn(Metric metric, Doubt doubt, Value value, Instant now, Optional<BigDecimal> rated) {
        if (!(value instanceof Value.Amount(BigDecimal number))
                || !(doubt.value instanceof Value.Amount(BigDecimal earlier))) {
            return value.equals(doubt.value);
        }
        if (DeviceState.isCounter(metric)) {
            return CounterLimit.of(metric, rated).allowsAtOnce(number.subtract(earlier),
                    Duration.between(doubt.at, now));
        }
        return metric.equals(STATE_OF_CHARGE)
                ? number.subtract(earlier).abs().compareTo(CHARGE_STEP) <= 0
                : isSame(earlier, number, SAME);
    }

    private static boolean isSame(BigDecimal one, BigDecimal other, BigDecimal part) {
        return other.subtract(one).abs().compareTo(one.abs().multiply(part)) <= 0;
    }

    /** Whether a daily counter may have begun anew between these two moments. */
    private static boolean isDayChange(Instant before, Instant now, ZoneId zone) {
        return !before.minus(CLOCK_ERROR).atZone(zone).toLocalDate()
                .equals(now.plus(CLOCK_ERROR).atZone(zone).toLocalDate());
    }
}
