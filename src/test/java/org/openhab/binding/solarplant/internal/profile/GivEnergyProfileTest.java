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

import static org.junit.jupiter.api.Assertions.*;

import java.util.Arrays;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Vectors by hand from the figures and rules of givenergy.md; the section stands beside each. Power into the house is
 * positive with us.
 */
@NonNullByDefault
class GivEnergyProfileTest {

    private static final String MISSING = TestInverter.MISSING;

    /** §1.4 has the first words of a hybrid: status 1, 305.4 V, 302.9 V, 388.1 V, 0, 238.9 V. */
    private static TestInverter singlePhase(String facts) {
        TestInverter inverter = device("single-phase", "phases=1 trackers=2 " + facts);
        inverter.put(0, 1, 3054, 3029, 3881, 0, 2389);
        inverter.put(6, 4, 0x8613); // 29628.3 kWh
        inverter.put(8, 31, 29).put(13, 4999).put(17, 106, 2565, 88, 2356);
        inverter.put(21, 0, 52491, 0, 3371, 56, 10);
        inverter.put(30, -721 & 0xFFFF, 12).put(32, 4, 24429).put(35, 3, 88, 65);
        inverter.put(41, 461, 4092, 3400, 158).put(45, 4, 9957);
        inverter.put(50, 5307, -1780 & 0xFFFF, -937 & 0xFFFF, 2389, 4999).put(56, 260).put(59, 51);
        inverter.put(180, 15711, 18430, 65, 88);
        return inverter;
    }

    /** §4.1 and §4.2. */
    @ParameterizedTest
    @CsvSource({"status#run-mode, normal", "pv#string-1-voltage, 305.4", "pv#string-2-voltage, 302.9",
            "grid#l1-voltage, 238.9", "pv#string-1-current, 3.1", "grid#frequency, 49.99",
            "pv#string-1-energy-today, 10.6", "pv#power, 4921", "energy#export-total, 5249.1", "output#power, 3371",
            "energy#export-today, 5.6", "energy#import-today, 1", "grid#power, 721", "backup#power, 12",
            "energy#import-total, 28657.3", "energy#charge-today, 8.8", "energy#discharge-today, 6.5",
            "status#fault-code, 0", "status#fault, none", "status#temperature, 46.1", "load#power, 4092",
            "output#apparent-power, 3400", "battery#voltage, 53.07", "battery#current, -17.8", "battery#power, -937",
            "backup#voltage, 238.9", "backup#frequency, 49.99", "battery#temperature, 26",
            "battery#state-of-charge, 51", "energy#pv-today, 15.8", "energy#pv-total, 27210.1",
            "energy#output-today, missing", "energy#charge-total, missing"})
    void decodesAHybrid(String metric, String expected) {
        assertEquals(expected, singlePhase("generation=2").value(metric), metric);
    }

    /** §3.3: house consumption today is generation + import - export - charging from AC. */
    @Test
    void knowsWhatTheHouseUsedBehindAHybrid() {
        assertEquals("10.9", singlePhase("generation=1").value("energy#load-today"));
        TestInverter inverter = singlePhase("generation=1").put(27, 1, 25353); // 9088.9 kWh charged from the AC side
        assertEquals("41529.4", inverter.value("energy#load-total"), "27210.1 + 28657.3 - 5249.1 - 9088.9");
        assertEquals(MISSING, singlePhase("ac=1").value("energy#load-total"));
        assertEquals(MISSING, singlePhase("ac=1").value("energy#load-today"));
        assertEquals(MISSING, singlePhase("aio=1").value("energy#load-today"));
    }

    /** §3.3: AC-coupled and all-in-one echo the grid voltage and count their output where others count generation. */
    @ParameterizedTest
    @CsvSource({"ac=1", "aio=1"})
    void publishesNoStringsWhereThereAreNone(String model) {
        TestInverter inverter = singlePhase(model);
        for (String metric : new String[]{"pv#string-1-voltage", "pv#string-2-voltage", "pv#string-1-current",
                "pv#string-1-energy-today", "energy#pv-today", "energy#pv-total"}) {
            assertEquals(MISSING, inverter.value(metric), metric);
        }
        assertEquals("2565", inverter.value("pv#string-1-power"), "the power is genuine");
        assertEquals("15.8", inverter.value("energy#output-today"));
        assertEquals("27210.1", inverter.value("energy#output-total"));
    }

