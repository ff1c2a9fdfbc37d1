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

/** Generations 5 and 6: what differs from 4, and two batteries (solax.md §3.2, §3.14). Values invented. */
@NonNullByDefault
class HybridG5G6Test {

    private static TestInverter inverter(String facts) {
        return new TestInverter("hybrid", facts);
    }

    @Test
    void addsThePhases() {
        TestInverter x3 = inverter("phases=3 trackers=2 generation=5 protocol=5");
        x3.put(0x0002, 1234).put(0x006C, 1000).put(0x0070, 0xFFFF).put(0x0074, 500);
        assertEquals("1499", x3.value("output#power"), "0x0002 is no total here");
        assertEquals("1234",
                inverter("phases=1 trackers=2 generation=5 protocol=5").put(0x0002, 1234).value("output#power"));
    }

    @Test
    void readsTheTemperatureByProtocol() {
        assertEquals("35.1",
                inverter("phases=3 generation=5 protocol=99").put(0x0008, 351).value("status#temperature"));
        assertEquals("35", inverter("phases=3 generation=6 protocol=100").put(0x0008, 35).value("status#temperature"));
        assertEquals("35", inverter("phases=1 generation=5 protocol=99").put(0x0008, 35).value("status#temperature"));
    }

    @Test
    void hasOneBattery() {
        TestInverter x1 = inverter("phases=1 trackers=3 generation=5 protocol=9");
        x1.put(0x0014, 3000, 50, 1500, 1, 25, 0, 0, 3, 60).put(0x0026, 10000, 0).put(0x00BF, 99).put(0x0118, 6000, 0);
        assertEquals("battery-1", x1.parts());
        assertEquals("-1500", x1.value("battery#power"));
        assertEquals("60", x1.value("battery#state-of-charge"));
        assertEquals("300", x1.value("battery#voltage"));
        assertEquals("10", x1.value("battery#capacity"));
        assertEquals("99", x1.value("battery#state-of-health"));
        assertEquals("6", x1.battery(1, "battery#remaining-capacity"));
    }

    @Test
    void tellsWhatRemainsInAllPacks() {
        // two packs of 5.12 kWh as one battery: 0x0116 and 0x0118 tell of one of them
        TestInverter ies = inverter("phases=1 trackers=3 generation=5 protocol=6 rated=6000");
        ies.put(0x0014, 3000, 10, 300, 1, 25, 0, 0, 3, 50).put(0x0026, 10240, 0).put(0x0116, 2560, 0, 2560, 0);
        assertEquals("5.12", ies.battery(1, "battery#remaining-capacity"));
        assertEquals("5.12", ies.value("battery#remaining-capacity"));
        TestInverter newer = inverter("phases=1 trackers=3 generation=5 protocol=100 rated=6000");
        newer.put(0x0014, 3000, 10, 300, 1, 25, 0, 0, 3, 50).put(0x0026, 10240, 0).put(0x0116, 5000, 0, 2560, 0);
        assertEquals("5.24", newer.value("battery#remaining-capacity"), "less what can be charged");
        assertEquals("5.24", newer.battery(1, "battery#remaining-capacity"));
        assertEquals("0", newer.put(0x0116, 10300, 0).value("battery#remaining-capacity"));
        newer.put(0x0116, 12000, 0).put(0x0127, 2800).put(0x012D, 40).put(0x030B, 20000, 0);
        assertEquals("18.24", newer.value("battery#remaining-capacity"), "30.24 in two batteries");
        assertEquals("5.12", newer.battery(1, "battery#remaining-capacity"));
        assertEquals("8", newer.battery(2, "battery#remaining-capacity"));
    }

