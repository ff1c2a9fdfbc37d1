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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhab.binding.solarplant.internal.driver.alphaess.cloud.DriverRig.SYSTEM;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;

/** What is sent to the older store of schedules, and what is not (alphaess.md §1.6). */
@NonNullByDefault
@Timeout(60)
class TwoSlotOrdersTest {

    private static final String CHARGE = """
            {"batHighCap":90,"gridCharge":1,"timeChaf1":"02:00","timeChae1":"05:00","timeChaf2":"00:00",
            "timeChae2":"00:00"}""";
    private static final String DISCHARGE = """
            {"batUseCap":12.0,"ctrDis":1,"timeDisf1":"17:00","timeDise1":"21:00","timeDisf2":"00:00",
            "timeDise2":"00:00"}""";

    private final OrderRig rig;

    TwoSlotOrdersTest() throws Exception {
        rig = OrderRig.twoSlot(CHARGE, DISCHARGE);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static String charge(int limit, int flag, String first, String second) {
        return "updateChargeConfigInfo {\"sysSn\":\"AL7000000000001\",\"batHighCap\":%d,\"gridCharge\":%d,%s,%s}"
                .formatted(limit, flag, slot("Cha", 1, first), slot("Cha", 2, second));
    }

    private static String discharge(int limit, int flag, String first, String second) {
        return "updateDisChargeConfigInfo {\"sysSn\":\"AL7000000000001\",\"batUseCap\":%d,\"ctrDis\":%d,%s,%s}"
                .formatted(limit, flag, slot("Dis", 1, first), slot("Dis", 2, second));
    }

    private static String slot(String direction, int number, String times) {
        return "\"time%sf%d\":\"%s\",\"time%se%d\":\"%s\"".formatted(direction, number, times.substring(0, 5),
                direction, number, times.substring(6));
    }

    @Test
    void whatMayBeSet() {
        assertEquals(List.of("charge-enabled", "charge-slot-1-end", "charge-slot-1-start", "charge-slot-2-end",
                "charge-slot-2-start", "discharge-enabled", "discharge-slot-1-end", "discharge-slot-1-start",
                "discharge-slot-2-end", "discharge-slot-2-start", "max-state-of-charge", "min-state-of-charge"),
                rig.settings(SYSTEM));
    }

    @ParameterizedTest
    @CsvSource({"charge-enabled=off, 90, 0, 02:00-05:00, 00:00-00:00",
            "max-state-of-charge=100, 100, 1, 02:00-05:00, 00:00-00:00",
            "charge-slot-1-start=01:15, 90, 1, 01:15-05:00, 00:00-00:00",
            "charge-slot-1-end=23:45, 90, 0, 02:00-23:45, 00:00-00:00",
            "charge-slot-1-end=00:00, 90, 0, 02:00-00:00, 00:00-00:00",
            "charge-slot-2-start=22:00, 90, 1, 02:00-05:00, 22:00-00:00",
            "charge-slot-1-start=05:00, 90, 1, 05:00-05:00, 00:00-00:00"})
    void eachChargeSettingAsItIsSent(String setting, int limit, int flag, String first, String second)
            throws Exception {
        String settings = flag == 0 ? setting + ",charge-enabled=off" : setting;
        assertInstanceOf(Outcome.Verified.class, rig.change(settings));
        assertEquals(List.of(charge(limit, flag, first, second)), rig.sent());
    }

    @ParameterizedTest
    @CsvSource({"discharge-enabled=off, 12, 0, 17:00-21:00, 00:00-00:00",
            "min-state-of-charge=30, 30, 1, 17:00-21:00, 00:00-00:00",
            "discharge-slot-1-start=18:30, 12, 1, 18:30-21:00, 00:00-00:00",
            "discharge-slot-1-end=22:15, 12, 1, 17:00-22:15, 00:00-00:00",
            "discharge-slot-2-start=22:00, 12, 1, 17:00-21:00, 22:00-00:00"})
    void eachDischargeSettingAsItIsSent(String setting, int limit, int flag, String first, String second)
            throws Exception {
        assertInstanceOf(Outcome.Verified.class, rig.change(setting));
        assertEquals(List.of(discharge(limit, flag, first, second)), rig.sent());
    }

    @Test
    void whatWasReadBackIsToldAndKnownToTheNextPoll() throws Exception {
        Outcome outcome = rig.change("charge-slot-2-start=22:00, charge-slot-2-end=23:30, min-state-of-charge=25");
        assertInstanceOf(Outcome.Verified.class, outcome);
        assertEquals("22:00", OrderRig.readBack(outcome, SYSTEM, "settings#charge-slot-2-start"));
        assertEquals("25", OrderRig.readBack(outcome, SYSTEM, "settings#min-state-of-charge"));
        assertTrue(!OrderRig.readBack(outcome, SYSTEM, "battery#state-of-charge").isEmpty(), "and all else");
        rig.rig.rig.cloud.clearRequests();
        rig.rig.full();
        assertEquals("23:30", rig.rig.value("settings#charge-slot-2-end"));
        assertTrue(rig.rig.rig.asked().stream().noneMatch(endpoint -> endpoint.endsWith("ConfigInfo")),
                "what was just read is not asked for again");
    }

    @Test
    void bothDirectionsAreWrittenOneAfterTheOther() throws Exception {
        assertInstanceOf(Outcome.Verified.class, rig.change("min-state-of-charge=25, max-state-of-charge=95"));
        assertEquals(List.of("getChargeConfigInfo", "getDisChargeConfigInfo", "updateChargeConfigInfo",
                "getChargeConfigInfo", "updateDisChargeConfigInfo", "getDisChargeConfigInfo"), rig.rig.rig.asked());
    }

    @Test
    void whatIsSoAlreadyIsNotWritten() throws Exception {
        assertEquals(new Outcome.Unchanged(), rig.change("max-state-of-charge=90, charge-enabled=on"));
        assertEquals(new Outcome.Unchanged(), rig.charge("02:00", "05:00", 90));
        assertEquals(List.of(), rig.sent());
    }

    @Test
    void twoSecondsPassBeforeItIsReadBackAndThirtyBeforeTheNextWrite() throws Exception {
        rig.change("max-state-of-charge=80");
        rig.change("max-state-of-charge=85");
        List<Instant> at = rig.rig.rig.cloud.requests().stream()
                .filter(request -> request.endpoint().endsWith("eConfigInfo")).map(request -> request.at()).toList();
        // read charge, discharge; write; read back; read both; write
        assertEquals(Duration.ofSeconds(2), Duration.between(at.get(2), at.get(3)));
        assertEquals(Duration.ofSeconds(32), Duration.between(at.get(2), at.get(6)), "30 after it was read back");
    }

    @Test
    void chargeTakesTheFirstSlot() throws Exception {
        assertInstanceOf(Outcome.Verified.class, rig.charge("01:00", "04:30", 80));
        assertInstanceOf(Outcome.Verified.class, rig.discharge("18:00", "00:00", 20));
        assertEquals(List.of(charge(80, 1, "01:00-04:30", "00:00-00:00"),
                discharge(20, 1, "18:00-00:00", "00:00-00:00")), rig.sent());
    }

    @Test
    void aSlotOverMidnightIsSplitOverBoth() throws Exception {
        assertInstanceOf(Outcome.Verified.class, rig.charge("23:00", "04:00", 80));
        assertEquals(List.of(charge(80, 1, "23:00-00:00", "00:00-04:00")), rig.sent());
        assertEquals(new Outcome.Unchanged(), rig.charge("23:00", "04:00", 80));
        assertInstanceOf(Outcome.Verified.class, rig.charge("22:00", "06:00", 80));
        assertEquals(List.of(charge(80, 1, "22:00-00:00", "00:00-06:00")), rig.sent());
        assertInstanceOf(Outcome.Verified.class, rig.change("charge-slot-1-end=03:15"));
        assertEquals(List.of(charge(80, 1, "22:00-00:00", "00:00-03:15")), rig.sent());
        assertInstanceOf(Outcome.Verified.class, rig.charge("01:00", "04:30", 80));
        assertEquals(List.of(charge(80, 1, "01:00-04:30", "00:00-00:00")), rig.sent(), "and nothing is left of it");
        assertInstanceOf(Outcome.Verified.class, rig.change(
                "charge-slot-1-start=00:00, charge-slot-1-end=00:00, charge-slot-2-start=22:00, charge-slot-2-end=02:00"));
        assertEquals(List.of(charge(80, 1, "00:00-02:00", "22:00-00:00")), rig.sent());
    }

    @ParameterizedTest
    @CsvSource({"'charge-slot-2-start=12:00, charge-slot-2-end=13:00, charge-slot-1-start=23:00'",
            "'charge-slot-2-start=04:45, charge-slot-2-end=06:00'",
            "'charge-slot-2-start=16:00, charge-slot-2-end=17:15'", "charge-slot-1-end=17:15",
            "'discharge-slot-2-start=20:45, discharge-slot-2-end=22:00'"})
    void slotsThatOverlapAreRefused(String settings) throws Exception {
        assertEquals("OVERLAP", OrderRig.refusal(rig.change(settings)));
        assertEquals(List.of(), rig.sent());
    }

    @Test
    void bothDirectionsMayOverlapAsLongAsOneIsNotInForce() throws Exception {
        assertEquals("OVERLAP", OrderRig.refusal(rig.charge("16:00", "18:00", 90)));
        assertInstanceOf(Outcome.Verified.class, rig.change("discharge-enabled=off"));
        assertInstanceOf(Outcome.Verified.class, rig.charge("16:00", "18:00", 90));
        assertEquals("OVERLAP", OrderRig.refusal(rig.change("discharge-enabled=on")));
    }

    @ParameterizedTest
    @CsvSource({"max-state-of-charge=9, OUT_OF_RANGE settings#max-state-of-charge 10..100 %",
            "max-state-of-charge=101, OUT_OF_RANGE settings#max-state-of-charge 10..100 %",
            "min-state-of-charge=12.5, OUT_OF_RANGE settings#min-state-of-charge 10..100 %",
            "'charge-slot-1-start=01:10', 'OUT_OF_RANGE settings#charge-slot-1-start 00:00..23:59, step 15 min'",
            "'charge-slot-1-start=1:15', 'OUT_OF_RANGE settings#charge-slot-1-start 00:00..23:59, step 15 min'",
            "'charge-slot-1-end=24:00', 'OUT_OF_RANGE settings#charge-slot-1-end 00:00..23:59, step 15 min'",
            "charge-slot-3-start=01:15, NOT_SUPPORTED settings#charge-slot-3-start",
            "charge-slot-1-target=50, NOT_SUPPORTED settings#charge-slot-1-target",
            "charge-slot-1-power=500, NOT_SUPPORTED settings#charge-slot-1-power",
            "export-limit=0, NOT_SUPPORTED settings#export-limit"})
    void whatMayNotBeIsRefusedBeforeAnythingIsAsked(String setting, String why) throws Exception {
        assertEquals(why, OrderRig.refusal(rig.change("max-state-of-charge=50, " + setting)));
        assertEquals(List.of(), rig.rig.rig.asked());
    }

    @Test
    void chargeThatMakesNoSenseIsRefused() throws Exception {
        assertEquals("SAME_TIMES", OrderRig.refusal(rig.charge("02:00", "02:00", 90)));
        assertEquals("OUT_OF_RANGE settings#charge-slot-1-start 00:00..23:59, step 15 min",
                OrderRig.refusal(rig.charge("02:01", "03:00", 90)));
        assertEquals("OUT_OF_RANGE settings#min-state-of-charge 10..100 %",
                OrderRig.refusal(rig.discharge("18:00", "20:00", 5)));
        assertEquals(List.of(), rig.sent());
    }

    @Test
    void clearedSchedulesKeepTheirLimits() throws Exception {
        assertInstanceOf(Outcome.Verified.class, rig.apply(new Order.ClearSchedule(SYSTEM)));
        assertEquals(List.of(charge(90, 0, "00:00-00:00", "00:00-00:00"),
                discharge(12, 0, "00:00-00:00", "00:00-00:00")), rig.sent());
        assertEquals(new Outcome.Unchanged(), rig.apply(new Order.ClearSchedule(SYSTEM)));
    }

    @Test
    void theCloudHasNoPowerForTheMomentAndNoClock() throws Exception {
        assertEquals("NOT_SUPPORTED forcePower", OrderRig.refusal(
                rig.apply(new Order.ForcePower(SYSTEM, BigDecimal.TEN, Duration.ofMinutes(5)))));
        assertEquals("NOT_SUPPORTED release", OrderRig.refusal(rig.apply(new Order.Release(SYSTEM))));
        assertEquals("NOT_SUPPORTED syncClock", OrderRig.refusal(rig.apply(new Order.SyncClock(SYSTEM))));
        assertEquals("NOT_SUPPORTED charger#current-limit", OrderRig.refusal(
                rig.change(new DeviceId(DeviceKind.EV_CHARGER, "none"), "charger#current-limit=16")));
        assertEquals(List.of(), rig.rig.rig.asked());
    }

    @Test
    void whatIsNotToldCompletelyIsNotReplaced() throws Exception {
        rig.rig.says("getChargeConfigInfo", "{\"gridCharge\":1,\"timeChaf1\":\"11:00\",\"batHighCap\":95}");
        assertEquals("UNREADABLE",
                OrderRig.refusal(rig.change("max-state-of-charge=80")));
        assertEquals(List.of(), rig.sent());
    }
}