    /** Where the strings are trusted instead, IR44 to 46 are the AC output of hybrids, too. */
    @Test
    void takesTheGenerationFromTheStringsWhereToldSo() {
        TestInverter inverter = singlePhase("generation=1 pv-from-strings=1").put(11, 3, 14855);
        assertEquals("19.4", inverter.value("energy#pv-today"));
        assertEquals("21146.3", inverter.value("energy#pv-total"));
        assertEquals("15.8", inverter.value("energy#output-today"));
        assertEquals("10.9", inverter.value("energy#load-today"));
    }

    /** §3.3: IR180 and 181 are counters of generation 1 only, IR194 to 197 of newer firmware. */
    @Test
    void takesBatteryTotalsFromWhereTheModelHasThem() {
        assertEquals("1571.1", singlePhase("generation=1 unwraps=1").value("energy#discharge-total"));
        assertEquals("1843", singlePhase("generation=1 unwraps=1").value("energy#charge-total"));
        assertEquals(MISSING, singlePhase("generation=1").value("energy#charge-total"));
        assertEquals(MISSING, singlePhase("generation=3 unwraps=1").value("energy#charge-total"));
        TestInverter allInOne = singlePhase("aio=1 wide-totals=1").put(194, 1, 13646, 1, 14876);
        assertEquals("7918.2", allInOne.value("energy#charge-total"));
        assertEquals("8041.2", allInOne.value("energy#discharge-total"));
    }

    /** §4.10, and §6.4 number 8: 0xF556 stands for no sensor. */
    @Test
    void namesFaultsAndDropsWhatCannotBe() {
        TestInverter inverter = singlePhase("generation=1").put(39, 0x0001, 0x8000).put(57, 0x0402).put(56, 0xF556)
                .put(59, 101).put(0, 7);
        assertEquals("fault bit 0, warning bit 15, battery cold for discharging, BMS communication lost",
                inverter.value("status#fault"));
        assertEquals("1", inverter.value("status#fault-code"));
        assertEquals(MISSING, inverter.value("battery#temperature"));
        assertEquals(MISSING, inverter.value("battery#state-of-charge"));
        assertEquals("unknown (7)", inverter.value("status#run-mode"));
    }

    /** What a 3.6 kW inverter and a house with one phase can bear; real ones reach what is just within. */
    @ParameterizedTest
    @CsvSource({"18, 10800, pv#string-1-power", "20, 10800, pv#string-2-power", "24, 7200, output#power",
            "24, -7200, output#power", "31, 7200, backup#power", "43, 7200, output#apparent-power",
            "52, 7200, battery#power", "52, -7200, battery#power", "42, 25000, load#power", "30, -25000, grid#power",
            "30, 25000, grid#power", "10, 720, output#l1-current", "44, 3600, energy#pv-today",
            "25, 6000, energy#export-today", "26, 6000, energy#import-today", "37, 3600, energy#discharge-today"})
    void believesNoMoreThanTheRatedPowerAllows(int register, int most, String metric) {
        TestInverter inverter = singlePhase("rated=3600").put(register, most & 0xFFFF);
        assertNotEquals(MISSING, inverter.value(metric));
        inverter.put(register, most + Integer.signum(most) & 0xFFFF);
        assertEquals(MISSING, inverter.value(metric));
    }

    /** The generation that a meter tells is not the inverter's own. */
    @ParameterizedTest
    @CsvSource({"ac=1, 25000", "aio=1, 25000", "ac=0, 10800"})
    void generationMayBeLargerThanTheBatteryInverter(String model, int most) {
        TestInverter inverter = singlePhase("rated=3600 " + model).put(18, most);
        assertEquals(Integer.toString(most), inverter.value("pv#string-1-power"));
        assertEquals(MISSING, inverter.put(18, most + 1).value("pv#string-1-power"));
    }

    /** An 11 kW inverter with three phases; registers of 32 bits in 0.1 W. */
    @ParameterizedTest
    @CsvSource({"1017, 330000, pv#string-1-power", "1069, 220000, output#power", "1079, 1100000, grid#import-power",
            "1081, 1100000, grid#export-power", "1089, 1100000, load#power", "1136, 220000, battery#discharge-power",
            "1138, 220000, battery#charge-power", "1187, 220000, backup#l1-apparent-power",
            "1396, 26400, energy#load-today"})
    void believesOfThreePhasesNoMoreThanTheRatedPowerAllows(int register, int most, String metric) {
        TestInverter inverter = device("three-phase", "phases=3 trackers=2 hv=1 rated=11000").put(register,
                most >> 16, most & 0xFFFF);
        assertNotEquals(MISSING, inverter.value(metric));
        inverter.put(register, most + 1 >> 16, most + 1 & 0xFFFF);
        assertEquals(MISSING, inverter.value(metric));
    }

