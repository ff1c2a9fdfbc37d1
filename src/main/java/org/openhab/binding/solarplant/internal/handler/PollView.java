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

    private static final String NO_ERROR = "none";

    private PollView() {}

    /**
     * @param rejected how many values of the device were not believed
     */
    static Map<Metric, Value> of(PollStats stats, long rejected) {
        Map<Metric, Value> values = new HashMap<>();
        put(values, "mode", new Value.Text(stats.mode().id()));
        put(values, "tick-count", Value.Amount.of(stats.polls()));
        put(values, "consecutive-failures", Value.Amount.of(stats.failures()));
        put(values, "rejected-values", Value.Amount.of(rejected));
        put(values, "duration", new Value.Amount(BigDecimal.valueOf(stats.duration().toMillis(), 3)));
        put(values, "last-error", new Value.Text(stats.lastFailure().map(Failure::kind).map(Failure.Kind::id)
                .orElse(NO_ERROR)));
        stats.lastCadence().ifPresent(cadence -> put(values, "last-type", new Value.Text(type(stats.mode(), cadence))));
        stats.lastFull().ifPresent(at -> put(values, "last-full", new Value.Moment(at)));
        stats.lastSuccess().ifPresent(at -> put(values, "last-success", new Value.Moment(at)));
        return values;
    }

    private static String type(PollMode mode, Cadence cadence) {
        if (mode == PollMode.NORMAL) {
            return mode.id();
        }
        return cadence == Cadence.FAST ? "fast" : "full";
    }

    private static void put(Map<Metric, Value> values, String channel, Value value) {
        values.put(Metrics.of("poll#" + channel), value);
    }
}
