/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Space;

/** The windows of time in which the battery is charged and discharged (alphaess.md §4.7). */
@NonNullByDefault
@Timeout(30)
class TimerBlockTest {

    /** Discharging 17:15 to 21:30 and 22:00 to 23:59 down to 12 %, charging 01:05 to 05:00 and 13:00 to 14:45 up to 95 %. */
    private static MapImage timers(int windows) {
        return EmsRig.system().put(Space.HOLDING, 0x084F, windows, 12, 17, 21, 22, 23, 95, 1, 5, 13, 14).put(
                Space.HOLDING, 0x085A, 15, 30, 0, 59, 5, 0, 0, 45);
    }

    private static void assertSettings(Reading reading, String... settings) {
        for (String setting : settings) {
            String[] expected = setting.split("=");
            assertEquals(expected[1], EmsRig.text(reading, "settings#" + expected[0]), setting);
        }
    }

    @Test
    void readsAllOfIt() throws Exception {
        try (EmsRig rig = EmsRig.of(timers(3))) {
            assertSettings(rig.full(), "charge-enabled=on", "discharge-enabled=on", "min-state-of-charge=12",
                    "max-state-of-charge=95", "charge-slot-1-start=01:05", "charge-slot-1-end=05:00",
                    "charge-slot-2-start=13:00", "charge-slot-2-end=14:45", "discharge-slot-1-start=17:15",
                    "discharge-slot-1-end=21:30", "discharge-slot-2-start=22:00", "discharge-slot-2-end=23:59");
            assertFalse(rig.driver.poll(Cadence.FAST).getFirst().values().keySet().stream()
                    .anyMatch(metric -> metric.type().group().equals("settings")));
        }
    }

    @ParameterizedTest
    @CsvSource({"0,off,off", "1,on,off", "2,off,on", "3,on,on", "4,none,none", "65535,none,none"})
    void readsWhichWindowsAreInForce(int windows, String charge, String discharge) throws Exception {
        try (EmsRig rig = EmsRig.of(timers(windows))) {
            assertSettings(rig.full(), "charge-enabled=" + charge, "discharge-enabled=" + discharge);
        }
    }

    @Test
    void leavesOutWhatCannotBe() throws Exception {
        MapImage image = timers(1).put(Space.HOLDING, 0x0850, 101).put(Space.HOLDING, 0x0851, 24).put(Space.HOLDING,
                0x085B, 60);
        try (EmsRig rig = EmsRig.of(image)) {
            assertSettings(rig.full(), "min-state-of-charge=none", "discharge-slot-1-start=unset",
                    "discharge-slot-1-end=unset", "discharge-slot-2-end=23:59");
        }
    }

    @Test
    void minutesOfChargingMayBeRefused() throws Exception {
        // SMILE-B3
        try (EmsRig rig = EmsRig.of(timers(3).remove(Space.HOLDING, 0x085E, 0x0861))) {
            assertSettings(rig.full(), "charge-slot-1-start=01:00", "charge-slot-2-end=14:00",
                    "discharge-slot-1-start=17:15");
            assertTrue(rig.requests().containsAll(List.of("3:084F+19", "3:084F+15")));
            rig.full();
            assertEquals(List.of("3:084F+15"),
                    rig.requests().stream().filter(request -> request.contains("084F")).toList(), "remembered");
        }
    }

    @Test
    void allMinutesMayBeRefused() throws Exception {
        try (EmsRig rig = EmsRig.of(timers(3).remove(Space.HOLDING, 0x085A, 0x0861))) {
            assertSettings(rig.full(), "charge-slot-1-start=01:00", "discharge-slot-1-start=17:00",
                    "discharge-slot-1-end=21:00", "max-state-of-charge=95");
        }
    }

    @Test
    void allOfItMayBeRefused() throws Exception {
        try (EmsRig rig = EmsRig.of(timers(3).remove(Space.HOLDING, 0x084F, 0x0861))) {
            assertSettings(rig.full(), "charge-enabled=none", "charge-slot-1-start=none");
            rig.requests();
            rig.full();
            assertTrue(rig.requests().stream().noneMatch(request -> request.contains("084F")));
        }
    }
}
