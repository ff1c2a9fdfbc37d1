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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.model.Cadence;

/** Meters, EMS and gateway by hand from givenergy.md §4.7 to §4.9, and the models of §3.1. */
@NonNullByDefault
class GivEnergyPlantTest {

    private static final String MISSING = TestInverter.MISSING;

    private static TestInverter meter(String facts) {
        TestInverter meter = device("meter", facts);
        meter.put(60, 2417, 2343, 2341, 81, 15, 12).put(68, -1836 & 0xFFFF, 363, -151 & 0xFFFF, -1624 & 0xFFFF);
        meter.put(72, -620 & 0xFFFF, -249 & 0xFFFF, -290 & 0xFFFF, -1159 & 0xFFFF, 19604, 1, 2, 19607);
        return meter.put(80, 56073, 0, 0, 56073, 4990, 23728, 560, 55365);
    }

    /** §4.7: the scale of currents and apparent power hangs on the owner; positive is import already. */
    @ParameterizedTest
    @CsvSource({"owner-ems=1, 8.1, 1960.7, -1624, -1159, -0.9463",
            "owner-ems=1 phases=3, 8.1, 1960.7, -1624, -1159, -0.9463",
            "owner-three-phase=1 phases=3, 8.1, 19607, -1624, -1159, missing",
            "phases=1, 0.81, 19604, -1836, -620, missing", "phases=3, 0.81, 19604, -1624, -1159, missing",
            "phases=1 owner-gateway=1, 0.81, missing, -1836, -620, missing"})
    void decodesAMeterByItsOwner(String facts, String current, String apparent, String power, String reactive,
            String factor) {
        TestInverter meter = meter(facts);
        assertEquals(current, meter.value("meter#l1-current"));
        assertEquals(apparent, meter.value("meter#apparent-power"));
        assertEquals(power, meter.value("meter#power"));
        assertEquals(reactive, meter.value("meter#reactive-power"));
        assertEquals(factor, meter.value("meter#power-factor"));
        assertEquals("241.7", meter.value("meter#l1-voltage"));
        assertEquals("49.9", meter.value("meter#frequency"));
        assertEquals(facts.contains("phases=3") ? "363" : MISSING, meter.value("meter#l2-power"));
        assertEquals(MISSING, meter.value("meter#import-total"), "a counter that wraps");
        assertEquals("2372.8", meter(facts + " unwraps=1").value("meter#import-total"));
        assertEquals("5536.5", meter(facts + " unwraps=1").value("meter#export-total"));
    }

    /** §7.3: battery 2511 W = 1042 + 1469 W of the inverters = 677 W load + 1834 W export. */
    @Test
    void decodesAnEms() {
        TestInverter ems = device("ems", "inverter-1=1 inverter-2=1 inverter-4=1 meter-1=1 meter-3=1");
        ems.put(2040, 1, 2, 0x0010, 0x0011, 2, 7 << 9 | 2 << 3 | 2, -1834 & 0xFFFF, 0, -3 & 0xFFFF);
        ems.put(2054, 1042, 1469, 0, 0, 31, 16, 0, 0, 503, 503);
        ems.put(2086, 677, 0, 12, -1834 & 0xFFFF, 2511, 4105).put(2094, -20 & 0xFFFF);
        assertEquals("normal", ems.value("ems#status"));
        assertEquals("2", ems.value("ems#meters"));
        assertEquals("2", ems.value("ems#inverters"));
        assertEquals("-1834", ems.value("ems#grid-power"), "export");
        assertEquals("2511", ems.value("ems#battery-power"));
        assertEquals("677", ems.value("ems#load-power"));
        assertEquals("12", ems.value("ems#generation-power"));
        assertEquals("4.105", ems.value("ems#remaining-energy"));
        assertEquals("-20", ems.value("ems#other-battery-power"));
        assertEquals("1042", ems.part("inverter-1", "output#power"));
        assertEquals("16", ems.part("inverter-2", "battery#state-of-charge"));
        assertEquals("50.3", ems.part("inverter-2", "status#temperature"));
        assertEquals("normal", ems.part("inverter-2", "status#run-mode"));
        assertEquals("offline", ems.part("inverter-4", "status#run-mode"));
        assertEquals("-1834", ems.part("meter-1", "meter#power"));
        assertEquals("-3", ems.part("meter-3", "meter#power"), "numbers of meters are their addresses");
        assertEquals(MISSING, ems.part("inverter-3", "output#power"));
        assertEquals("inverter-1 inverter-2 inverter-4 meter-1 meter-3", ems.parts());
    }

