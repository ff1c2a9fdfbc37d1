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

import java.util.Collections;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * All devices and the plant's totals at one moment. Whoever hands over the maps changes them no more.
 *
 * @param version counts the snapshots: of two, the one with the higher version is the newer
 * @param devices every device that was ever seen since the start
 * @param totals what the plant as a whole does
 */
@NonNullByDefault
public record PlantSnapshot(long version, Map<DeviceId, DeviceState> devices, Map<Metric, Value> totals) {

    /** A plant of which nothing is known yet. */
    public static final PlantSnapshot EMPTY = new PlantSnapshot(0, Map.of(), Map.of());

    public PlantSnapshot {
        // no copies: a plant makes each of these from maps of its own
        devices = devices instanceof DeviceStates ? devices : Collections.unmodifiableMap(devices);
        totals = Collections.unmodifiableMap(totals);
    }

    /** The device with this id, if it was seen; also by one that it had before. */
    public Optional<DeviceState> device(DeviceId id) {
        DeviceState known = devices.get(id);
        return known == null
                ? devices.values().stream().filter(state -> id.equals(state.device().former())).findFirst()
                : Optional.of(known);
    }

    /** The id by which a device is known now; the same if it never had another one. */
    public DeviceId currentId(DeviceId id) {
        return device(id).map(state -> state.device().id()).orElse(id);
    }

    /** How many values of this device, and of those that belong to it, were not believed since the start. */
    public long rejected(DeviceId id) {
        return devices.values().stream()
                .filter(state -> state.device().id().equals(id) || id.equals(state.device().owner()))
                .mapToLong(DeviceState::rejected).sum();
    }

    /** The kind of device that steers this one, so that only that one can be told what to do; nothing if it steers itself. */
    public Optional<DeviceKind> managerOf(DeviceId id) {
        boolean isManaged = device(id).filter(state -> state.sources().contains(Source.ROLL_UP)).isPresent();
        return isManaged
                ? devices.keySet().stream().map(DeviceId::kind)
                        .filter(kind -> kind == DeviceKind.EMS || kind == DeviceKind.GATEWAY).findFirst()
                : Optional.empty();
    }
}
