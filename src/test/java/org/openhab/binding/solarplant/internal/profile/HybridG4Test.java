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

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.model.Cadence;

/** Generation 4, one and three phases. Figures: solax.md §8 (frames and the table of decodes), rules: §3.1, §3.14. */
@NonNullByDefault
class HybridG4Test {

    private final TestInverter x1 = new TestInverter("hybrid",
            "phases=1 trackers=2 generation=4 protocol=8 rated=5000");
    private final TestInverter x3 = new TestInverter("hybrid",
            "phases=3 trackers=2 generation=4 protocol=6 rated=15000");

    @Test
    void readsOnePhase() {
        // frame 10 40: 220.0 V, 8.5 A, 1870 W
        x1.put(0x0000, 0x0898, 0x0055, 0x074E).put(0x0007, 4996);
        assertEquals("220", x1.value("output#l1-voltage"));
        assertEquals("8.5", x1.value("output#l1-current"));
        assertEquals("1870", x1.value("output#power"));
        assertEquals("220", x1.value("grid#l1-voltage"), "on grid the AC terminals are the grid");
        assertEquals("49.96", x1.value("grid#frequency"));
        assertEquals("49.96", x1.value("output#frequency"));
        assertEquals(TestInverter.MISSING, x1.value("output#l1-power"));
    }

    @Test
    void readsThreePhases() {
        // table: 2364 / 1243 W (= 937 + 45 + 261); dump: 0x006A to 0x0075
        x3.put(0x0000, 2364, 40, 1243);
        x3.put(0x006A, 2359, 40, 937, 4997, 2323, 13, 45, 4998, 2354, 15, 261, 4998);
        assertEquals("236.4", x3.value("grid#l1-voltage"));
        assertEquals("232.3", x3.value("grid#l2-voltage"));
        assertEquals("235.9", x3.value("output#l1-voltage"));
        assertEquals("235.4", x3.value("output#l3-voltage"));
        assertEquals("4", x3.value("output#l1-current"));
        assertEquals("1243", x3.value("output#power"));
        assertEquals("937", x3.value("output#l1-power"));
        assertEquals("45", x3.value("output#l2-power"));
        assertEquals("261", x3.value("output#l3-power"));
    }

    @Test
    void readsStringsAndAddsThem() {
        x3.put(0x0003, 6295, 7371, 14, 6).put(0x0007, 4996, 44, 2, 940, 484);
        assertEquals("629.5", x3.value("pv#string-1-voltage"));
        assertEquals("737.1", x3.value("pv#string-2-voltage"));
        assertEquals("1.4", x3.value("pv#string-1-current"));
        assertEquals("0.6", x3.value("pv#string-2-current"));
        assertEquals("940", x3.value("pv#string-1-power"));
        assertEquals("1424", x3.value("pv#power"));
        assertEquals("44", x3.value("status#temperature"));
        assertEquals("normal", x3.value("status#run-mode"));
    }

    @Test
    void takesTheTotalOfNewerProtocols() {
        TestInverter newer = new TestInverter("hybrid", "phases=3 trackers=2 generation=4 protocol=100");
        // low word first: 0x0001_0000 + 0 would be 65536 W and beyond belief
        newer.put(0x000A, 940, 484).put(0x0032, 1430, 0).put(0x0036, 0xFF00, 0xFFFF);
        assertEquals("1430", newer.value("pv#power"));
        assertEquals("-256", newer.value("backup#power"));
        newer.put(0x0032, 0, 1);
        assertEquals("1424", newer.value("pv#power"), "what the strings add up to");
    }

    @Test
    void takesNoTotalThatIsLessThanOneOfTheStrings() {
        // firmware that tells protocol 100 and leaves the total at 0
        TestInverter newer = new TestInverter("hybrid", "phases=3 trackers=2 generation=4 protocol=100 rated=15000");
        newer.put(0x000A, 1640, 860).put(0x0032, 0, 0);
        assertEquals("2500", newer.value("pv#power"));
        assertEquals("1700", newer.put(0x0032, 1700, 0).value("pv#power"), "a total that may be");
        newer.image.refuse(0x0032, 0x0033);
        assertEquals("2500", newer.value("pv#power"), "a total that is not there");
    }

    @Test
    void turnsTheBatterysSign() {
        // table: 4281, 2, 128, 1, 29, 1, 0, 2, 98 is charging with 128 W
        x3.put(0x0014, 4281, 2, 128, 1, 29, 1, 0, 2, 98).put(0x0026, 12288, 0);
        for (String metric : new String[]{"power=-128", "charge-power=128", "discharge-power=0", "voltage=428.1",
                "current=-0.2", "temperature=29", "state-of-charge=98", "capacity=12.288"}) {
            String[] expected = metric.split("=");
            assertEquals(expected[1], x3.value("battery#" + expected[0]));
            assertEquals(expected[1], x3.battery(1, "battery#" + expected[0]));
        }
        x3.put(0x0015, 0xFFFE, 0xFF80);
        assertEquals("128", x3.value("battery#power"));
        assertEquals("0.2", x3.value("battery#current"));
    }

