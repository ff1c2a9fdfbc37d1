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

import java.util.Collections;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudRig;
import org.openhab.binding.solarplant.sim.CloudCode;
import org.openhab.binding.solarplant.sim.CloudFault;

/** Which endpoint is asked when: each has a time to live of its own, and failures do not shorten it. */
@NonNullByDefault
@Timeout(60)
class CadenceTest {

    private final DriverRig rig;

    CadenceTest() throws Exception {
        rig = new DriverRig().listed();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private List<String> askedBy(Cadence cadence) throws Exception {
        rig.poll(cadence);
        return rig.rig.asked();
    }

    @Test
    void theFirstFullPollAsksForEverything() throws Exception {
        assertEquals(List.of("getLastPowerData", "getEvChargerConfigList", "getOneDateEnergyBySn",
                "getSumDataForCustomer", "getTimeChargeBySn", "getChargeConfigInfo", "getDisChargeConfigInfo"),
                askedBy(Cadence.FULL));
    }

    @Test
    void aFastPollAsksForPowerAndForEnergyOnceAMinute() throws Exception {
        askedBy(Cadence.FULL);
        rig.pass(15);
        assertEquals(List.of("getLastPowerData"), askedBy(Cadence.FAST));
        rig.pass(60);
        assertEquals(List.of("getLastPowerData", "getOneDateEnergyBySn"), askedBy(Cadence.FAST));
    }

    @Test
    void nothingIsAskedTwiceWithinTenSeconds() throws Exception {
        askedBy(Cadence.FAST);
        rig.pass(5);
        assertEquals(List.of(), askedBy(Cadence.FAST));
        assertTrue(!rig.value("pv#power").isEmpty(), "what is good still is told again");
        rig.pass(5);
        assertEquals(List.of("getLastPowerData"), askedBy(Cadence.FAST));
    }

    @Test
    void inAnHourOfFullPollsEachEndpointIsAskedAsOftenAsItChanges() throws Exception {
        for (int minute = 1; minute <= 60; minute++) {
            rig.poll(Cadence.FULL);
            rig.until(CloudRig.NOON.plusSeconds(60 * minute));
        }
        List<String> asked = rig.rig.asked();
        assertEquals(60, Collections.frequency(asked, "getLastPowerData"));
        assertEquals(60, Collections.frequency(asked, "getOneDateEnergyBySn"));
        assertEquals(12, Collections.frequency(asked, "getSumDataForCustomer"));
        assertEquals(6, Collections.frequency(asked, "getChargeConfigInfo"));
        assertEquals(6, Collections.frequency(asked, "getDisChargeConfigInfo"));
        assertEquals(1, Collections.frequency(asked, "getTimeChargeBySn"), "denied once, asked again tomorrow");
        assertEquals(1, Collections.frequency(asked, "getEvChargerConfigList"));
        assertEquals(0, Collections.frequency(asked, "getOneDayPowerBySn"), "288 records that nobody needs");
        assertEquals(0, Collections.frequency(asked, "getEssList"), "the list is the account's business");
    }

    @Test
    void anOutageIsAskedAboutOnceAPoll() throws Exception {
        rig.rig.cloud.faults().add(new CloudFault.Drop());
        for (int i = 0; i < 5; i++) {
            assertEquals(Failure.Kind.UNREACHABLE, rig.failureKind(Cadence.FULL));
            rig.pass(60);
        }
        assertEquals(5, rig.rig.asked().size());
        rig.heals();
        rig.full();
        assertTrue(!rig.value("pv#power").isEmpty());
    }

    @Test
    void aPollThatComesTooSoonAfterAFailureFailsWithoutAsking() throws Exception {
        rig.rig.cloud.faults().add(new CloudFault.Drop());
        rig.failure(Cadence.FAST);
        rig.rig.asked();
        rig.heals();
        rig.pass(5);
        // the day's energy was not asked yet, and answers
        rig.fast();
        assertEquals(List.of("getOneDateEnergyBySn"), rig.rig.asked());
    }

    @Test
    void oneEndpointThatFailsLeavesTheOthersAlone() throws Exception {
        rig.fails("getOneDateEnergyBySn", new CloudFault.Refuse(6026, "internal error"));
        rig.fails("getSumDataForCustomer", new CloudFault.Refuse(6001, "parameter error"));
        rig.full();
        assertTrue(!rig.value("pv#power").isEmpty());
        assertEquals("", rig.value("energy#pv-today"));
        assertEquals("two-slot", rig.value("settings#schedule-store"));
        rig.heals();
        rig.says("getSumDataForCustomer", "{\"epvtotal\":5234.8}");
        rig.pass(60);
        rig.full();
        assertTrue(!rig.value("energy#pv-today").isEmpty());
        assertTrue(!rig.value("energy#pv-total").isEmpty(), "what failed is asked again after a minute");
    }

    /** At the pace of full polls each endpoint is due each time: one that hangs must not be the end of all that follow. */
    @ParameterizedTest
    @ValueSource(strings = {"getLastPowerData", "getOneDateEnergyBySn", "getEvChargerConfigList"})
    void anEndpointThatIsSilentForHoursHoldsUpNobody(String silent) throws Exception {
        rig.says("getSumDataForCustomer", "{\"epvtotal\":1000}");
        rig.full();
        rig.says("getSumDataForCustomer", "{\"epvtotal\":2000}");
        rig.fails(silent, new CloudFault.Drop());
        rig.pass(60);
        if (silent.equals("getLastPowerData")) {
            // it was asked first, and might have been the whole cloud
            rig.failure(Cadence.FULL);
        }
        for (int minute = 0; minute < 60; minute++) {
            rig.pass(60);
            rig.full();
        }
        assertEquals("2000", rig.value("energy#pv-total"));
        List<String> asked = rig.rig.asked();
        assertTrue(Collections.frequency(asked, "getChargeConfigInfo") >= 5);
        assertTrue(Collections.frequency(asked, silent) <= 62);
    }

    @Test
    void whatWasToldLongAgoIsNotToldAgain() throws Exception {
        rig.full();
        rig.fails("getSumDataForCustomer", new CloudFault.Drop());
        rig.fails("getTimeChargeBySn", new CloudFault.Drop());
        rig.fails("getChargeConfigInfo", new CloudFault.Drop());
        for (int minute = 0; minute < 45; minute++) {
            rig.pass(60);
            rig.full();
        }
        assertEquals("", rig.value("settings#charge-slot-1-start"));
        assertTrue(!rig.value("settings#discharge-slot-1-start").isEmpty(), "the other direction goes on");
    }

    @Test
    void chargersNeverFailTheirSystem() throws Exception {
        rig.fails("getEvChargerConfigList", new CloudFault.Refuse(CloudCode.NO_PERMISSION));
        rig.full();
        assertTrue(!rig.value("pv#power").isEmpty());
    }
}
