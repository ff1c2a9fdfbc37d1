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
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** Decides what of a device's readings is believed, and lets its counters of today begin with the day of the plant. */
@NonNullByDefault
final class ReadingFilter {

    /** So many values that cannot be so at once are a garbled answer, of which nothing is believed. */
    private static final int GARBLED = 3;
    /** So many garbled answers in a row; what comes then is what the device means. */
    private static final int MOST_GARBLED = 2;
    /** No part of a device warms up or cools down by more K from one reading to the next within the next minutes. */
    private static final BigDecimal MOST_KELVIN = BigDecimal.valueOf(20);
    private static final Duration NEXT_MINUTES = Duration.ofMinutes(5);
    /** A battery that had a voltage has one. */
    private static final Metric BATTERY_VOLTAGE = Metrics.of("battery#voltage");

    private final Plausibility plausibility = new Plausibility();
    private final Map<Metric, DayCounter> days = new HashMap<>();
    private int garbled;

    /**
     * A reading with what is not believed of it.
     *
     * @param doubtful the metrics of which the new value is not taken
     * @param rejected how many of them the device is to blame for
     */
    record Checked(Reading reading, Set<Metric> doubtful, int rejected) {}

    /**
     * Holds a reading against what is known of the device.
     *
     * @param known its values before this reading
     */
    Checked check(Reading reading, Map<Metric, Sample> known, ZoneId zone) {
        Set<Metric> doubtful = new HashSet<>();
        Optional<BigDecimal> rated = reading.device().ratedPower();
        int impossible = 0;
        int rejected = 0;
        for (Map.Entry<Metric, Value> told : reading.values().entrySet()) {
            Metric metric = told.getKey();
            if (SignedPower.isPart(metric)) {
                continue;
            }
            Sample before = before(metric, known);
            Judgement judgement = plausibility.judge(metric, told.getValue(), before, reading.at(), rated, zone);
            if (judgement != Judgement.BELIEVED) {
                doubtful.add(metric);
            }
            if (judgement == Judgement.REFUSED) {
                rejected++;
                impossible++;
            } else if (before != null && isImpossible(metric, before, told.getValue(), reading.at())) {
                impossible++;
            }
        }
        garbled = impossible >= GARBLED && garbled < MOST_GARBLED ? garbled + 1 : 0;
        return garbled > 0
                ? new Checked(reading, Set.copyOf(reading.values().keySet()), reading.values().size())
                : new Checked(reading, doubtful, rejected);
    }

    private @Nullable Sample before(Metric metric, Map<Metric, Sample> known) {
        if (metric.isDailyCounter()) {
            DayCounter counter = days.get(metric);
            return counter == null ? null : new Sample(new Value.Amount(counter.told()), counter.at());
        }
        return known.get(metric);
    }

    private static boolean isImpossible(Metric metric, Sample before, Value value, Instant now) {
        if (!(before.value() instanceof Value.Amount(BigDecimal earlier))
                || !(value instanceof Value.Amount(BigDecimal number)) || number.equals(earlier)) {
            return false;
        }
        return switch (metric.quantity()) {
            case TEMPERATURE -> number.subtract(earlier).abs().compareTo(MOST_KELVIN) > 0
                    && Duration.between(before.at(), now).compareTo(NEXT_MINUTES) <= 0;
            case VOLTAGE -> metric.equals(BATTERY_VOLTAGE) && number.signum() == 0;
            default -> false;
        };
    }

    /** What is known of the device after a reading. */
    DeviceState take(@Nullable DeviceState before, Checked checked, ZoneId zone) {
        Reading reading = checked.reading();
        Map<Metric, Sample> earlier = before == null ? Map.of() : before.samples();
        Map<Metric, Sample> samples = HashMap.newHashMap(Math.max(earlier.size(), reading.values().size()));
        samples.putAll(earlier);
        reading.values().forEach((metric, value) -> {
            if (value instanceof Value.Unset && !metric.isSetting()) {
                samples.remove(metric);
                samples.keySet().removeAll(SignedPower.parts(metric));
            } else if (!checked.doubtful().contains(metric)) {
                Sample sample = sample(metric, value, reading, zone);
                if (sample != null) {
                    samples.put(metric, sample);
                }
            }
        });
        long rejected = (before == null ? 0 : before.rejected()) + reading.rejected() + checked.rejected();
        return new DeviceState(reading.device(), Set.of(reading.source()), true, reading.at(), samples, rejected);
    }

    private @Nullable Sample sample(Metric metric, Value value, Reading reading, ZoneId zone) {
        if (!metric.isDailyCounter() || !(value instanceof Value.Amount(BigDecimal number))) {
            return new Sample(value, reading.at());
        }
        DayCounter before = days.get(metric);
        Optional<DayCounter> counter = before == null
                ? DayCounter.first(number, reading.at(), CounterLimit.of(metric, reading.device().ratedPower()), zone)
                : Optional.of(before.next(number, reading.at(), zone));
        counter.ifPresent(known -> days.put(metric, known));
        return counter.map(known -> new Sample(new Value.Amount(known.shown()), reading.at())).orElse(null);
    }

    /** The counters of today, for those who keep them over a restart. */
    Map<Metric, DayCounter> days() {
        return days;
    }
}