    /** §4.8: grid (export) = PV - load - all-in-ones (charging); with our signs load = pv + grid + battery. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void decodesAGateway(int layout) {
        TestInverter gateway = device("gateway", "aio-1=1 aio-3=1 layout=" + layout);
        int[] total = layout == 1 ? new int[]{1, 2} : new int[]{2, 1}; // 6553.8 kWh
        gateway.put(1604, 2).put(1608, 2412, 105, 2410, 35).put(1616, -400 & 0xFFFF, 2100, 840, 1660);
        gateway.put(1622, 0x8000, 0x0002).put(1640, 12).put(1641, total).put(1655, 98).put(1656, total);
        gateway.put(1700, 2, 2).put(1705, 45).put(1706, total).put(1757, total).put(1801, 63, 0, 48);
        gateway.put(1816, 1000, 0, -660 & 0xFFFF);
        assertEquals("on-grid", gateway.value("gateway#status"));
        assertEquals("400", gateway.value("gateway#grid-power"), "import");
        assertEquals("2100", gateway.value("gateway#pv-power"));
        assertEquals("-1660", gateway.value("gateway#battery-power"), "charging");
        assertEquals("840", gateway.value("gateway#load-power"));
        assertEquals("10.5", gateway.value("gateway#grid-current"));
        assertEquals("grid mode off, relays 1 and 2 bonding", gateway.value("gateway#fault"),
                "its bits count from the most significant on");
        assertEquals("1.2", gateway.value("gateway#import-today"));
        assertEquals("6553.8", gateway.value("gateway#import-total"));
        assertEquals("6553.8", gateway.value("gateway#load-total"));
        assertEquals("2", gateway.value("gateway#all-in-ones-online"));
        assertEquals("4.5", gateway.part("inverter-1", "energy#charge-today"));
        assertEquals("6553.8", gateway.part("inverter-1", "energy#charge-total"));
        assertEquals("6553.8", gateway.part("inverter-3", "energy#discharge-total"));
        assertEquals("63", gateway.part("inverter-1", "battery#state-of-charge"));
        assertEquals("-1000", gateway.part("inverter-1", "battery#power"));
        assertEquals("660", gateway.part("inverter-3", "output#power"));
        assertEquals("inverter-1 inverter-3", gateway.parts());
    }

    /** §3.1, and that the words of every profile are read without an owner. */
    @ParameterizedTest
    @CsvSource({"2001, single-phase, 5000, phases=1 trackers=2", "2099, single-phase, 0, phases=1 trackers=2",
            "2106, single-phase, 8000, phases=1", "2304, single-phase, 6000, phases=1",
            "2801, single-phase, 0, phases=1", "3001, single-phase, 3000, ac=1", "3999, single-phase, 0, ac=1",
            "4004, three-phase, 11000, phases=3 hv=1", "4007, three-phase, 5000, hv=1",
            "4103, three-phase, 50000, phases=3", "5001, ems, 0, ''", "5101, ems, 0, ''",
            "6006, three-phase, 20000, ac=1 hv=1 trackers=0", "7001, gateway, 12000, ''", "7002, gateway, 0, ''",
            "8001, single-phase, 6000, aio=1 hv=1 phases=1",
            "8103, single-phase, 10000, hv=1 generation=3 wide-totals=1",
            "8205, three-phase, 11000, phases=3 hv=1", "8301, single-phase, 3600, generation=4",
            "8999, single-phase, 0, aio=1"})
    void knowsTheModelsByTheirTypeCode(String code, String profile, int rated, String facts) throws ProfileException {
        ProfileStore store = new ProfileStore();
        Model model = store.models("givenergy").find(code).orElseThrow();
        assertEquals(profile, model.profile());
        assertEquals(rated, model.facts().getOrDefault("rated", 0));
        if (!facts.isEmpty()) {
            TestInverter.facts(facts).forEach((fact, value) -> assertEquals(value, model.facts().get(fact), fact));
        }
        assertTrue(store.profile("givenergy", profile).variant(model.facts()).wanted(Cadence.FAST).size() >= 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001", "1001", "9001", "A001", ""})
    void refusesFamiliesThatNobodyKnows(String code) throws ProfileException {
        assertEquals(Optional.empty(), new ProfileStore().models("givenergy").find(code));
    }

    private static TestInverter device(String profile, String facts) {
        return new TestInverter("givenergy", profile, facts);
    }
}
