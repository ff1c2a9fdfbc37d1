/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhab.binding.solarplant.internal.driver.alphaess.cloud.DriverRig.SYSTEM;
import static org.openhab.binding.solarplant.internal.transport.alphaess.CloudRig.SERIAL;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudRig;
import org.openhab.binding.solarplant.sim.CloudCharger;
import org.openhab.binding.solarplant.sim.CloudChargers;
import org.openhab.binding.solarplant.sim.CloudCode;
import org.openhab.binding.solarplant.sim.CloudFault;
import org.openhab.binding.solarplant.sim.CloudScope;

/** EV chargers ride on their system (alphaess.md §1.8). */
@NonNullByDefault
@Timeout(60)
class ChargersTest {

    private static final String FIRST = "EV7000000000001";
    private static final String SECOND = "EV7000000000002";

    private final DriverRig rig;

    ChargersTest() throws Exception {
        rig = new DriverRig();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static DeviceId charger(String serial) {
        return new DeviceId(DeviceKind.EV_CHARGER, serial);
    }

    private CloudChargers with(CloudCharger... chargers) throws Exception {
        CloudChargers all = CloudChargers.of(chargers);
        rig.rig.bound.bind(CloudRig.smile(SERIAL).chargers(all));
        rig.listed();
        return all;
    }

    @Test
    void aChargerTellsStatusPowerLimitAndEnergy() throws Exception {
        CloudChargers chargers = with(CloudCharger.threePhase(FIRST));
        chargers.status(FIRST, 3, rig.rig.time.instant());
        rig.full();
        rig.pass(1800);
        rig.full();
        Reading reading = rig.reading(charger(FIRST)).orElseThrow();
        assertEquals(SYSTEM, reading.device().owner());
        assertEquals(Map.of("vendor", "AlphaESS", "serialNumber", FIRST, "modelId", "SMILE-EVCT11"),
                reading.device().properties());
        assertEquals("charging", rig.value(charger(FIRST), "charger#status"));
        assertEquals("on", rig.value(charger(FIRST), "charger#control"));
        assertTrue(Double.parseDouble(rig.value(charger(FIRST), "charger#power")) > 3000);
        assertTrue(Double.parseDouble(rig.value(charger(FIRST), "charger#energy-today")) > 1);
        assertEquals("32", rig.value(charger(FIRST), "charger#current-limit"));
    }

    @ParameterizedTest
    @CsvSource({"1, available, off", "2, preparing, off", "3, charging, on", "4, suspended-by-charger, on",
            "5, suspended-by-car, on", "6, finishing, off", "7, unknown (7), off", "9, faulted, off"})
    void eachStatusHasItsWord(int code, String word, String control) throws Exception {
        with(CloudCharger.singlePhase(FIRST)).status(FIRST, code, rig.rig.time.instant());
        rig.full();
        assertEquals(word, rig.value(charger(FIRST), "charger#status"));
        assertEquals(control, rig.value(charger(FIRST), "charger#control"));
    }

    @Test
    void aStatusInAListIsAStatusToo() throws Exception {
        with(CloudCharger.singlePhase(FIRST));
        rig.says("getEvChargerStatusBySn", "[{\"evchargerSn\":\"" + FIRST + "\",\"evchargerStatus\":\"2\"}]");
        rig.full();
        assertEquals("preparing", rig.value(charger(FIRST), "charger#status"));
    }

    @Test
    void severalChargersHavePowersByTheirPlacesAndNoEnergyOfTheirOwn() throws Exception {
        CloudChargers chargers = with(CloudCharger.threePhase(FIRST), CloudCharger.singlePhase(SECOND));
        chargers.status(SECOND, 3, rig.rig.time.instant());
        rig.full();
        rig.pass(60);
        rig.full();
        assertEquals("0", rig.value(charger(FIRST), "charger#power"));
        assertTrue(Double.parseDouble(rig.value(charger(SECOND), "charger#power")) > 1000);
        assertEquals("", rig.value(charger(SECOND), "charger#energy-today"), "the cloud knows that of both together");
        assertEquals("32", rig.value(charger(SECOND), "charger#current-limit"));
    }

    @Test
    void aFastPollAsksForTheStatusToo() throws Exception {
        with(CloudCharger.threePhase(FIRST));
        rig.full();
        rig.pass(15);
        rig.rig.asked();
        rig.fast();
        assertEquals(List.of("getLastPowerData", "getEvChargerStatusBySn"), rig.rig.asked());
    }

    @Test
    void withoutAChargerNobodyAsksForOne() throws Exception {
        rig.listed().full();
        List<String> asked = rig.rig.asked();
        assertEquals(0, Collections.frequency(asked, "getEvChargerStatusBySn"));
        assertEquals(0, Collections.frequency(asked, "getEvChargerCurrentsBySn"));
        assertEquals(Optional.empty(), rig.reading(charger(FIRST)));
    }

    @Test
    void whatFailsOfAChargerDoesNotFailItsSystem() throws Exception {
        with(CloudCharger.threePhase(FIRST));
        rig.rig.cloud.faults().add(new CloudFault.Refuse(CloudCode.PARAMETER),
                CloudScope.ALWAYS.endpoint("getEvChargerStatusBySn"));
        rig.fails("getEvChargerCurrentsBySn", new CloudFault.NoData());
        rig.full();
        rig.pass(600);
        rig.full();
        assertTrue(!rig.value("pv#power").isEmpty());
        assertEquals("two-slot", rig.value("settings#schedule-store"));
        assertEquals("", rig.value(charger(FIRST), "charger#status"));
        assertTrue(!rig.value(charger(FIRST), "charger#power").isEmpty());
    }
}
