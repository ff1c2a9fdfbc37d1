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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Keeps the counters of a device from stepping back where its values begin to come from somewhere else: a device and its
 * cloud count a little differently. A counter stands still until the one who tells now has caught up; one of today's
 * begins anew with the day.
 */
@NonNullByDefault
final class Ratchet {

    private final Map<Metric, Sample> highest = new HashMap<>();

    /**
     * @param shown what was shown of the device until now
     */
    Ratchet(Optional<DeviceState> shown) {
        shown.ifPresent(state -> state.samples().forEach((metric, sample) -> {
            if (DeviceState.isCounter(metric)) {
                highest.put(metric, sample);
            }
        }));
    }

    /** The device with none of its counters below what was shown before. */
    DeviceState hold(DeviceState state, ZoneId zone) {
        Map<Metric, Sample> held = new HashMap<>(state.samples());
        held.replaceAll((metric, sample) -> DeviceState.isCounter(metric) ? held(metric, sample, zone) : sample);
        return state.with(held);
    }

    private Sample held(Metric metric, Sample told, ZoneId zone) {
        Sample shown = highest.get(metric);
        boolean falls = shown != null && number(told).compareTo(number(shown)) < 0
                && !(metric.isDailyCounter() && Plausibility.isDayChange(shown.at(), told.at(), zone));
        if (!falls) {
            highest.put(metric, told);
        }
        return falls ? shown : told;
    }

    private static BigDecimal number(@Nullable Sample sample) {
        return sample != null && sample.value() instanceof Value.Amount(BigDecimal number) ? number : BigDecimal.ZERO;
    }
}
