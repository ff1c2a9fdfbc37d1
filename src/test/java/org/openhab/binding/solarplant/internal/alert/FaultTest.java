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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.alert.AlertRig.TestThing;
import org.openhab.binding.solarplant.internal.model.DeviceKind;

/** Faults, in the words of all vendors. */
@NonNullByDefault
class FaultTest {

    private final AlertRig rig = new AlertRig();

    @ParameterizedTest
    @CsvSource({"INVERTER, status#fault, none, 'bit 9'", "INVERTER, status#fault, none, 'backup overload, fan'",
            "INVERTER, status#fault, none, Protection", "INVERTER, status#run-mode, normal, fault",
            "INVERTER, status#run-mode, waiting, permanent-fault", "GATEWAY, gateway#fault, none, grid mode off",
            "GATEWAY, gateway#status, off-grid, fault", "EMS, ems#status, warning, fault"})
    void itIsRaisedOnceAndClearedOnce(DeviceKind kind, String metric, String well, String ill) {
        TestThing device = rig.controller(kind, "device").says(metric, well);
        rig.polls(60);
        assertEquals(List.of(), rig.events());
        device.says(metric, ill);
        rig.polls(60);
        assertEquals(List.of("inverter-fault raised device"), rig.events());
        device.says(metric, well);
        rig.polls(60);
        assertEquals(List.of("inverter-fault cleared device"), rig.events());
    }

    @Test
    void anotherFaultIsStillTheSameAlert() {
        TestThing roof = rig.inverter("roof").says("status#fault", "grid lost");
        rig.polls(2);
        roof.says("status#fault", "grid lost, fan");
        rig.polls(2);
        roof.says("status#fault", "fan");
        rig.polls(60);
        assertEquals(List.of("inverter-fault raised roof"), rig.events());
    }

    @Test
    void bothSignsMustBeGoneBeforeItIsOver() {
        TestThing roof = rig.inverter("roof").says("status#fault", "fan").says("status#run-mode", "fault");
        rig.polls(60);
        roof.says("status#fault", "none");
        rig.polls(60);
        assertEquals(List.of("inverter-fault raised roof"), rig.events());
        roof.says("status#run-mode", "checking");
        rig.polls(60);
        assertEquals(List.of("inverter-fault cleared roof"), rig.events());
    }

    /** The one is told in every poll, the other once an hour. */
    @Test
    void aSignThatWasReadOnceIsNotReadTwice() {
        TestThing roof = rig.inverter("roof").says("status#run-mode", "fault");
        for (int poll = 0; poll < 100; poll++) {
            roof.says("status#fault", "none");
            rig.waits(AlertRig.A_POLL);
        }
        assertEquals(List.of(), rig.events());
    }

    @Test
    void whatABatterySaysOfItselfIsNoFaultOfAnInverter() {
        rig.battery("pack", rig.inverter("roof")).says("status#fault", "warning bit 8");
        rig.polls(Duration.ofDays(1));
        assertEquals(List.of(), rig.events());
    }
}
