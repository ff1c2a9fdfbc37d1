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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;

/** The register map of AlphaESS systems. Addresses and scales: alphaess.md §4.2 to §4.6; figures of §4 and §4.9. */
@NonNullByDefault
class AlphaEssProfileTest {

    private final TestInverter ems = new TestInverter("alphaess", "ems", "system=1 rated=100000");
    private final TestInverter hybrid = new TestInverter("alphaess", "ems", "system=1 rated=100000 pv-meter=1");

    private void battery() {
        // the dump of a SMILE-B3 that §0.2 speaks of: 52.8 V × 3.1 A, 163 W out of the battery
        ems.put(0x0100, 528, 31, 736).put(0x0126, 163);
    }

    @Test
    void readsTheGridMeter() {
        // 123456.78 kWh out, 3776.90 kWh in; 85 W out on phase 1
        ems.put(0x0010, 188, 24910, 5, 50010).put(0x0014, 231, 0, 0, 0xFFFC, 0, 0, 4998);
        ems.put(0x001B, 0xFFFF, 0xFFAB).put(0x0021, 0xFFFF, 0xFFAB, 0, 40).put(0x0029, 0, 41);
        ems.put(0x0031, 0, 94, 98, 0, 0, 0xFF9F);
        for (String metric : List.of("power=-85", "l1-power=-85", "l1-voltage=231", "l1-current=-0.4",
                "frequency=49.98")) {
            String[] expected = metric.split("=");
            assertEquals(expected[1], ems.value("grid#" + expected[0]), metric);
            assertEquals(expected[1], ems.meter(1, "meter#" + expected[0]), metric);
        }
        assertEquals("85", ems.value("grid#export-power"));
        assertEquals("123456.78", ems.value("energy#export-total"));
        assertEquals("123456.78", ems.meter(1, "meter#export-total"));
        assertEquals("3776.9", ems.value("energy#import-total"));
        assertEquals("3776.9", ems.meter(1, "meter#import-total"));
        assertEquals("40", ems.meter(1, "meter#l1-reactive-power"));
        assertEquals("41", ems.meter(1, "meter#reactive-power"));
        assertEquals("94", ems.meter(1, "meter#apparent-power"));
        assertEquals("0.98", ems.meter(1, "meter#l1-power-factor"));
        assertEquals("-0.97", ems.meter(1, "meter#power-factor"));
        assertEquals("meter-1", ems.parts(), "neither battery nor PV meter");
    }

    @Test
    void hasThreePhasesOnceTheirVoltageWasSeen() {
        ems.put(0x0014, 231, 232, 233, 10, 20, 30).put(0x001B, 0, 100, 0, 200, 0xFFFF, 0xFF9C);
        ems.put(0x0023, 0, 1, 0, 2, 0, 3).put(0x0033, 91, 92, 93);
        assertEquals("232", ems.value("grid#l2-voltage"));
        assertEquals("3", ems.meter(1, "meter#l3-current"));
        assertEquals("-100", ems.value("grid#l3-power"));
        assertEquals("2", ems.meter(1, "meter#l2-reactive-power"));
        assertEquals("0.93", ems.meter(1, "meter#l3-power-factor"));
        ems.put(0x0014, 0, 0, 0);
        assertEquals("200", ems.value("grid#l2-power"), "a phase that fails is still there");
        assertEquals(TestInverter.MISSING, ems.value("grid#l2-voltage"), "but 0 V is beyond belief");
    }

    @Test
    void leavesOutPhasesThatAreNotThere() {
        ems.put(0x0014, 231);
        assertEquals(TestInverter.MISSING, ems.value("grid#l2-power"));
        assertEquals(0, self(Cadence.FULL).values().keySet().stream().filter(id -> id.id().contains("#l2")).count());
    }

    /** EMS 2.5, SMILE-B3 and some SMILE5 count tenths of a volt; plausible are 180 to 260 V and 90 to 140 V (§4.9). */
    @ParameterizedTest
    @CsvSource({"230,230", "260,260", "120,120", "2301,230.1", "2600,260", "1204,120.4", "900,90", "89,missing",
            "261,missing", "899,missing", "2601,missing"})
    void findsTheScaleOfTheGridsVoltage(int raw, String volts) {
        assertEquals(volts, ems.put(0x0014, raw).value("grid#l1-voltage"));
        assertEquals(volts, ems.meter(1, "meter#l1-voltage"));
        assertEquals(volts, hybrid.put(0x0094, raw).meter(2, "meter#l1-voltage"), "that meter has a scale of its own");
    }

