/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * Numbers that a device was found to be set to beyond what its model is known to allow. What stood in it once may be set
 * again, and all between. A number that was another one before has to be told twice in a row, or one wrong bit would do.
 */
@NonNullByDefault
final class FoundSettings {

    private final Map<Metric, Interval> found = new ConcurrentHashMap<>();
    private final Map<Metric, BigDecimal> told = new ConcurrentHashMap<>();

    /**
     * Remembers what of these values lies outside of what was allowed.
     *
     * @return the settings that do so for the first time after another number: of them nothing is believed yet
     */
    Set<Metric> note(Map<Metric, Allowed> settings, Map<Metric, Value> values) {
        Set<Metric> doubtful = new HashSet<>();
        settings.forEach((metric, allowed) -> {
            if (allowed instanceof Allowed.Range && values.get(metric) instanceof Value.Amount(BigDecimal number)) {
                BigDecimal before = told.put(metric, number);
                if (widened(metric, allowed) instanceof Allowed.Range(BigDecimal min, BigDecimal max, BigDecimal step)
                        && !new Interval(min, max).contains(number)) {
                    if (before == null || before.equals(number)) {
                        found.merge(metric, new Interval(number, number), Interval::with);
                    } else {
                        doubtful.add(metric);
                    }
                }
            }
        });
        return doubtful;
    }

    /** What may be set, with what was found. */
    Map<Metric, Allowed> widened(Map<Metric, Allowed> settings) {
        if (found.isEmpty()) {
            return settings;
        }
        Map<Metric, Allowed> widened = new LinkedHashMap<>();
        settings.forEach((metric, allowed) -> widened.put(metric, widened(metric, allowed)));
        return widened;
    }

    /** What this one may be set to, with what was found. */
    Allowed widened(Metric metric, Allowed allowed) {
        Interval beyond = found.get(metric);
        return beyond != null && allowed instanceof Allowed.Range range
                ? new Allowed.Range(range.min().min(beyond.min()), range.max().max(beyond.max()), range.step())
                : allowed;
    }
}
