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

import static org.junit.jupiter.api.Assertions.*;
import static org.openhab.binding.solarplant.internal.model.Readings.*;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;

/** Whether the plant has the grid. */
@NonNullByDefault
class GridPresenceTest {

    private static final Metric AVAILABLE = metric("grid#available");
    private static final Value ON = new Value.Switch(true);
    private static final Value OFF = new Value.Switch(false);
    private static final DeviceId A = inverter("A");
    private static final DeviceId B = inverter("B");
    private static final DeviceId GATEWAY = new DeviceId(DeviceKind.GATEWAY, "G");
    private static final DeviceId EMS = new DeviceId(DeviceKind.EMS, "E");
    private static final DeviceId METER = new DeviceId(DeviceKind.METER, "B-meter-1");

    private static Reading hybrid(DeviceId id, Value available) {
        return reading(id).with(Map.of(AVAILABLE, available, metric("battery#state-of-charge"), amount("50")));
    }

    private static Reading other(DeviceId id, Value available) {
        return reading(id).with(Map.of(AVAILABLE, available));
    }

    private static Plant plant(@Nullable DeviceId gridMeter, Reading... readings) {
        Plant plant = new Plant(() -> ZoneOffset.UTC, Optional.ofNullable(gridMeter));
        plant.merge(List.of(readings));
        return plant;
    }

    private static @Nullable Value of(Plant plant) {
        return plant.addUp().totals().get(AVAILABLE);
    }

    @Test
    void whereNobodyTellsItIsNotKnown() {
        assertNull(of(plant(null)));
        assertNull(of(plant(null, reading(A, "grid#power", 0, "battery#state-of-charge", 50))));
    }

    @Test
    void oneThatHasTheGridIsEnough() {
        assertEquals(OFF, of(plant(null, hybrid(A, OFF))));
        assertEquals(OFF, of(plant(null, hybrid(A, OFF), hybrid(B, OFF), reading(inverter("C"), "pv#power", 0))));
        assertEquals(ON, of(plant(null, hybrid(A, OFF), hybrid(B, ON))));
    }

    @Test
    void whatABatteryInverterFeedsLooksLikeAGridToOthers() {
        assertEquals(OFF, of(plant(null, hybrid(A, OFF), other(B, ON))));
        assertEquals(ON, of(plant(null, other(B, ON))));
    }

    @Test
    void whoMeasuresTheGridKnowsBest() {
        assertEquals(OFF, of(plant(null, hybrid(A, ON), other(GATEWAY, OFF))));
        assertEquals(OFF, of(plant(null, hybrid(A, ON), other(EMS, OFF))));
        assertEquals(OFF, of(plant(null, other(EMS, ON), other(GATEWAY, OFF))));
        assertEquals(ON, of(plant(null, hybrid(A, ON), reading(GATEWAY, "gateway#grid-power", 0))));
        assertEquals(OFF, of(plant(A, hybrid(A, OFF), hybrid(B, ON), other(GATEWAY, ON))));
    }

    @Test
    void aMeterStandsForTheInverterThatItBelongsTo() {
        Reading meter = new Reading(new Device(METER, B, Map.of()), Readings.NOON, Cadence.FULL,
                values("meter#power", 0), 0);
        assertEquals(OFF, of(plant(METER, meter, hybrid(A, ON), hybrid(B, OFF))));
    }

    @Test
    void whoIsLostTellsNothing() {
        Plant plant = plant(A, hybrid(A, OFF), hybrid(B, ON));
        assertEquals(ON, plant.lose(Set.of(new Contribution(A, Source.DIRECT))).totals().get(AVAILABLE));
        assertNull(plant.lose(Set.of(new Contribution(B, Source.DIRECT))).totals().get(AVAILABLE));
    }
}
