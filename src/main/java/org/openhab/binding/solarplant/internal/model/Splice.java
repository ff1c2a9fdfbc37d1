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
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Lets the counters of a device go on from where they are when its values begin to come from somewhere else: a device and
 * its cloud count a little differently, and a counter that stepped back would look like a new day. All counters of today
 * gain what the one says who tells now, so that together they still add up. The totals are the device's own as soon as it
 * has told any: they stand still while it is silent.
 */
@NonNullByDefault
final class Splice {

    private final Map<Metric, Sample> shown = new HashMap<>();
    private final Map<Metric, BigDecimal> offsets = new HashMap<>();
    private boolean ofCloud;

    /**
     * @param before what was shown of the device until now
     */
    Splice(Optional<DeviceState> before) {
        ofCloud = before.filter(Splice::isCloud).isPresent();
        before.ifPresent(state -> state.samples().forEach((metric, sample) -> {
            if (metric.isDailyCounter()) {
                shown.put(metric, sample);
            }
        }));
    }

    /**
     * The device with counters that go on.
     *
     * @param state what is known of it by who tells now
     * @param own what it has said itself
     * @param cloud what its cloud says of it
     */
    DeviceState join(DeviceState state, DeviceState own, DeviceState cloud, ZoneId zone) {
        Map<Metric, Sample> samples = new HashMap<>(state.samples());
        if (tells(own, Metric::isLifetimeCounter)) {
            take(samples, own, Metric::isLifetimeCounter);
        }
        boolean byCloud = isCloud(state) || cloud.connected() && !tells(own, Metric::isDailyCounter);
        if (byCloud) {
            take(samples, cloud, Metric::isDailyCounter);
        }
        boolean other = byCloud != ofCloud;
        ofCloud = byCloud;
        samples.replaceAll((metric, told) -> metric.isDailyCounter() ? goOn(metric, told, other, zone) : told);
        return state.with(samples);
    }

    private static boolean isCloud(DeviceState state) {
        return state.sources().contains(Source.CLOUD);
    }

    private static boolean tells(DeviceState state, Predicate<Metric> counters) {
        return state.samples().keySet().stream().anyMatch(counters);
    }

    private static void take(Map<Metric, Sample> samples, DeviceState from, Predicate<Metric> counters) {
        samples.keySet().removeIf(counters);
        from.samples().forEach((metric, sample) -> {
            if (counters.test(metric)) {
                samples.put(metric, sample);
            }
        });
    }

    private Sample goOn(Metric metric, Sample told, boolean other, ZoneId zone) {
        Sample before = shown.get(metric);
        if (before == null || !isSameDay(before, told, zone)) {
            offsets.remove(metric);
        } else if (other) {
            offsets.put(metric, number(before).subtract(number(told)));
        }
        BigDecimal offset = offsets.getOrDefault(metric, BigDecimal.ZERO);
        Sample going = offset.signum() == 0
                ? told
                : new Sample(new Value.Amount(number(told).add(offset)), told.at());
        shown.put(metric, going);
        return going;
    }

    private static boolean isSameDay(Sample one, Sample other, ZoneId zone) {
        return one.at().atZone(zone).toLocalDate().equals(other.at().atZone(zone).toLocalDate());
    }

    private static BigDecimal number(@Nullable Sample sample) {
        return sample != null && sample.value() instanceof Value.Amount(BigDecimal number) ? number : BigDecimal.ZERO;
    }
}