    @Test
    void addsTwoBatteries() {
        TestInverter x3 = inverter("phases=3 trackers=2 generation=5 protocol=9 rated=15000");
        x3.put(0x0014, 3000, 50, 1500, 1, 25, 0, 0, 3, 60).put(0x00BF, 99);
        x3.put(0x0127, 2800, 0xFFF6, 0xFED4).put(0x012D, 40, 52).put(0x0131, 21);
        assertEquals("battery-1 battery-2", x3.parts());
        assertEquals("-1200", x3.value("battery#power"));
        assertEquals("-1500", x3.battery(1, "battery#power"));
        assertEquals("300", x3.battery(2, "battery#power"));
        assertEquals("280", x3.battery(2, "battery#voltage"));
        assertEquals("1", x3.battery(2, "battery#current"));
        assertEquals("21", x3.battery(2, "battery#temperature"));
        assertEquals("52", x3.value("battery#state-of-charge"));
        assertEquals("60", x3.battery(1, "battery#state-of-charge"));
        assertEquals("40", x3.battery(2, "battery#state-of-charge"));
        assertEquals("99", x3.battery(1, "battery#state-of-health"));
        assertEquals(TestInverter.MISSING, x3.value("battery#voltage"), "two have none in common");
        assertEquals("300", x3.battery(1, "battery#voltage"));
        assertEquals(TestInverter.MISSING, x3.put(0x012E, 0).value("battery#state-of-charge"), "0 is not known");
    }

    @Test
    void readsTheWholeOfTwoBatteriesWithNewerProtocols() {
        TestInverter x1 = inverter("phases=1 trackers=2 generation=5 protocol=101");
        x1.put(0x0014, 3000, 50, 1500, 1, 25, 0, 0, 3, 60).put(0x0026, 10000, 0).put(0x0038, 0xFB50, 0xFFFF);
        x1.put(0x003C, 52, 98).put(0x00BF, 97).put(0x0127, 2800).put(0x030B, 20000, 0).put(0x0311, 99);
        assertEquals("1200", x1.value("battery#power"));
        assertEquals("52", x1.value("battery#state-of-charge"));
        assertEquals("98", x1.value("battery#state-of-health"));
        assertEquals("97", x1.battery(1, "battery#state-of-health"));
        assertEquals("99", x1.battery(2, "battery#state-of-health"));
        assertEquals("20", x1.battery(2, "battery#capacity"));
        assertEquals("30", x1.value("battery#capacity"));
    }

    @Test
    void readsInstalledCapacity() {
        TestInverter x1 = inverter("phases=1 trackers=2 generation=5 protocol=101");
        assertEquals("12",
                x1.put(0x0014, 3000).put(0x0017, 1).put(0x003A, 12000, 0).battery(1, "battery#design-capacity"));
    }

    @Test
    void countsBigBatteriesByTens() {
        TestInverter aelio = inverter("phases=3 trackers=5 generation=5 protocol=9 rated=60000 battery-tens=1");
        aelio.put(0x0014, 7000).put(0x0016, 3000, 1).put(0x0127, 7000, 0, 0xFF9C);
        assertEquals("-30000", aelio.battery(1, "battery#power"));
        assertEquals("1000", aelio.battery(2, "battery#power"));
        assertEquals("-29000", aelio.value("battery#power"));
    }

    @Test
    void findsTheThirdStringOfGeneration5() {
        TestInverter x1 = inverter("phases=1 trackers=3 generation=5 protocol=9");
        x1.put(0x000A, 100, 200).put(0x0122, 3500, 85, 2900);
        assertEquals("350", x1.value("pv#string-3-voltage"));
        assertEquals("8.5", x1.value("pv#string-3-current"));
        assertEquals("2900", x1.value("pv#string-3-power"));
        assertEquals("3200", x1.value("pv#power"));
    }

