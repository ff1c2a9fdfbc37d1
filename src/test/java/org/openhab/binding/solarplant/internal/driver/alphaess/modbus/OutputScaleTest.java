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

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Space;

/** Inverters that count their power in tenths of a watt (alphaess.md §4.9), over a real socket. */
@NonNullByDefault
@Timeout(30)
class OutputScaleTest {

    private static MapImage battery(int watts) {
        return EmsRig.system().put(Space.HOLDING, 0x0100, 528, watts * 100 / 528, 736).put(Space.HOLDING, 0x0126,
                watts);
    }

    private static void output(MapImage image, int raw) {
        image.put(Space.HOLDING, 0x0406, raw >> 16, raw).put(Space.HOLDING, 0x040C, raw >> 16, raw);
        image.put(Space.HOLDING, 0x041A, 0, 910);
    }

    private static void assertPowers(Reading reading, String output, String backup) {
        assertEquals(output, EmsRig.text(reading, "output#power"));
        assertEquals(output, EmsRig.text(reading, "output#l1-power"));
        assertEquals(backup, EmsRig.text(reading, "backup#power"));
    }

    @Test
    void tenthsAreFoundWhenTheyAreSeenAgainAndAgain() throws Exception {
        MapImage image = battery(1630);
        output(image, 16100);
        try (EmsRig rig = EmsRig.of(image)) {
            assertPowers(rig.full(), "none", "none");
            assertEquals("none", EmsRig.text(rig.driver.poll(Cadence.FAST).getFirst(), "output#power"));
            assertPowers(rig.full(), "1610", "91");
            // too little to tell, but known by now
            image.put(Space.HOLDING, 0x0126, 30);
            output(image, 250);
            assertPowers(rig.full(), "25", "91");
            image.put(Space.HOLDING, 0x0126, 1630);
            output(image, 1610);
            assertPowers(rig.full(), "161", "91");
            assertEquals("1630", EmsRig.text(rig.full(), "battery#power"), "all else is in watts");
        }
    }

    @Test
    void chargingTellsToo() throws Exception {
        MapImage image = battery(-2000);
        output(image, -21_500);
        try (EmsRig rig = EmsRig.of(image)) {
            rig.full();
            rig.full();
            assertPowers(rig.full(), "-2150", "91");
        }
    }

    @Test
    void stringsCount() throws Exception {
        MapImage image = battery(-1500).put(Space.HOLDING, 0x041D, 3512, 100, 0, 3500);
        output(image, 1950);
        try (EmsRig rig = EmsRig.of(image)) {
            for (int i = 0; i < 4; i++) {
                assertPowers(rig.full(), "1950", "910");
            }
        }
    }

    /** The published dump of a SMILE-B3 shows plain watts: 161 W out of a battery of 163 W. */
    @Test
    void wattsStayWatts() throws Exception {
        for (int factor : List.of(1, 10)) {
            MapImage image = battery(163 * factor);
            output(image, 161 * factor);
            try (EmsRig rig = EmsRig.of(image)) {
                for (int i = 0; i < 4; i++) {
                    assertPowers(rig.full(), Integer.toString(161 * factor), "910");
                }
            }
        }
    }

    @Test
    void littlePowerTellsNothing() throws Exception {
        MapImage image = battery(163);
        output(image, 1610);
        try (EmsRig rig = EmsRig.of(image)) {
            for (int i = 0; i < 4; i++) {
                assertPowers(rig.full(), "1610", "910");
            }
        }
    }

    @Test
    void momentsThatDifferTellNothing() throws Exception {
        MapImage image = battery(400);
        try (EmsRig rig = EmsRig.of(image)) {
            for (int i = 0; i < 4; i++) {
                // the kettle went on between two requests, twice
                output(image, 4000);
                rig.full();
                rig.full();
                output(image, 390);
                assertPowers(rig.full(), "390", "910");
            }
            output(image, -4000);
            for (int i = 0; i < 4; i++) {
                assertPowers(rig.full(), "-4000", "910");
            }
        }
    }
}
