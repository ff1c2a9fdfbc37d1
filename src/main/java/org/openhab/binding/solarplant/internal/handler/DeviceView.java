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

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Source;
import org.openhab.binding.solarplant.internal.model.Value;

/** What is known of a device as values for its channels. */
@NonNullByDefault
final class DeviceView {

    private static final Metric LAST_UPDATE = Metrics.of("status#last-update");
    private static final Metric DATA_SOURCE = Metrics.of("status#data-source");
    /** What comes from one source only, and whose things have no channel for it. */
    private static final Set<DeviceKind> OF_ONE_SOURCE = Set.of(DeviceKind.BATTERY, DeviceKind.METER,
            DeviceKind.EV_CHARGER);

    /** What else a thing shows beside what its device says, above all of its polls. */
    private static final int OTHERS = 12;

    private DeviceView() {}

    /** The values as a map to which more may be added. */
    static Map<Metric, Value> of(DeviceState state) {
        Map<Metric, Value> values = HashMap.newHashMap(state.samples().size() + OTHERS);
        state.samples().forEach((metric, sample) -> values.put(metric, sample.value()));
        values.put(LAST_UPDATE, new Value.Moment(state.lastUpdate()));
        if (!OF_ONE_SOURCE.contains(state.device().id().kind())) {
            values.put(DATA_SOURCE, new Value.Text(source(state.sources())));
        }
        return values;
    }

    private static String source(Set<Source> sources) {
        if (sources.size() > 1) {
            return "merged";
        }
        return sources.contains(Source.DIRECT) ? "direct" : sources.contains(Source.CLOUD) ? "cloud" : "blinded";
    }
}