    @Test
    void asksNothingTwiceWhenItLearns() {
        x1.put(0x0014, 2393).put(0x0017, 1);
        x1.poll(Cadence.FAST);
        assertEquals(List.of("0x0000+84"), x1.image.asked(), "what its battery needs was read along");
        x1.poll(Cadence.FULL);
        assertEquals(List.of("0x0000+84", "0x008E+50", "0x0100+26"), x1.image.asked());
    }

    @Test
    void asksOnceMoreForWhatItLearnedOf() {
        x1.put(0x0014, 2393).put(0x0017, 1);
        x1.poll(Cadence.FULL);
        assertEquals(List.of("0x0000+84", "0x008E+44", "0x0100+8", "0x00BA+96"), x1.image.asked(),
                "the last one is for the battery that the first one told of");
    }

    @Test
    void turnsTheGridsSign() {
        // frame 00 0D: FD 2D FF FF is −723 W, which is import
        x1.put(0x0046, 0xFD2D, 0xFFFF);
        assertEquals("723", x1.value("grid#power"));
        assertEquals("723", x1.value("grid#import-power"));
        assertEquals("0", x1.value("grid#export-power"));
        x1.put(0x0046, 500, 0);
        assertEquals("-500", x1.value("grid#power"));
        assertEquals("500", x1.value("grid#export-power"));
    }

    @Test
    void readsEnergies() {
        x3.put(0x0014, 4281).put(0x001D, 39141, 0, 0, 4, 45357, 0, 82).put(0x0048, 47644, 31, 50010, 5).put(0x0050, 569,
                0, 3930, 5);
        x3.put(0x008E, 691, 0, 7).put(0x0094, 24610, 5, 680, 0, 4130, 0, 175, 0);
        assertEquals("3914.1", x3.value("energy#discharge-total"));
        assertEquals("0.4", x3.value("energy#discharge-today"));
        assertEquals("4535.7", x3.value("energy#charge-total"));
        assertEquals("8.2", x3.value("energy#charge-today"));
        assertEquals("20792.6", x3.value("energy#export-total"));
        assertEquals("3776.9", x3.value("energy#import-total"));
        assertEquals("56.9", x3.value("energy#output-today"));
        assertEquals("33161", x3.value("energy#output-total"));
        assertEquals("69.1", x3.value("energy#backup-total"));
        assertEquals("0.7", x3.value("energy#backup-today"));
        assertEquals("35229", x3.value("energy#pv-total"));
        assertEquals("68", x3.value("energy#pv-today"));
        assertEquals("41.3", x3.value("energy#export-today"));
        assertEquals("1.75", x3.value("energy#import-today"));
        // 56.9 out of the inverter and 1.75 out of the grid, less 41.3 into it
        assertEquals("17.35", x3.value("energy#load-today"));
        // 33161 + 3776.9 − 20792.6
        assertEquals("16145.3", x3.value("energy#load-total"));
        x3.put(0x0091, 23, 1500, 0);
        assertEquals("15.05", x3.value("energy#load-today"), "2.3 of it went back into the battery");
        assertEquals("15995.3", x3.value("energy#load-total"));
        // frame 00 0A: 3A B7 00 04 is 27717.5 kWh
        assertEquals("27717.5", x3.put(0x0094, 0x3AB7, 0x0004).value("energy#pv-total"));
    }

    @Test
    void dropsCountersThatRanUnder() {
        // issue 1690: u32 from 0xFFFFFF00 on is no number
        x3.put(0x0048, 0xFF00, 0xFFFF);
        assertEquals(TestInverter.MISSING, x3.value("energy#export-total"));
    }

    @Test
    void addsUpTheHouse() {
        x3.put(0x0002, 1243).put(0x000A, 940, 484).put(0x0014, 4281, 2, 128, 1).put(0x0046, 300, 0);
        // 1243 out of the inverter, of which 300 out to the grid; 53 of 1424 from the roof are its own losses
        assertEquals("943", x3.value("load#power"));
        x3.put(0x00A8, 2000, 0).put(0x00B9, 1);
        assertEquals("2943", x3.value("load#power"), "with the second generator of §3.14");
    }