    @Test
    void readsThePvMeterOfAHybrid() {
        // §4.3: the "consume" energy holds the production, 3204.90 kWh; frames.json has the power of 2149 W
        hybrid.put(0x0090, 0, 3, 4, 58346, 230, 231, 232, 91, 92, 93, 5001);
        hybrid.put(0x009B, 0, 700, 0, 716, 0, 733, 0, 2149).put(0x00A9, 0, 7).put(0x00B1, 0, 2150);
        assertEquals("meter-1 meter-2", hybrid.parts());
        for (String metric : List.of("power=2149", "l1-power=700", "l2-power=716", "l3-power=733", "l3-voltage=232",
                "l2-current=9.2", "frequency=50.01", "import-total=3204.9", "export-total=0.03", "reactive-power=7",
                "apparent-power=2150")) {
            String[] expected = metric.split("=");
            assertEquals(expected[1], hybrid.meter(2, "meter#" + expected[0]), metric);
        }
    }

    @Test
    void addsStringsAndPvMeter() {
        assertEquals("0", ems.value("pv#power"));
        ems.put(0x00A1, 0, 2149);
        assertEquals("2149", ems.value("pv#power"), "AC-coupled, though no meter is told of");
        ems.put(0x041D, 3512, 41, 0, 1440, 2980, 20, 0, 596);
        assertEquals("4185", ems.value("pv#power"), "both");
        ems.put(0x00A1, 0, 0);
        assertEquals("2036", ems.value("pv#power"), "DC-coupled");
        assertEquals("351.2", ems.value("pv#string-1-voltage"));
        assertEquals("4.1", ems.value("pv#string-1-current"));
        assertEquals("1440", ems.value("pv#string-1-power"));
        assertEquals("596", ems.value("pv#string-2-power"));
        assertEquals(TestInverter.MISSING, ems.value("pv#string-3-power"));
    }

    @Test
    void addsStringsAloneWhereThePvMeterCannotBeRead() {
        ems.image.refuse(0x00A1);
        ems.put(0x0431, 3000, 10, 0, 300).put(0x0021, 0, 50);
        assertEquals("300", ems.value("pv#power"));
        assertEquals("350", ems.value("load#power"));
    }

    @Test
    void keepsItsStringsAtNight() {
        ems.put(0x0425, 3000, 10, 0, 300).value("pv#power");
        ems.put(0x0425, 0, 0, 0, 0);
        assertEquals("0", ems.value("pv#string-3-power"));
        assertEquals("0", ems.value("pv#string-3-voltage"));
        assertEquals(TestInverter.MISSING, ems.value("pv#string-1-power"));
    }

    @Test
    void neverShowsNegativePvOrLoad() {
        ems.put(0x00A1, 0xFFFF, 0xFFFD).put(0x0021, 0, 300);
        assertEquals("0", ems.value("pv#power"));
        assertEquals("300", ems.value("load#power"));
        ems.put(0x0021, 0xFFFF, 0xFFFB);
        assertEquals("0", ems.value("load#power"));
    }

    @Test
    void readsTheBattery() {
        battery();
        ems.put(0x0119, 114).put(0x011B, 998).put(0x0120, 0, 7835, 0, 7302);
        for (String metric : List.of("voltage=52.8", "current=3.1", "state-of-charge=73.6", "power=163",
                "discharge-power=163", "charge-power=0", "capacity=11.4", "state-of-health=99.8")) {
            String[] expected = metric.split("=");
            assertEquals(expected[1], ems.value("battery#" + expected[0]), metric);
            assertEquals(expected[1], ems.battery(1, "battery#" + expected[0]), metric);
        }
        assertEquals("783.5", ems.value("energy#charge-total"));
        assertEquals("730.2", ems.value("energy#discharge-total"));
        ems.put(0x0101, 0xFFF8).put(0x0126, 0xFE59);
        assertEquals("-0.8", ems.value("battery#current"));
        assertEquals("-423", ems.value("battery#power"), "charging, as §0.2 has seen it");
        assertEquals("423", ems.value("battery#charge-power"));
    }

    @Test
    void takesNoHealthForUnknownHealth() {
        battery();
        assertEquals(TestInverter.MISSING, ems.value("battery#state-of-health"));
        assertEquals(TestInverter.MISSING, ems.battery(1, "battery#state-of-health"));
    }

