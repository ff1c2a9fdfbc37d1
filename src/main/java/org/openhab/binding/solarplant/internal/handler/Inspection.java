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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.core.types.State;

/**
 * What is behind a thing at one moment.
 *
 * @param states what its channels show, by their ids, in the order of the channels
 * @param device what the plant knows of its device; nothing before that was ever heard of
 * @param drivers who tells of the device, its own driver first
 */
@NonNullByDefault
public record Inspection(Map<String, State> states, Optional<DeviceState> device, List<Probe> drivers) {

    /** Of a thing that shows a device. */
    static Inspection of(@Nullable PlantRuntime plant, Optional<DeviceId> device, Optional<DriverTarget> own,
            Map<String, State> states) {
        if (plant == null) {
            return new Inspection(states, Optional.empty(), List.of());
        }
        Stream<DriverTarget> others = device.stream().flatMap(id -> plant.driversOf(id).stream());
        return new Inspection(states, device.flatMap(id -> plant.snapshot().device(id)),
                Stream.concat(own.stream(), others).distinct().map(plant::probe).toList());
    }
}
