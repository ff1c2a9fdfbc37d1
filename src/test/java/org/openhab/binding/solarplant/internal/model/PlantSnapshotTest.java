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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/** What a snapshot finds by an id: a device, by its former id too, and what it and its parts were not believed. */
@NonNullByDefault
class PlantSnapshotTest {

    private static final DeviceId INVERTER = new DeviceId(DeviceKind.INVERTER, "TC2501A001");
    private static final DeviceId FORMER = INVERTER.part(DeviceKind.BATTERY, 1);
    private static final DeviceId STACK = new DeviceId(DeviceKind.BATTERY, "HB2501A001");
    private static final DeviceId OTHER = new DeviceId(DeviceKind.INVERTER, "TC2501A002");

    private static DeviceState state(Device device, long rejected) {
        return new DeviceState(device, Set.of(Source.DIRECT), true, Instant.EPOCH, Map.of(), rejected);
    }

    private final PlantSnapshot snapshot = new PlantSnapshot(1,
            Map.of(INVERTER, state(new Device(INVERTER, null, Map.of()), 3), STACK,
                    state(new Device(STACK, INVERTER, Map.of()).formerly(FORMER), 4), OTHER,
                    state(new Device(OTHER, null, Map.of()), 100)),
            Map.of());

    @Test
    void aDeviceIsFoundByItsFormerId() {
        assertEquals(Optional.of(STACK), snapshot.device(FORMER).map(state -> state.device().id()));
        assertEquals(STACK, snapshot.currentId(FORMER));
        assertEquals(STACK, snapshot.currentId(STACK));
        DeviceId unknown = INVERTER.part(DeviceKind.BATTERY, 2);
        assertEquals(Optional.empty(), snapshot.device(unknown));
        assertEquals(unknown, snapshot.currentId(unknown));
    }

    @Test
    void whatWasNotBelievedIsCountedWithThatOfItsParts() {
        assertEquals(7, snapshot.rejected(INVERTER));
        assertEquals(4, snapshot.rejected(STACK));
        assertEquals(100, snapshot.rejected(OTHER));
        assertEquals(0, snapshot.rejected(FORMER));
    }
}