    @Test
    void doesNotCountItsLossesAsTheHouses() {
        // two inverters of which the vendor's cloud told the load: 342 W and 451 W
        x3.put(0x0002, 190).put(0x000A, 45, 58).put(0x0046, 65384, 65535);
        assertEquals("342", x3.value("load#power"));
        x3.put(0x0002, 444).put(0x000A, 1050, 977).put(0x0014, 3234, 50, 1616, 1).put(0x0046, 65529, 65535);
        assertEquals("451", x3.value("load#power"));
    }

    @Test
    void aPowerThatIsNotBelievedMakesNoOtherLoad() {
        x3.put(0x0002, 0x7FFF).put(0x000A, 940, 484).put(0x0046, 300, 0);
        assertEquals(TestInverter.MISSING, x3.value("output#power"));
        assertEquals(TestInverter.MISSING, x3.value("load#power"), "two ways never agree exactly");
    }

    @Test
    void theHouseNeverDrawsLessThanNothing() {
        // the two powers were measured at two moments
        assertEquals("0", x3.put(0x0002, 1000).put(0x0046, 1020, 0).value("load#power"));
        // 3 kW more than the inverter delivers go out: of another generator that nobody measures
        assertEquals(TestInverter.MISSING, x3.put(0x0046, 4000, 0).value("load#power"));
        x3.put(0x0050, 40).put(0x0098, 600, 0);
        assertEquals(TestInverter.MISSING, x3.value("energy#load-today"));
    }

    @Test
    void readsTheSecondMeterAsAGenerator() {
        x3.put(0x00A8, 2000, 0, 500, 0, 25, 0, 150, 0, 1, 0, 700, 0, 600, 0, 700, 0).put(0x00B9, 1);
        assertEquals("meter-2", x3.parts());
        assertEquals("2000", x3.meter(2, "meter#power"));
        assertEquals("600", x3.meter(2, "meter#l2-power"));
        assertEquals("5", x3.meter(2, "meter#import-total"));
        assertEquals("0.25", x3.meter(2, "meter#export-total"));
        assertEquals("1.5", x3.meter(2, "meter#import-today"));
        assertEquals("0.01", x3.meter(2, "meter#export-today"));
    }

    @Test
    void readsTheFirstMeter() {
        x3.put(0x0046, 0xFD2D, 0xFFFF, 47644, 31, 50010, 5).put(0x0082, 100, 0, 0xFFFE, 0xFFFF, 7, 0).put(0x00B8, 1);
        x3.put(0x0098, 4130, 0, 175, 0);
        x3.put(0x00C0, 50, 10, 20, 0xFFFF, 98, 97, 96, 95, 5001, 0, 2301, 2302, 2303, 0, 11, 12, 13);
        assertEquals("meter-1", x3.parts());
        for (String metric : new String[]{"power=723", "import-power=723", "export-total=20792.6",
                "import-total=3776.9", "export-today=41.3", "import-today=1.75", "l1-power=-100", "l2-power=2",
                "reactive-power=-50", "l1-reactive-power=-10", "l3-reactive-power=1", "power-factor=0.98",
                "l3-power-factor=0.95", "frequency=50.01", "l1-voltage=230.1", "l3-voltage=230.3", "l1-current=-1.1",
                "l3-current=-1.3"}) {
            String[] expected = metric.split("=");
            assertEquals(expected[1], x3.meter(1, "meter#" + expected[0]), metric);
        }
        assertEquals("-100", x3.value("grid#l1-power"));
        assertEquals("-1.2", x3.value("grid#l2-current"));
    }

    @Test
    void readsReactivePowerOfNewerProtocolsInItsOwnOrder() {
        TestInverter newer = new TestInverter("hybrid", "phases=3 trackers=2 generation=4 protocol=100");
        newer.put(0x00B8, 1).put(0x00D2, 60, 0, 30, 0).put(0x00DE, 10, 0, 20, 0);
        assertEquals("-60", newer.meter(1, "meter#reactive-power"));
        assertEquals("-10", newer.meter(1, "meter#l1-reactive-power"));
        assertEquals("-20", newer.meter(1, "meter#l2-reactive-power"));
        assertEquals("-30", newer.meter(1, "meter#l3-reactive-power"));
    }

    @Test
    void readsOnePhaseOfAMeter() {
        x1.put(0x00B8, 1).put(0x00C9, 2310).put(0x00CD, 45);
        assertEquals("231", x1.meter(1, "meter#l1-voltage"));
        assertEquals("-4.5", x1.meter(1, "meter#l1-current"));
        assertEquals("-4.5", x1.value("grid#l1-current"));
    }

