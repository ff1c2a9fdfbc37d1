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

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Whether the grid is there, by what the devices of a plant say. Whoever measures the grid for all of the house is asked
 * first: the grid meter or what it belongs to, then gateways, then an EMS. Else the inverters with a battery, and only
 * where none of them tells the others: those may see no more than what a battery inverter feeds them. Of several the grid
 * is there as long as one has it.
 */
@NonNullByDefault
final class GridPresence {

    private static final Metric AVAILABLE = Metrics.of("grid#available");
    private static final Metric STATE_OF_CHARGE = Metrics.of("battery#state-of-charge");

    private GridPresence() {}

    static void addTo(Map<Metric, Value> totals, Collection<DeviceState> devices, Optional<DeviceId> gridMeter) {
        List<DeviceState> connected = devices.stream().filter(DeviceState::connected).toList();
        Set<DeviceId> meter = connected.stream()
                .filter(state -> gridMeter.filter(state.device().id()::equals).isPresent())
                .flatMap(state -> Stream.of(state.device().id(), state.device().owner()).filter(Objects::nonNull))
                .collect(Collectors.toSet());
        Stream<Stream<DeviceState>> ranks = Stream.of(
                connected.stream().filter(state -> meter.contains(state.device().id())),
                connected.stream().filter(state -> state.device().id().kind() == DeviceKind.GATEWAY),
                connected.stream().filter(state -> state.device().id().kind() == DeviceKind.EMS),
                connected.stream().filter(state -> state.number(STATE_OF_CHARGE).isPresent()), connected.stream());
        ranks.flatMap(rank -> told(rank).stream()).findFirst()
                .ifPresent(available -> totals.put(AVAILABLE, new Value.Switch(available)));
    }

    private static Optional<Boolean> told(Stream<DeviceState> devices) {
        return devices.flatMap(
                state -> state.samples().get(AVAILABLE) instanceof Sample(Value.Switch(boolean on), Instant at)
                        ? Stream.of(on)
                        : Stream.empty())
                .reduce(Boolean::logicalOr);
    }
}