    @Test
    void masterOfAParallelSystemTellsOfAll() {
        String model = "phases=3 trackers=2 generation=5 protocol=9 rated=15000";
        TestInverter x3 = inverter(model + " master=1");
        TestInverter alone = inverter(model);
        // it says so among the settings as well
        x3.image.put(RegisterSpace.HOLDING, 0x0130, 1);
        for (TestInverter one : new TestInverter[]{x3, alone}) {
            one.put(0x01DD, 3).put(0x01E0, 5000, 0, 6000, 0, 0xFF9C, 0xFFFF).put(0x01EC, 217, 0, 261, 0, 4, 0);
            one.put(0x01F2, 8000, 0, 7000, 0).put(0x01FA, 2500, 0);
        }
        assertEquals(TestInverter.MISSING, alone.value("parallel#power"), "one that stands alone");
        for (String metric : new String[]{"inverters=3", "power=10900", "l1-power=5000", "l3-power=-100",
                "l2-current=26.1", "pv-power=15000", "battery-power=-2500"}) {
            String[] expected = metric.split("=");
            assertEquals(expected[1], x3.value("parallel#" + expected[0]), metric);
        }
        assertEquals("0", x3.value("pv#power"), "its own");
    }

    @Test
    void findsFiveStringsWhereTheModelHasThem() {
        TestInverter aelio = inverter("phases=3 trackers=5 generation=5 protocol=9 rated=60000 battery-tens=1");
        aelio.put(0x000A, 1000, 2000).put(0x0122, 5000, 60, 3000);
        aelio.put(0x0028, 6100, 6200, 0, 70, 80, 0, 4000, 5000);
        assertEquals("610", aelio.value("pv#string-4-voltage"));
        assertEquals("8", aelio.value("pv#string-5-current"));
        assertEquals("5000", aelio.value("pv#string-5-power"));
        assertEquals("15000", aelio.value("pv#power"));
    }

    @Test
    void findsTheStringsOfGeneration6ByProtocol() {
        TestInverter older = inverter("phases=1 trackers=4 generation=6 protocol=9");
        older.put(0x000A, 100, 200).put(0x002A, 3500, 85, 2900, 0, 3600, 10, 360);
        assertEquals("2900", older.value("pv#string-3-power"));
        assertEquals("1", older.value("pv#string-4-current"));
        assertEquals("360", older.value("pv#string-4-power"));
        assertEquals("3560", older.value("pv#power"));
        TestInverter newer = inverter("phases=1 trackers=4 generation=6 protocol=100");
        newer.put(0x0028, 3600, 0, 0, 10, 0, 0, 360).put(0x0122, 3500, 85, 2900);
        assertEquals("360", newer.value("pv#string-4-voltage"));
        assertEquals("1", newer.value("pv#string-4-current"));
        assertEquals("360", newer.value("pv#string-4-power"));
        assertEquals("8.5", newer.value("pv#string-3-current"));
    }

    @Test
    void scalesTheTotalsOfGeneration6ByProtocol() {
        TestInverter older = inverter("phases=3 trackers=2 generation=6 protocol=9");
        older.put(0x0014, 3000).put(0x001D, 39141, 0).put(0x0021, 45357, 0).put(0x0052, 3930, 5).put(0x008E, 691)
                .put(0x0094, 24610, 5);
        assertEquals("39.141", older.value("energy#discharge-total"));
        assertEquals("45.357", older.value("energy#charge-total"));
        assertEquals("331.61", older.value("energy#output-total"));
        assertEquals("6.91", older.value("energy#backup-total"));
        assertEquals("352.29", older.value("energy#pv-total"));
        TestInverter newer = inverter("phases=3 trackers=2 generation=6 protocol=100");
        newer.put(0x0052, 3930, 5).put(0x008E, 691);
        assertEquals("33161", newer.value("energy#output-total"));
        assertEquals("69.1", newer.value("energy#backup-total"));
    }

    @Test
    void seesTheBatteryOfGeneration6TheOtherWayRound() {
        TestInverter x1 = inverter("phases=1 trackers=3 generation=6 protocol=9");
        assertEquals("", x1.put(0x001C, 77).put(0x0017, 1).parts());
        assertEquals("battery-1", x1.put(0x0017, 0).parts());
        assertEquals("77", x1.value("battery#state-of-charge"));
    }
}