    @Test
    void readsTheBackup() {
        x1.put(0x004C, 2300, 12, 276, 5000);
        assertEquals("230", x1.value("backup#voltage"));
        assertEquals("1.2", x1.value("backup#current"));
        assertEquals("276", x1.value("backup#apparent-power"));
        assertEquals("50", x1.value("backup#frequency"));
        x3.put(0x0076, 2300, 10, 200, 230, 2310, 11, 250, 254, 2320, 12, 0xFFFF, 278);
        assertEquals("230", x3.value("backup#l1-voltage"));
        assertEquals("1.1", x3.value("backup#l2-current"));
        assertEquals("278", x3.value("backup#l3-apparent-power"));
        assertEquals("449", x3.value("backup#power"), "signed, by the vendor's document");
    }

    @Test
    void readsTheCells() {
        x3.put(0x0014, 4281).put(0x0017, 1).put(0x00BA, 213, 190, 3344, 3329, 0, 94);
        assertEquals("21.3", x3.battery(1, "cells#max-temperature"));
        assertEquals("19", x3.battery(1, "cells#min-temperature"));
        assertEquals("3.344", x3.battery(1, "cells#max-voltage"));
        assertEquals("3.329", x3.battery(1, "cells#min-voltage"));
        assertEquals("0.015", x3.battery(1, "cells#spread"));
        assertEquals("94", x3.battery(1, "battery#state-of-health"));
        assertEquals(TestInverter.MISSING, x3.value("cells#spread"), "cells are the battery's");
        assertEquals(TestInverter.MISSING, x3.put(0x00BC, 0, 0).battery(1, "cells#spread"));
    }

    @Test
    void readsRemoteControl() {
        x3.put(0x0014, 4281).put(0x0017, 1).put(0x0100, 1, 0, 1000, 0, 0, 0, 64289, 65535).put(0x0118, 12042, 0);
        assertEquals("power", x3.value("remote-control#mode"));
        assertEquals("-1000", x3.value("remote-control#target-power"));
        assertEquals("1247", x3.value("remote-control#actual-power"), "what flows out of the inverter is positive");
        assertEquals("12.042", x3.battery(1, "battery#remaining-capacity"));
    }

    @Test
    void namesRunModesAndUnknownOnes() {
        assertEquals("waiting-for-charge", x1.put(0x0009, 27).value("status#run-mode"));
        assertEquals("unknown (42)", x1.put(0x0009, 42).value("status#run-mode"));
    }

    @Test
    void namesFaultsByPhases() {
        assertEquals("none", x1.value("status#fault"));
        assertEquals("0", x1.value("status#fault-code"));
        // bit 1 and bit 29 of the inverter, bit 9 of the manager, bits 3 and 16 of the BMS
        for (TestInverter inverter : new TestInverter[]{x1, x3}) {
            inverter.put(0x0040, 1 << 1, 1 << 13).put(0x0043, 1 << 9, 1 << 3, 1);
        }
        assertEquals("grid lost, off-grid relay, meter, BMS under-voltage, BMS type mismatch",
                x1.value("status#fault"));
        assertEquals("grid lost, PV connection direction, meter, BMS under-voltage, BMS type mismatch",
                x3.value("status#fault"));
        assertEquals("536870914", x1.value("status#fault-code"));
        assertEquals("bit 9", x1.put(0x0040, 1 << 9, 0).put(0x0043, 0, 0, 0).value("status#fault"), "reserved");
    }

    @Test
    void dropsWhatIsBeyondTheModel() {
        x1.put(0x0002, 7501).put(0x0014, 2393).put(0x001C, 101).put(0x0007, 0).put(0x0017, 1);
        assertEquals(TestInverter.MISSING, x1.value("output#power"));
        assertEquals(TestInverter.MISSING, x1.value("battery#state-of-charge"));
        assertEquals(TestInverter.MISSING, x1.value("grid#frequency"));
        assertEquals("7500", x1.put(0x0002, 7500).value("output#power"));
        assertEquals("-14000", x1.put(0x0046, 14000, 0).value("grid#power"), "a house may draw more than its inverter");
    }

    @Test
    void hasNoStringsWhereTheBatteryAloneIsCoupled() {
        TestInverter retrofit = new TestInverter("hybrid", "phases=1 trackers=0 generation=4 protocol=8");
        retrofit.put(0x0002, 470).put(0x000A, 5).put(0x0014, 2393, 22, 0xFE0C, 1).put(0x0046, 0xFF9C, 0xFFFF);
        assertEquals(TestInverter.MISSING, retrofit.value("pv#power"));
        for (String load : new String[]{"load#power", "energy#load-today", "energy#load-total"}) {
            assertEquals(TestInverter.MISSING, retrofit.value(load), "nobody measures the roof of another make");
        }
        retrofit.put(0x00A8, 2000, 0).put(0x00B9, 1);
        assertEquals("2570", retrofit.value("load#power"),
                "2000 W from that roof, 470 W from here, 100 W from the grid");
    }
}
