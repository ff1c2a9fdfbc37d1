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

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What the devices of a plant have counted, those that are silent included. */
@NonNullByDefault
final class PlantCounters {

    private final Map<DeviceId, CountedDevice> devices = new HashMap<>();

    /** Takes in what a device's counters are now. */
    void take(DeviceState state, ZoneId zone) {
        devices.computeIfAbsent(state.device().id(), CountedDevice::new).take(state, zone);
    }

    /** What was known of a device before a restart; it counts until the device tells more. */
    void restore(CountedDevice device) {
        devices.putIfAbsent(device.id(), device);
    }

    /** Counts of other days end. */
    void startDay(LocalDate today, ZoneId zone) {
        devices.values().forEach(device -> device.startDay(today, zone));
        devices.values().removeIf(CountedDevice::isEmpty);
    }

    /** The device is none of the plant any more: what it has counted in total goes with it, that of today stays. */
    void leave(DeviceId id) {
        CountedDevice device = devices.get(id);
        if (device != null) {
            device.leave();
        }
    }

    Collection<CountedDevice> devices() {
        return devices.values();
    }
}