    @Test
    void readsCellsOfBothScales() {
        battery();
        TestInverter old = new TestInverter("alphaess", "ems", "system=1");
        old.put(0x0100, 528, 31, 736);
        ems.put(0x0105, 1, 1, 3291, 1, 13, 3305, 3, 3, 210, 1, 2, 250);
        old.put(0x0105, 1, 1, 329, 1, 13, 330, 3, 3, 210, 1, 2, 250);
        assertEquals("3.291", ems.battery(1, "cells#min-voltage"));
        assertEquals("3.305", ems.battery(1, "cells#max-voltage"));
        assertEquals("0.014", ems.battery(1, "cells#spread"));
        assertEquals("3.29", old.battery(1, "cells#min-voltage"), "EMS 2.5 and SMILE-B3");
        assertEquals("3.3", old.battery(1, "cells#max-voltage"));
        assertEquals("0.01", old.battery(1, "cells#spread"));
        for (TestInverter inverter : List.of(ems, old)) {
            assertEquals("21", inverter.battery(1, "cells#min-temperature"));
            assertEquals("25", inverter.battery(1, "cells#max-temperature"));
            assertEquals("25", inverter.battery(1, "battery#temperature"));
            assertEquals("25", inverter.value("battery#temperature"));
        }
        ems.put(0x0435, 312);
        old.put(0x0435, 3120);
        assertEquals("31.2", ems.value("status#temperature"));
        assertEquals("31.2", old.value("status#temperature"), "what has the one scale has the other");
    }

    @Test
    void leavesOutCellsThatNobodyFilledIn() {
        battery();
        ems.put(0x0105, 0, 0, 3291, 0, 0, 3305, 0, 0, 210, 0, 0, 250);
        assertEquals(TestInverter.MISSING, ems.battery(1, "cells#min-voltage"));
        assertEquals(TestInverter.MISSING, ems.battery(1, "cells#max-temperature"));
        assertEquals(TestInverter.MISSING, ems.value("battery#temperature"));
    }

    @Test
    void readsTheInverterOfOnePhase() {
        ems.put(0x0400, 2304, 0, 0, 17, 0, 0, 0, 391).put(0x040C, 0, 392, 2299, 0, 0, 4, 0, 0, 0, 91);
        ems.put(0x041A, 0, 91, 5001).put(0x0435, 0xFFF6);
        assertEquals("230.4", ems.value("output#l1-voltage"));
        assertEquals("1.7", ems.value("output#l1-current"));
        assertEquals("391", ems.value("output#l1-power"));
        assertEquals("392", ems.value("output#power"), "what it delivers is positive");
        assertEquals("50.01", ems.value("output#frequency"));
        assertEquals("229.9", ems.value("backup#voltage"));
        assertEquals("0.4", ems.value("backup#current"));
        assertEquals("91", ems.value("backup#power"));
        assertEquals(TestInverter.MISSING, ems.value("backup#l1-voltage"));
        assertEquals("-1", ems.value("status#temperature"));
    }

    @Test
    void readsTheInverterOfThreePhases() {
        ems.put(0x0400, 2304, 2305, 2306, 17, 18, 0xFFED, 0, 391, 0, 392, 0xFFFF, 0xFE70, 0, 383);
        ems.put(0x040E, 2291, 2292, 2293, 4, 5, 6, 0, 91, 0, 92, 0, 93, 0, 276);
        for (String metric : List.of("output#l2-voltage=230.5", "output#l3-current=-1.9", "output#l3-power=-400",
                "output#power=383", "backup#l1-voltage=229.1", "backup#l3-voltage=229.3", "backup#l2-current=0.5",
                "backup#l1-power=91", "backup#l3-power=93", "backup#power=276", "backup#voltage=missing")) {
            String[] expected = metric.split("=");
            assertEquals(expected[1], ems.value(expected[0]), metric);
        }
    }

    @Test
    void addsUpTheHouse() {
        battery();
        ems.put(0x00A1, 0, 500).put(0x0021, 0xFFFF, 0xFF9C);
        assertEquals("563", ems.value("load#power"), "500 from the roof and 163 from the battery, 100 go out");
        ems.put(0x0440, 2);
        assertEquals("0", ems.value("load#power"), "in UPS mode the grid meter counts the load (§4.10)");
        ems.put(0x0021, 0, 640);
        assertEquals("640", ems.value("load#power"));
        assertEquals("640", text(self(Cadence.FAST), "load#power"));
        ems.put(0x0440, 1).put(0x0021, 0, 0);
        assertEquals("663", ems.value("load#power"));
    }

