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

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;

/**
 * How many of a plant's inverters do their work.
 *
 * @param total things that bring a driver, disabled ones as well
 * @param connected things that are online
 * @param disabled things that the user switched off
 * @param lastPoll when any device last answered
 */
@NonNullByDefault
record FleetView(long total, long connected, long disabled, Optional<Instant> lastPoll) {

    static FleetView of(Collection<Thing> things, Collection<PollStats> stats) {
        List<Thing> polled = things.stream()
                .filter(thing -> SolarPlantBindingConstants.INVERTER.equals(thing.getThingTypeUID())).toList();
        return new FleetView(polled.size(),
                polled.stream().filter(thing -> thing.getStatus() == ThingStatus.ONLINE).count(),
                polled.stream().filter(thing -> !thing.isEnabled()).count(),
                stats.stream().flatMap(stat -> stat.lastSuccess().stream()).max(Comparator.naturalOrder()));
    }

    Map<Metric, Value> values() {
        Map<Metric, Value> values = new HashMap<>();
        values.put(Metrics.of("fleet#total"), Value.Amount.of(total));
        values.put(Metrics.of("fleet#connected"), Value.Amount.of(connected));
        values.put(Metrics.of("fleet#disabled"), Value.Amount.of(disabled));
        values.put(Metrics.of("fleet#disconnected"), Value.Amount.of(total - disabled - connected));
        lastPoll.ifPresent(at -> values.put(Metrics.of("fleet#last-poll"), new Value.Moment(at)));
        return values;
    }
}
