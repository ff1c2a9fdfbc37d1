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

/** How inverters of all vendors tell that the grid is gone, and what their batteries bear. */
@NonNullByDefault
class GridAndBatteryTest {

    private static final String GRID = "grid#available";

    /** Run mode and AC voltage; off the grid the inverter makes the voltage itself. */
    @ParameterizedTest
    @CsvSource({"hybrid, phases=1 trackers=2 generation=4, 2, 2301, true",
            "hybrid, phases=1 trackers=2 generation=4, 7, 2301, false",
            "hybrid, phases=3 trackers=2 generation=5, 6, 0, false",
            "hybrid, phases=3 trackers=2 generation=5, 23, 2305, true",
            "hybrid, phases=3 trackers=2 generation=5, 10, 2305, true",
            "hybrid, phases=3 trackers=2 generation=5, 2, 0, missing",
            "hybrid, phases=3 trackers=2 generation=5, 26, 2305, missing",
            "hybrid, phases=3 trackers=2 generation=5, 99, 2305, missing", "g3, phases=1 trackers=2, 2, 2301, true",
            "g3, phases=1 trackers=2, 7, 2301, false", "g2, phases=1 trackers=2, 2, 2301, true",
            "g2, phases=1 trackers=2, 6, 2301, false"})
    void solaxHybrids(String profile, String facts, int mode, int volts, String available) {
        TestInverter inverter = new TestInverter(profile, facts).put(0, volts).put(7, 4998).put(9, mode);
        assertEquals(available, inverter.value(GRID));
    }

    @Test
    void aStringInverterSeesWhateverIsAtItsTerminals() {
        TestInverter inverter = new TestInverter("mic", "phases=1 trackers=2 generation=2");
        assertEquals(TestInverter.MISSING, inverter.put(0x0404, 2301).put(0x040F, 2).value(GRID));
        TestInverter withBackup = new TestInverter("mic-g4", "phases=1 trackers=2 generation=4");
        assertEquals("true", withBackup.put(0x0400, 2301).put(0x0415, 2).value(GRID));
        assertEquals("false", withBackup.put(0x0415, 7).value(GRID));
    }

    /** Status, voltage, frequency and system mode: in an outage the status stays 1, and voltage and frequency go to 0. */
    @ParameterizedTest
    @CsvSource({"1, 2457, 4993, 1, true, normal", "1, 0, 0, 0, false, off-grid", "2, 0, 0, 0, false, off-grid",
            "3, 0, 0, 0, false, fault", "1, 2457, 4993, 0, missing, normal", "1, 0, 0, 1, missing, normal",
            "1, 2457, 0, 1, missing, normal", "0, 0, 0, 0, missing, waiting"})
    void givEnergyInverters(int status, int volts, int hertz, int mode, String available, String runMode) {
        for (TestInverter inverter : new TestInverter[]{
                new TestInverter("givenergy", "single-phase", "phases=1 trackers=2 generation=2").put(0, status)
                        .put(5, volts).put(13, hertz).put(49, mode).put(30, 0, 800).put(53, 2300, 5000),
                new TestInverter("givenergy", "three-phase", "phases=3 trackers=2").put(1061, volts).put(1067, hertz)
                        .put(1075, mode, status)}) {
            assertEquals(available, inverter.value(GRID));
            assertEquals(runMode, inverter.value("status#run-mode"));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 2400, true", "1, 0, false", "2, 0, missing", "0, 2400, missing", "3, 2400, missing"})
    void givEnergyGateways(int status, int volts, String available) {
        TestInverter gateway = new TestInverter("givenergy", "gateway", "phases=1 layout=1");
        assertEquals(available, gateway.put(1604, status).put(1608, volts).value(GRID));
    }

    /** 5.2 A in and 30 A out at 428.1 V; a battery that refuses a direction bears 0 A. */
    @Test
    void solaxTellsWhatItsBatteryBears() {
        for (String profile : List.of("hybrid", "g3")) {
            TestInverter inverter = new TestInverter(profile, "phases=3 trackers=2 generation=4")
                    .put(0x0014, 4281, 2, 128, 1).put(0x0024, 52, 300);
            assertEquals("2226.12", inverter.value("battery#max-charge-power"));
            assertEquals("12843", inverter.value("battery#max-discharge-power"));
            assertEquals("0", inverter.put(0x0024, 0).value("battery#max-charge-power"));
            assertEquals(TestInverter.MISSING, inverter.put(0x0017, 0).value("battery#max-charge-power"));
        }
    }

    @Test
    void othersTellWhatTheirBatteriesBear() {
        TestInverter stack = new TestInverter("givenergy", "hv-stack", "modules=6").put(74, 4779).put(104, 250, 200);
        assertEquals("9558", stack.value("battery#max-charge-power"));
        assertEquals("11947.5", stack.value("battery#max-discharge-power"));
        TestInverter alphaEss = new TestInverter("alphaess", "ems", "phases=1 trackers=2 rated=5000")
                .put(0x0100, 528).put(0x0111, 999, 0);
        assertEquals("5000", alphaEss.value("battery#max-charge-power"));
        assertEquals("0", alphaEss.value("battery#max-discharge-power"));
    }

    /** Its meter stands at the grid, so its voltage is the grid's in every mode. */
    @ParameterizedTest
    @CsvSource({"1, 231, true", "2, 0, false", "2, 231, false", "0, 231, true", "4, 231, true", "1, 0, missing",
            "8, 231, missing", "77, 231, missing"})
    void alphaEss(int mode, int volts, String available) {
        TestInverter inverter = new TestInverter("alphaess", "ems", "phases=1 trackers=2");
        assertEquals(available, inverter.put(0x0014, volts).put(0x0440, mode).value(GRID));
    }
}
