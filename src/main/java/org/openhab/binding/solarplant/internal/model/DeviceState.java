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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What is known of a device by now: its newest value of each metric.
 *
 * @param device who it is about
 * @param sources from whom its values come
 * @param connected whether it answers; a lost device keeps its counters, and nothing else
 * @param lastUpdate when it last said anything
 * @param samples its values, which whoever hands them over changes no more
 * @param rejected how many of its values were not believed since the start
 */
@NonNullByDefault
public record DeviceState(Device device, Set<Source> sources, boolean connected, Instant lastUpdate,
        Map<Metric, Sample> samples, long rejected) {

    public DeviceState {
        // no copy: each poll of each device makes one of these from maps of its own
        samples = Collections.unmodifiableMap(samples);
    }

    /** The metric's number; nothing if it has none. */
    public Optional<BigDecimal> number(Metric metric) {
        return samples.get(metric) instanceof Sample(Value.Amount(BigDecimal number), Instant at)
                ? Optional.of(number)
                : Optional.empty();
    }

    /** Whether it tells what happens now: it answers, and not all that it measured of the moment is too old by now. */
    public boolean isLive() {
        return connected && samples.keySet().stream().anyMatch(metric -> !isCounter(metric) && !metric.isSetting());
    }

    /** The same device with other samples. */
    DeviceState with(Map<Metric, Sample> others) {
        return new DeviceState(device, sources, connected, lastUpdate, others, rejected);
    }

    /** The same device after it was lost. */
    DeviceState lost() {
        return new DeviceState(device, sources, false, lastUpdate, counters(), rejected);
    }

    /** The same device without what is stale. */
    DeviceState without(BiPredicate<Metric, Sample> stale) {
        if (samples.entrySet().stream().noneMatch(entry -> stale.test(entry.getKey(), entry.getValue()))) {
            return this;
        }
        Map<Metric, Sample> fresh = new HashMap<>(samples);
        fresh.entrySet().removeIf(entry -> stale.test(entry.getKey(), entry.getValue()));
        return with(fresh);
    }

    /** The same device when a day begins: what was counted today before is zero, or unknown if the device is lost. */
    DeviceState startDay(LocalDate today, ZoneId zone) {
        Map<Metric, Sample> changed = new HashMap<>(samples);
        Sample zero = new Sample(Value.Amount.of(0), DayCounter.midnight(today, zone));
        samples.forEach((metric, sample) -> {
            int order = metric.isDailyCounter() ? DayCounter.day(sample.at(), zone).compareTo(today) : 0;
            if (order < 0 && connected) {
                changed.put(metric, zero);
            } else if (order != 0) {
                changed.remove(metric);
            }
        });
        return changed.equals(samples) ? this : with(changed);
    }

    /** The same device after the clock was set back to this time: what it said later than now is as of now, or unknown. */
    DeviceState until(Instant now) {
        Map<Metric, Sample> changed = new HashMap<>();
        samples.forEach((metric, sample) -> {
            if (!sample.at().isAfter(now)) {
                changed.put(metric, sample);
            } else if (metric.isLifetimeCounter()) {
                changed.put(metric, new Sample(sample.value(), now));
            }
        });
        return new DeviceState(device, sources, connected, lastUpdate.isAfter(now) ? now : lastUpdate, changed,
                rejected);
    }

    private Map<Metric, Sample> counters() {
        Map<Metric, Sample> counters = new HashMap<>(samples);
        counters.keySet().removeIf(metric -> !isCounter(metric));
        return counters;
    }

    static boolean isCounter(Metric metric) {
        return metric.isDailyCounter() || metric.isLifetimeCounter();
    }
}
