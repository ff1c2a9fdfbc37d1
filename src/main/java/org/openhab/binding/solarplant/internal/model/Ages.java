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

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Knows of who tells of a device how old the oldest value is at most, so that its values are looked at only when one of
 * them may be too old.
 */
@NonNullByDefault
final class Ages {

    /** What a device is set to is asked more rarely than what it measures, and so holds for so much longer. */
    private static final Duration SETTINGS_HOLD = Duration.ofMinutes(12);

    /** No value of it is older; settings count as younger by what they hold longer. */
    private final Map<Contribution, Instant> oldest = new HashMap<>();

    /** Values of this time have come. */
    void told(Contribution contribution, Instant at) {
        Instant known = oldest.get(contribution);
        if (known == null || at.isBefore(known)) {
            oldest.put(contribution, at);
        }
    }

    /** Whether a value may be older than this. */
    boolean mayBeBefore(Contribution contribution, Instant time) {
        Instant known = oldest.get(contribution);
        return known != null && known.isBefore(time);
    }

    /** The device is none of the plant any more. */
    void forget(DeviceId device) {
        oldest.keySet().removeIf(contribution -> contribution.device().equals(device));
    }

    /** What is known without what is from before this time; counters stay. */
    DeviceState since(Contribution contribution, DeviceState state, Instant time) {
        DeviceState fresh = state
                .without((metric, sample) -> !DeviceState.isCounter(metric) && age(metric, sample).isBefore(time));
        fresh.samples().entrySet().stream().filter(entry -> !DeviceState.isCounter(entry.getKey()))
                .map(entry -> age(entry.getKey(), entry.getValue())).min(Instant::compareTo)
                .ifPresentOrElse(at -> oldest.put(contribution, at), () -> oldest.remove(contribution));
        return fresh;
    }

    private static Instant age(Metric metric, Sample sample) {
        return metric.isSetting() ? sample.at().plus(SETTINGS_HOLD) : sample.at();
    }
}
