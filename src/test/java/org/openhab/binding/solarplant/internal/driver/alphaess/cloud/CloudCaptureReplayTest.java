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
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.openhab.binding.solarplant.internal.driver.alphaess.cloud.DriverRig.BATTERY;
import static org.openhab.binding.solarplant.internal.driver.alphaess.cloud.DriverRig.SYSTEM;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Failure;

/** What the real cloud answered, byte for byte, through HTTP and the driver. */
@NonNullByDefault
@Timeout(60)
class CloudCaptureReplayTest {

    private static final Path FOLDER = Path.of(System.getProperty("captures", ""), "alphaess-captures/cloud");
    /** A quarter past eight in the evening in Berlin: the recorded history is of five minutes before. */
    private static final Instant EVENING = Instant.parse("2026-08-04T18:14:00Z");

    private final DriverRig rig;

    CloudCaptureReplayTest() throws IOException {
        rig = new DriverRig(EVENING);
    }

    @BeforeEach
    void recordings() {
        assumeTrue(Files.isDirectory(FOLDER), "no recordings: there is no folder " + FOLDER);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void replay(String endpoint, String file) throws IOException {
        rig.rig.cloud.bodies().put(endpoint, Files.readString(FOLDER.resolve(file)));
    }

    private void replayAll() throws Exception {
        replay("getEssList", "getEssList.two-systems.json");
        replay("getLastPowerData", "getLastPowerData.evening-discharge.json");
        replay("getOneDateEnergyBySn", "getOneDateEnergyBySn.json");
        replay("getSumDataForCustomer", "getSumDataForCustomer.no-tariff.json");
        replay("getOneDayPowerBySn", "getOneDayPowerBySn.first-record.json");
        replay("getChargeConfigInfo", "getChargeConfigInfo.json");
        replay("getDisChargeConfigInfo", "getDisChargeConfigInfo.json");
        replay("getEvChargerConfigList", "getEvChargerConfigList.none.json");
        replay("getEvChargerCurrentsBySn", "getEvChargerCurrentsBySn.json");
        replay("getTimeChargeBySn", "error.6017-no-permission.json");
        rig.systems.refresh(rig.account);
    }

    @Test
    void theListNamesBothSystems() throws Exception {
        replayAll();
        assertEquals(List.of("AL7000000000001", "AL7000000000002"), List.copyOf(rig.systems.all().keySet()));
        CloudSystem second = rig.systems.all().get("AL7000000000002");
        assertEquals("SMILE5-INV", second.model());
        assertEquals("10.1", second.capacity().orElseThrow().toPlainString());
    }

    @Test
    void everyValueThatHasAMetricIsMet() throws Exception {
        replayAll();
        assertEquals(0, rig.full().getFirst().rejected());
        Map<String, String> values = rig.values(SYSTEM);
        Map.ofEntries(Map.entry("pv#power", "0"), Map.entry("pv#string-4-power", "0"), Map.entry("grid#power", "11"),
                Map.entry("grid#l1-power", "11"), Map.entry("battery#power", "1264"),
                Map.entry("battery#discharge-power", "1264"), Map.entry("battery#state-of-charge", "56"),
                Map.entry("load#power", "1275"), Map.entry("output#power", "1159"),
                Map.entry("output#l1-power", "1159"), Map.entry("battery#capacity", "13.34"),
                Map.entry("energy#pv-today", "10.6"), Map.entry("energy#import-today", "14.41"),
                Map.entry("energy#export-today", "0.42"), Map.entry("energy#charge-today", "12.2"),
                Map.entry("energy#discharge-today", "7.1"), Map.entry("energy#load-today", "19.49"),
                Map.entry("status#fault", "none"), Map.entry("settings#charge-enabled", "off"),
                Map.entry("settings#charge-slot-1-start", "11:00"), Map.entry("settings#charge-slot-1-end", "14:00"),
                Map.entry("settings#max-state-of-charge", "100"), Map.entry("settings#min-state-of-charge", "5"),
                Map.entry("settings#discharge-enabled", "off"))
                .forEach((metric, value) -> assertEquals(value, values.get(metric), metric));
        assertEquals("7.47", rig.value(BATTERY, "battery#remaining-capacity"));
        assertEquals("", rig.value("energy#pv-total"), "null without a tariff");
    }

    @Test
    void theNewestRecordOfTheHistoryIsMet() throws Exception {
        replayAll();
        rig.says("getLastPowerData", "null");
        for (int poll = 0; poll < 3; poll++) {
            rig.pass(15);
            rig.fast();
        }
        assertEquals("1218", rig.value("load#power"));
        assertEquals("56.8", rig.value("battery#state-of-charge"));
        assertEquals("2", rig.value("grid#power"));
        assertEquals("1216", rig.value("battery#power"));
    }

    @Test
    void thePeriodicScheduleIsMet() throws Exception {
        replayAll();
        replay("getTimeChargeBySn", "getTimeChargeBySn.weekly.synthetic.json");
        rig.full();
        assertEquals("01:00", rig.value("settings#charge-slot-1-start"));
        assertEquals("mon, tue, wed", rig.value("settings#charge-slot-1-days"));
        assertEquals("3000", rig.value("settings#charge-slot-1-power"));
        assertEquals("20", rig.value("settings#discharge-slot-1-target"));
        assertEquals("", rig.value("settings#charge-enabled"), "its flags tell nothing");
    }

    @Test
    void recordedErrorsAreWhatTheyAre() throws Exception {
        replayAll();
        replay("getLastPowerData", "error.6001-empty-list.json");
        rig.full();
        assertEquals("", rig.value("pv#power"), "one endpoint that refuses leaves the others alone");
        rig.pass(60);
        replay("getLastPowerData", "error.6007-sign.shape.json");
        assertEquals(Failure.Kind.CREDENTIALS, rig.failureKind(Cadence.FAST));
    }

    @Test
    void anAnswerToAWriteIsNoData() throws Exception {
        replayAll();
        replay("getOneDateEnergyBySn", "write-success.bytes-exact.json");
        rig.full();
        assertEquals("", rig.value("energy#pv-today"));
    }
}
