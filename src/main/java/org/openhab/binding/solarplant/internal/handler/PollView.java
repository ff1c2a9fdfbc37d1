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
import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.polling.PollMode;
import org.openhab.binding.solarplant.internal.polling.PollStats;

/** A driver's poll statistics as the channels of the group {@code poll}. */
@NonNullByDefault
final class PollView {

    private static final Metric MODE = Metrics.of("poll#mode");
    private static final Metric TICK_COUNT = Metrics.of("poll#tick-count");
    private static final Metric CONSECUTIVE_FAILURES = Metrics.of("poll#consecutive-failures");
    private static final Metric REJECTED_VALUES = Metrics.of("poll#rejected-values");
    private static final Metric DURATION = Metrics.of("poll#duration");
    private static final Metric LAST_ERROR = Metrics.of("poll#last-error");
    private static final Metric LAST_TYPE = Metrics.of("poll#last-type");
    private static final Metric LAST_FULL = Metrics.of("poll#last-full");
    private static final Metric LAST_SUCCESS = Metrics.of("poll#last-success");
    private static final String NO_ERROR = "none";

    private PollView() {}

    /**
     * @param rejected how many values of the device and of what belongs to it were not believed
     */
    static Map<Metric, Value> of(PollStats stats, long rejected) {
        Map<Metric, Value> values = new HashMap<>();
        values.put(MODE, new Value.Text(stats.mode().id()));
        values.put(TICK_COUNT, Value.Amount.of(stats.polls()));
        values.put(CONSECUTIVE_FAILURES, Value.Amount.of(stats.failures()));
        values.put(REJECTED_VALUES, Value.Amount.of(rejected));
        values.put(DURATION, new Value.Amount(BigDecimal.valueOf(stats.duration().toMillis(), 3)));
        values.put(LAST_ERROR, new Value.Text(stats.lastFailure().map(Failure::kind).map(Failure.Kind::id)
                .orElse(NO_ERROR)));
        stats.lastCadence().ifPresent(cadence -> values.put(LAST_TYPE, new Value.Text(type(stats.mode(), cadence))));
        stats.lastFull().ifPresent(at -> values.put(LAST_FULL, new Value.Moment(at)));
        stats.lastSuccess().ifPresent(at -> values.put(LAST_SUCCESS, new Value.Moment(at)));
        return values;
    }

    private static String type(PollMode mode, Cadence cadence) {
        if (mode == PollMode.NORMAL) {
            return mode.id();
        }
        return cadence == Cadence.FAST ? "fast" : "full";
    }
}
