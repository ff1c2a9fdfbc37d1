/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.alert.AlertRig.TestThing;
import org.openhab.binding.solarplant.internal.model.DeviceKind;

/** Outages of the grid. */
@NonNullByDefault
class GridLostTest {

    private static final String GRID = "grid#available";

    private final AlertRig rig = new AlertRig();

    @Test
    void itIsRaisedOnceAndClearedOnce() {
        TestThing roof = rig.inverter("roof").is(GRID, true);
        rig.inverter("garage").tells("grid#power", "0");
        rig.polls(60);
        assertEquals(List.of(), rig.events());
        roof.is(GRID, false);
        rig.polls(60);
        assertEquals(List.of("grid-lost raised roof"), rig.events());
        assertEquals(List.of("grid-lost roof"), rig.active());
        roof.is(GRID, true);
        rig.polls(4);
        assertEquals(List.of(), rig.events(), "a grid that comes and goes is one alert");
        rig.polls(2);
        assertEquals(List.of("grid-lost cleared roof"), rig.events());
    }

    @Test
    void oneGarbledReadingIsNoOutage() {
        TestThing roof = rig.inverter("roof").is(GRID, false);
        rig.waits(Duration.ofMinutes(10));
        roof.is(GRID, true);
        rig.polls(10);
        assertEquals(List.of(), rig.events());
    }

    @Test
    void whatIsNotKnownStaysAsItIs() {
        TestThing roof = rig.inverter("roof").is(GRID, false);
        rig.polls(2);
        roof.keepsSilentOf(GRID);
        rig.polls(60);
        assertEquals(List.of("grid-lost raised roof"), rig.events());
    }

    @Test
    void aGatewaySpeaksForAllBehindIt() {
        TestThing first = rig.inverter("first").is(GRID, false);
        rig.inverter("second").is(GRID, false);
        rig.controller(DeviceKind.GATEWAY, "gateway").is(GRID, false);
        rig.polls(60);
        assertEquals(List.of("grid-lost raised gateway"), rig.events());
        first.is(GRID, true);
        rig.polls(60);
        assertEquals(List.of(), rig.events());
    }
}
