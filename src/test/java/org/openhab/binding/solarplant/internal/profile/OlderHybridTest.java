/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;

/** Generations 2 and 3: what differs from 4 (solax.md §3.3, §3.4). Values invented where no source is named. */
@NonNullByDefault
class OlderHybridTest {

    private final TestInverter x1 = new TestInverter("g3", "phases=1 trackers=2");
    private final TestInverter x3 = new TestInverter("g3", "phases=3 trackers=2");
    private final TestInverter g2 = new TestInverter("g2", "phases=1 trackers=2 rated=5000");

    @Test
    void readsGeneration3() {
        // the vendor's example for G3, solax.md §8: 220.0 V, 8.5 A, 1870 W
        x1.put(0x0000, 0x0898, 0x0055, 0x074E).put(0x000A, 940, 484);
        x1.put(0x0014, 4281, 2, 128, 1, 29, 1, 0, 2, 98).put(0x0046, 0xFD2D, 0xFFFF);
        assertEquals("220", x1.value("output#l1-voltage"));
        assertEquals("1870", x1.value("output#power"));
        assertEquals("1424", x1.value("pv#power"));
        assertEquals("-128", x1.value("battery#power"));
        assertEquals("98", x1.battery(1, "battery#state-of-charge"));
        assertEquals("723", x1.value("grid#power"));
        assertEquals("2593", x1.value("load#power"), "1870 out of the inverter, 723 out of the grid");
        assertEquals(TestInverter.MISSING, x1.value("battery#capacity"), "0x0026 is a BMS warning here");
    }

    @Test
    void readsThreePhasesOfGeneration3() {
        x3.put(0x0000, 2364, 40, 1243).put(0x006A, 2359, 40, 937).put(0x006E, 2323, 13, 45);
        x3.put(0x0078, 200).put(0x007C, 300).put(0x0080, 400).put(0x0082, 100, 0).put(0x00B8, 1);
        assertEquals("236.4", x3.value("grid#l1-voltage"));
        assertEquals("232.3", x3.value("grid#l2-voltage"));
        assertEquals("1243", x3.value("output#power"));
        assertEquals("45", x3.value("output#l2-power"));
        assertEquals("900", x3.value("backup#power"));
        assertEquals("-100", x3.value("grid#l1-power"));
        assertEquals("-100", x3.meter(1, "meter#l1-power"));
    }

    @Test
    void readsEnergiesOfGeneration3() {
        x3.put(0x0050, 569).put(0x0052, 3930, 5).put(0x0091, 23).put(0x008E, 691, 0).put(0x0094, 24610, 5, 680, 0, 4130,
                0, 175, 0);
        assertEquals("33161", x3.value("energy#output-total"));
        assertEquals("69.1", x3.value("energy#backup-total"));
        assertEquals("35229", x3.value("energy#pv-total"));
        assertEquals("15.05", x3.value("energy#load-today"), "56.9 − 2.3 + 1.75 − 41.3");
    }

    @Test
    void readsCellsFromTheMirror() {
        x1.put(0x0014, 4281).put(0x0017, 1).put(0x00CF, 213, 190, 3344, 3329);
        assertEquals("21.3", x1.battery(1, "cells#max-temperature"));
        assertEquals("0.015", x1.battery(1, "cells#spread"));
    }

    @Test
    void livesWithoutTheMirror() {
        x1.put(0x0017, 1).put(0x0014, 4281);
        x1.image.refuse(0x00CF, 0x00D0, 0x00D1, 0x00D2);
        assertEquals("428.1", x1.battery(1, "battery#voltage"));
        assertEquals(TestInverter.MISSING, x1.battery(1, "cells#spread"));
    }

    @Test
    void namesFaultsOfGeneration3() {
        // bits 0 and 31 of the inverter, bit 2 of the manager, BMS bit 1 (low word) and bit 18 (high word)
        for (TestInverter inverter : new TestInverter[]{x1, x3}) {
            inverter.put(0x0040, 1, 1 << 15).put(0x0043, 1 << 2).put(0x001F, 1 << 1).put(0x0026, 1 << 2);
        }
        assertEquals("BMS internal, BMS maker mismatch, hardware trip, other device, manager EEPROM",
                x1.value("status#fault"));
        assertEquals("BMS internal, BMS maker mismatch, hardware trip, battery relay, manager EEPROM",
                x3.value("status#fault"));
        assertEquals("off-grid-waiting", x1.put(0x0009, 6).value("status#run-mode"));
        assertEquals("unknown (20)", x1.put(0x0009, 20).value("status#run-mode"));
    }