    @Test
    void addsUpTheEnergies() {
        // raw 308695 of 0x08D2 was 3086 kWh in the portal
        ems.put(0x0010, 0, 10000, 0, 20000).put(0x0120, 0, 4000, 0, 3500).put(0x08D2, 4, 46551);
        assertEquals("3086.95", ems.value("energy#pv-total"));
        assertEquals("3136.95", ems.value("energy#load-total"), "3086.95 + 200 − 100 + 350 − 400");
    }

    @Test
    void namesModesAndUnknownOnes() {
        String[] words = {"waiting", "normal", "eps", "bypass", "fault", "dc", "self-test", "checking", "update",
                "update", "update", "unknown (11)"};
        for (int mode = 0; mode < words.length; mode++) {
            assertEquals(words[mode], ems.put(0x0440, mode).value("status#run-mode"));
        }
    }

    @Test
    void namesFaultsByTheKindOfSystem() {
        assertEquals("none", ems.value("status#fault"));
        TestInverter commercial = new TestInverter("alphaess", "ems", "system=2");
        TestInverter other = new TestInverter("alphaess", "ems", "system=0");
        for (TestInverter inverter : List.of(ems, commercial, other)) {
            // battery: bits 8 and 31; system: bit 4
            inverter.put(0x011E, 0x8000, 0x0100).put(0x08D4, 0, 1 << 4);
            assertEquals("16", inverter.value("status#fault-code"));
        }
        String battery = "battery cell over-voltage, battery temperature sensor, ";
        assertEquals(battery + "grid meter lost", ems.value("status#fault"));
        assertEquals(battery + "PV meter", commercial.value("status#fault"));
        assertEquals(battery + "bit 4", other.value("status#fault"), "whose bits nobody knows");
        assertEquals("bit 30", ems.put(0x011E, 0x4000, 0).put(0x08D4, 0, 0).value("status#fault"), "not documented");
    }

    @Test
    void dropsWhatIsBeyondBelief() {
        battery();
        ems.put(0x0102, 1001).put(0x001A, 4400).put(0x0435, 900).put(0x0126, 0x7FFF);
        assertEquals(TestInverter.MISSING, ems.value("battery#state-of-charge"));
        assertEquals(TestInverter.MISSING, ems.value("grid#frequency"));
        assertEquals(TestInverter.MISSING, ems.value("status#temperature"));
        assertEquals("32767", ems.value("battery#power"));
        assertEquals(TestInverter.MISSING, ems.put(0x0021, 5, 0).value("grid#power"), "327 kW of a 100 kW system");
    }

    @Test
    void asksForLittleOnEachFastPoll() {
        ems.put(0x0014, 231).put(0x0100, 2000).put(0x010B, 1, 1, 210, 1, 1, 230).put(0x041D, 3512, 41, 0, 1440, 2980);
        ems.poll(Cadence.FULL);
        ems.image.asked();
        ems.poll(Cadence.FAST);
        assertEquals(List.of("0x001B+8", "0x00A1+2", "0x0100+3", "0x0126+1", "0x040C+25", "0x0440+1"),
                ems.image.asked());
        ems.poll(Cadence.FULL);
        assertEquals(List.of("0x0010+27", "0x0031+6", "0x00A1+2", "0x0100+19", "0x0119+14", "0x0400+54", "0x0440+1",
                "0x08D2+4"), ems.image.asked(), "gaps of up to four registers are bridged (§4.1)");
    }

    @Test
    void readsHoldingRegistersOnly() {
        ems.poll(Cadence.FULL);
        assertEquals(List.of(RegisterSpace.HOLDING),
                ems.image.requests.stream().map(Block::space).distinct().toList());
    }

    private Reading self(Cadence cadence) {
        return ems.poll(cadence).getFirst();
    }

    private static String text(Reading reading, String metric) {
        return reading.values().entrySet().stream().filter(entry -> entry.getKey().id().equals(metric))
                .map(entry -> entry.getValue()).map(TestInverter::text).findFirst().orElse(TestInverter.MISSING);
    }
}