    /** Active and reactive power of a phase, and its current, by whom the meter belongs to. */
    @ParameterizedTest
    @CsvSource({"68, 25000, meter#l1-power", "72, -25000, meter#l1-reactive-power", "63, 12500, meter#l1-current",
            "76, 65535, meter#apparent-power"})
    void believesOfAMeterNoMoreThanItsPhaseBears(int register, int most, String metric) {
        TestInverter meter = device("meter", "phases=1 phase-limit=25000").put(60, 2400).put(register, most & 0xFFFF);
        assertNotEquals(MISSING, meter.value(metric));
        if (most < Character.MAX_VALUE) {
            assertEquals(MISSING, meter.put(register, most + Integer.signum(most) & 0xFFFF).value(metric));
        }
    }

    /** §4.4: import and export are apart and never negative, the phases of the meter count export. */
    @Test
    void decodesAThreePhaseHybrid() {
        TestInverter inverter = device("three-phase", "phases=3 trackers=2 hv=1");
        inverter.put(1001, 6400, 6100).put(1009, 52, 49).put(1017, 0, 33280, 0, 29890);
        inverter.put(1064, 9, 8, 7, 5002).put(1069, 0xFFFF, 0xF95E).put(1076, 1).put(1079, 0, 2810, 0, 0);
        inverter.put(1083, -71 & 0xFFFF, -360 & 0xFFFF, 150).put(1089, 0, 7150).put(1094, 2326, 2351, 2349);
        inverter.put(1128, 447).put(1131, 4777, 99).put(1136, 0, 7, 0, 88).put(1140, 361);
        inverter.put(1180, 5002, 2326, 2337, 2327, 1, 2, 3, 0, 100, 0, 200, 0, 300);
        inverter.put(1302, 0x1000, 0x0200).put(1360, 0, 147, 1, 41417).put(1374, 1, 807).put(1380, 0, 345)
                .put(1388, 0, 157, 1, 45364, 0, 227, 1, 56661, 0, 182).put(1412, 0, 114);
        assertEquals("6317", inverter.value("pv#power"));
        assertEquals("-169.8", inverter.value("output#power"));
        assertEquals("281", inverter.value("grid#power"));
        assertEquals("71", inverter.value("grid#l1-power"));
        assertEquals("-150", inverter.value("grid#l3-power"));
        assertEquals("235.1", inverter.value("grid#l2-voltage"));
        assertEquals("715", inverter.value("load#power"));
        assertEquals("-8.1", inverter.value("battery#power"));
        assertEquals("3.61", inverter.value("battery#current"));
        assertEquals("477.7", inverter.value("battery#voltage"));
        assertEquals("99", inverter.value("battery#state-of-charge"));
        assertEquals("60", inverter.value("backup#apparent-power"));
        assertEquals("backup overload, BMS communication", inverter.value("status#fault"));
        assertEquals("15.7", inverter.value("energy#discharge-today"));
        assertEquals("12219.7", inverter.value("energy#charge-total"));
        assertEquals("18.2", inverter.value("energy#load-today"));
        assertEquals("11.4", inverter.value("energy#pv-today"));
    }

    /** §4.4: generation of others is measured by meter 2; then the house's balance is right. */
    @Test
    void countsTheGenerationThatAMeterMeasures() {
        TestInverter inverter = device("three-phase", "phases=3 trackers=0 pv-meter=1").put(1244, 0, 4340);
        assertEquals("434", inverter.value("pv#power"));
        assertEquals(MISSING, device("three-phase", "phases=3 trackers=0").value("pv#power"));
    }

