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
import java.util.Set;

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
    private Set<Source> sources;

    /**
     * @param before what was shown of the device until now
     */
    Splice(Optional<DeviceState> before) {
        sources = before.map(DeviceState::sources).orElse(Set.of());
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
     */
    DeviceState join(DeviceState state, DeviceState own, ZoneId zone) {
        boolean other = !state.sources().equals(sources);
        sources = state.sources();
        Map<Metric, Sample> samples = new HashMap<>(state.samples());
        if (own.samples().keySet().stream().anyMatch(Metric::isLifetimeCounter)) {
            samples.keySet().removeIf(Metric::isLifetimeCounter);
            own.samples().forEach((metric, sample) -> {
                if (metric.isLifetimeCounter()) {
                    samples.put(metric, sample);
                }
            });
        }
        samples.replaceAll((metric, told) -> metric.isDailyCounter() ? goOn(metric, told, other, zone) : told);
        return state.with(samples);
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
