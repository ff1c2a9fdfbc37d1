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

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceMemory;
import org.openhab.binding.solarplant.internal.model.Plant;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;

/**
 * Keeps what a plant has counted over a restart, so that its sums begin where they ended although a device is silent.
 */
@NonNullByDefault
final class CounterKeeper {

    private static final String NAME = "counters";
    /** What was counted since the last time is told by the device itself; storages lie on cards that wear out. */
    private static final Duration INTERVAL = Duration.ofMinutes(15);

    private final Plant plant;
    private final DeviceMemory memory;
    private Instant next = Instant.MIN;

    CounterKeeper(Plant plant, DeviceMemory memory) {
        this.plant = plant;
        this.memory = memory;
    }

    /** A device that the plant had before begins to count again. */
    void restore(DeviceId device) {
        Optional<String> text = memory.recall(device, NAME);
        text.ifPresent(known -> plant.restore(device, known));
    }

    /** To be called about once a second. */
    void tick(Instant now) {
        if (next.equals(Instant.MIN) || next.isAfter(now.plus(INTERVAL))) {
            // the first time, or the clock was set back
            next = now.plus(INTERVAL);
        } else if (!now.isBefore(next)) {
            next = now.plus(INTERVAL);
            keep();
        }
    }

    /** Keeps what is counted by now. */
    void keep() {
        plant.counted().forEach((device, text) -> memory.keep(device, NAME, text));
    }

    /** A device is none of the plant any more. */
    PlantSnapshot forget(DeviceId device) {
        memory.forget(device, NAME);
        return plant.remove(Set.of(device));
    }
}