    /** §4.5. */
    @Test
    void decodesALowVoltagePack() {
        TestInverter pack = device("lv-battery", "unwraps=0");
        pack.put(60, 3269, 3212).put(75, 3274, 267, 262, 264, 0xF556, 52305, 301, 0, 52203);
        pack.put(84, 0, 8160, 0, 10200, 0, 4781).put(94, 0x0100, -1250 & 0xFFFF, 1366, 16, 3022).put(100, 59)
                .put(103, 267, 262, 22003, 31750);
        assertEquals("3.269", pack.value("cells#cell-1-voltage"));
        assertEquals("3.274", pack.value("cells#cell-16-voltage"));
        assertEquals(MISSING, pack.value("cells#cell-3-voltage"), "no cell has 0 V");
        assertEquals("26.2", pack.value("cells#group-2-temperature"));
        assertEquals(MISSING, pack.value("cells#group-4-temperature"));
        assertEquals("52.203", pack.value("battery#voltage"));
        assertEquals("4.17792", pack.value("battery#capacity"), "81.6 Ah at 51.2 V");
        assertEquals("5.2224", pack.value("battery#design-capacity"), "102 Ah are sold as 5.2 kWh");
        assertEquals("2.447872", pack.value("battery#remaining-capacity"));
        assertEquals("-12.5", pack.value("battery#current"), "charging");
        assertEquals("1366", pack.value("battery#cycles"));
        assertEquals("59", pack.value("battery#state-of-charge"));
        assertEquals("26.7", pack.value("battery#temperature"));
        assertEquals("26.2", pack.value("cells#min-temperature"));
        assertEquals("warning bit 8", pack.value("status#fault"));
        assertEquals(MISSING, pack.value("energy#charge-total"), "a counter of the inverter that wraps");
        TestInverter unwrapped = device("lv-battery", "unwraps=1").put(105, 22003, 31750);
        assertEquals("2200.3", unwrapped.value("energy#discharge-total"));
    }

    /** §4.6: positive is charging on the wire. */
    @Test
    void decodesAHighVoltageStack() {
        TestInverter stack = device("hv-stack", "modules=6");
        stack.put(70, 4).put(73, 4718, 4738).put(76, -37 & 0xFFFF).put(79, -16 & 0xFFFF, 0x5C5B, 95);
        stack.put(82, 1, 60422, 1, 54220).put(90, 0, 237, 0, 174).put(98, 520, 488, 483).put(118, 0, 0x20);
        stack.put(120, 3351, 4, 17, 3348, 1, 12, 355, 2, 3, 264, 6, 2).put(134, 3, 91).put(137, 321);
        assertEquals("discharging", stack.value("status#run-mode"));
        assertEquals("473.8", stack.value("battery#voltage"));
        assertEquals("3.7", stack.value("battery#current"));
        assertEquals("1600", stack.value("battery#power"));
        assertEquals("92", stack.value("battery#state-of-charge"));
        assertEquals("95", stack.value("battery#state-of-health"));
        assertEquals("12595.8", stack.value("energy#charge-total"));
        assertEquals("17.4", stack.value("energy#discharge-today"));
        assertEquals("23.9616", stack.value("battery#capacity"), "52 Ah at 6 x 76.8 V");
        assertEquals("22.48704", stack.value("battery#remaining-capacity"));
        assertEquals("483", stack.value("battery#cycles"));
        assertEquals("fault bit 5", stack.value("status#fault"));
        assertEquals("3.351", stack.value("cells#max-voltage"));
        assertEquals("3.348", stack.value("cells#min-voltage"));
        assertEquals("0.003", stack.value("cells#spread"));
        assertEquals("35.5", stack.value("cells#max-temperature"));
        assertEquals("26.4", stack.value("cells#min-temperature"));
        assertEquals("32.1", stack.value("battery#temperature"));
        assertEquals(MISSING, device("hv-stack", "modules=0").put(98, 520).value("battery#capacity"));
    }

    /** §4.6. */
    @Test
    void decodesAModule() {
        TestInverter module = device("hv-module", "sensors=12");
        int[] cells = new int[24];
        Arrays.fill(cells, 3280);
        module.put(60, cells).put(60, 3279).put(90, 202, 198).put(101, 198, 350);
        assertEquals("3.279", module.value("cells#cell-1-voltage"));
        assertEquals("3.28", module.value("cells#cell-24-voltage"));
        assertEquals("78.719", module.value("battery#voltage"));
        assertEquals("20.2", module.value("cells#cell-1-temperature"));
        assertEquals("19.8", module.value("cells#cell-12-temperature"));
        assertEquals(MISSING, module.value("cells#cell-13-temperature"), "a sensor of the next module");
        assertEquals("35", device("hv-module", "sensors=24").put(102, 350).value("cells#cell-13-temperature"));
    }

    private static TestInverter device(String profile, String facts) {
        return new TestInverter("givenergy", profile, facts);
    }
}