    @Test
    void turnsTheTargetOfRemoteControl() {
        // frame 09 71: +1000 W is charging
        assertEquals("-1000", x1.put(0x009C, 0x03E8, 0).value("remote-control#target-power"));
    }

    @Test
    void hasNoStringsWhereTheBatteryAloneIsCoupled() {
        TestInverter ac = new TestInverter("g3", "phases=1 trackers=0");
        ac.put(0x000A, 9).put(0x0094, 9).put(0x0046, 0xFF9C, 0xFFFF);
        assertEquals(TestInverter.MISSING, ac.value("pv#power"));
        assertEquals(TestInverter.MISSING, ac.value("energy#pv-total"));
        assertEquals(TestInverter.MISSING, ac.value("load#power"), "nobody measures the roof of another make");
        ac.put(0x00A8, 700, 0).put(0x00B9, 1);
        assertEquals("800", ac.value("load#power"));
    }

    @Test
    void readsGeneration2() {
        g2.put(0x0002, 1950).put(0x000A, 1000, 500).put(0x0014, 5120, 0xFC18, 0xFE00, 31, 22, 33, 0, 0, 75);
        g2.put(0x001D, 39141, 0, 0, 45357, 0, 2, 93).put(0x0046, 0xFD2D, 0xFFFF, 47644, 31, 50010, 5);
        g2.put(0x0050, 123, 0, 3930, 5).put(0x0070, 110, 0).put(0x008E, 691, 0);
        assertEquals("51.2", g2.value("battery#voltage"), "hundredths on this generation");
        assertEquals("10", g2.value("battery#current"));
        assertEquals("512", g2.value("battery#power"));
        assertEquals("75", g2.battery(1, "battery#state-of-charge"));
        assertEquals("93", g2.battery(1, "battery#state-of-health"));
        assertEquals("3914.1", g2.value("energy#discharge-total"));
        assertEquals("4535.7", g2.value("energy#charge-total"));
        assertEquals("12.3", g2.value("energy#pv-today"));
        assertEquals("331.61", g2.value("energy#pv-total"));
        assertEquals("11", g2.value("energy#output-today"));
        assertEquals("69.1", g2.value("energy#backup-total"));
        assertEquals("2673", g2.value("load#power"), "1950 + 723");
        // 331.61 + 3914.1 − 4535.7 + 3776.9 − 20792.6: it counts no output
        assertEquals(TestInverter.MISSING, g2.value("energy#load-total"), "less than nothing");
        g2.put(0x0052, 0, 400);
        assertEquals("8577.1", g2.value("energy#load-total"));
    }

    @Test
    void knowsNoDailyMeterOnGeneration2() {
        assertEquals(TestInverter.MISSING, g2.put(0x0098, 4130, 0).value("energy#export-today"));
        assertEquals(TestInverter.MISSING, g2.value("energy#load-today"));
    }

    @Test
    void seesTheBatteryOfGeneration2ByItsVoltage() {
        g2.put(0x0014, 999, 0, 0).put(0x001C, 0);
        assertEquals("", g2.parts());
        assertEquals(TestInverter.MISSING, g2.value("battery#state-of-charge"));
        g2.put(0x0014, 5120).put(0x001C, 75);
        assertEquals("battery-1", g2.parts());
        assertEquals("75", g2.value("battery#state-of-charge"));
        g2.put(0x0014, 0);
        assertEquals(TestInverter.MISSING, g2.value("battery#state-of-charge"));
    }

    @Test
    void readsTheSlotTargetsOfAcCoupledOnesElsewhere() {
        TestInverter ac = new TestInverter("g3", "phases=1 trackers=0");
        for (TestInverter inverter : new TestInverter[]{x1, ac}) {
            inverter.image.put(RegisterSpace.HOLDING, 0x010C, 23, 14, 0, 90, 80);
        }
        assertEquals("23", ac.value("settings#charge-slot-1-target"));
        assertEquals("14", ac.value("settings#charge-slot-2-target"));
        assertEquals("90", x1.value("settings#charge-slot-1-target"));
        assertEquals("80", x1.value("settings#charge-slot-2-target"));
    }
}
