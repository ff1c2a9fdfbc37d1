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

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * What registers said.
 *
 * @param values per device (as the profile names them) its metrics
 * @param facts what the device told of itself
 * @param rejected per device how many values broke their bounds
 */
@NonNullByDefault
record Decoded(Map<String, Map<Metric, Value>> values, Map<String, Integer> facts, Map<String, Integer> rejected) {

    /** The same without these metrics of a device, which are not believed. */
    Decoded without(String device, Set<Metric> metrics) {
        if (metrics.isEmpty()) {
            return this;
        }
        Map<Metric, Value> left = new HashMap<>(values.getOrDefault(device, Map.of()));
        left.keySet().removeAll(metrics);
        Map<String, Map<Metric, Value>> all = new HashMap<>(values);
        all.put(device, left);
        Map<String, Integer> more = new HashMap<>(rejected);
        more.merge(device, metrics.size(), Integer::sum);
        return new Decoded(all, facts, more);
    }
}
