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
import static org.openhab.binding.solarplant.internal.driver.alphaess.cloud.DriverRig.SYSTEM;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.sim.CloudCode;
import org.openhab.binding.solarplant.sim.CloudFault;
import org.openhab.binding.solarplant.sim.CloudScope;

/** The two stores of schedules, of which one governs a system (alphaess.md §1.6, §1.7). */
@NonNullByDefault
@Timeout(60)
class SchedulesTest {

    private static final String CHARGE = """
            {"gridCharge":1,"timeChaf1":"11:00","timeChae1":"14:00","timeChaf2":"9:15","timeChae2":"00:00",
            "batHighCap":95}""";
    private static final String DISCHARGE = """
            {"ctrDis":0,"timeDisf1":"00:00","timeDise1":"00:00","timeDisf2":"17:30","timeDise2":"25:00",
            "batUseCap":5.0}""";
    private static final String PERIODIC = """
            {"executeCycleType":1,"gridChargeCycle":0,"ctrDisCycle":0,
            "chargeTimeList":[
            {"beginTime":"08:30","endTime":"00:00","weeks":[6,5,4,3,2,1,7],"sort":2,"chargePower":1,"chargeLimit":25.0},
            {"beginTime":"01:00","endTime":"05:00","weeks":[3,1,2],"sort":1,"chargePower":12501,"chargeLimit":90}],
            "dischargeTimeList":[{"beginTime":"18:00","endTime":"21:00","sort":1,"chargeLimit":20}]}""";

    private final DriverRig rig;

    SchedulesTest() throws Exception {
        rig = new DriverRig().listed();
        rig.says("getChargeConfigInfo", CHARGE);
        rig.says("getDisChargeConfigInfo", DISCHARGE);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Map<String, String> settings() throws Exception {
        rig.pass(600);
        rig.full();
        return rig.values(SYSTEM).entrySet().stream().filter(entry -> entry.getKey().startsWith("settings#"))
                .collect(Collectors.toMap(entry -> entry.getKey().substring("settings#".length()),
                        Map.Entry::getValue));
    }

    @Test
    void aSystemWithoutTheNewerStoreHasTwoSlotsEachWay() throws Exception {
        assertEquals(Map.ofEntries(Map.entry("schedule-store", "two-slot"), Map.entry("charge-enabled", "on"),
                Map.entry("charge-slot-1-start", "11:00"), Map.entry("charge-slot-1-end", "14:00"),
                Map.entry("charge-slot-2-start", "09:15"), Map.entry("charge-slot-2-end", "00:00"),
                Map.entry("max-state-of-charge", "95"), Map.entry("discharge-enabled", "off"),
                Map.entry("discharge-slot-1-start", "00:00"), Map.entry("discharge-slot-1-end", "00:00"),
                Map.entry("discharge-slot-2-start", "17:30"), Map.entry("min-state-of-charge", "5")), settings(),
                "what is no time is missing");
    }

    private static Map<String, String> periods() {
        return Map.ofEntries(Map.entry("schedule-store", "periodic"), Map.entry("charge-slot-1-start", "01:00"),
                Map.entry("charge-slot-1-end", "05:00"), Map.entry("charge-slot-1-days", "mon, tue, wed"),
                Map.entry("charge-slot-1-power", "12501"), Map.entry("charge-slot-1-target", "90"),
                Map.entry("charge-slot-2-start", "08:30"), Map.entry("charge-slot-2-end", "00:00"),
                Map.entry("charge-slot-2-days", "daily"), Map.entry("charge-slot-2-power", "1"),
                Map.entry("charge-slot-2-target", "25"), Map.entry("discharge-slot-1-start", "18:00"),
                Map.entry("discharge-slot-1-end", "21:00"), Map.entry("discharge-slot-1-days", "daily"),
                Map.entry("discharge-slot-1-target", "20"));
    }

    @Test
    void theNewerStoreHasPeriodsWithDaysAndPower() throws Exception {
        rig.says("getTimeChargeBySn", PERIODIC);
        assertEquals(periods(), settings());
    }

    @Test
    void onceTheNewerStoreHasAnsweredTheOlderOneIsNotRead() throws Exception {
        rig.says("getTimeChargeBySn", PERIODIC);
        settings();
        rig.rig.cloud.bodies().clear();
        for (int i = 0; i < 3; i++) {
            assertEquals(Map.of(), settings(), "denied now, but the older one would be wrong");
        }
        List<String> asked = rig.rig.asked();
        assertEquals(0, Collections.frequency(asked, "getChargeConfigInfo"));
        assertEquals(2, Collections.frequency(asked, "getTimeChargeBySn"),
                "a right that is missing is asked for daily");
    }

    @Test
    void aRightThatIsGrantedLaterIsFoundTheNextDay() throws Exception {
        assertEquals("two-slot", settings().get("schedule-store"));
        rig.says("getTimeChargeBySn", PERIODIC);
        assertEquals("two-slot", settings().get("schedule-store"));
        rig.pass(86_400);
        assertEquals(periods(), settings());
        assertEquals(periods(), settings());
    }

    @Test
    void asLongAsNobodyKnowsWhichStoreGovernsNoneIsShown() throws Exception {
        rig.rig.cloud.faults().add(new CloudFault.Refuse(6026, "internal error"),
                CloudScope.ALWAYS.endpoint("getTimeChargeBySn"));
        assertEquals(Map.of(), settings());
        assertEquals(0, Collections.frequency(rig.rig.asked(), "getChargeConfigInfo"));
        rig.heals();
        assertEquals("two-slot", settings().get("schedule-store"));
    }

    @Test
    void anErrorOfTheOlderStoreChangesNothing() throws Exception {
        assertEquals("two-slot", settings().get("schedule-store"));
        rig.fails("getChargeConfigInfo", new CloudFault.Refuse(CloudCode.NO_PERMISSION));
        Map<String, String> rest = settings();
        assertEquals("two-slot", rest.get("schedule-store"));
        assertEquals("17:30", rest.get("discharge-slot-2-start"));
    }
}
