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

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudRig;
import org.openhab.binding.solarplant.sim.CloudCode;
import org.openhab.binding.solarplant.sim.CloudFault;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

/** What is sent to the newer store of schedules, and what is not (alphaess.md §1.7). */
@NonNullByDefault
@Timeout(60)
class PeriodicOrdersTest {

    private static final String EARLY = "{\"beginTime\":\"01:00\",\"endTime\":\"05:00\",\"weeks\":[1,2,3,4,5],"
            + "\"chargePower\":5000,\"chargeLimit\":90}";
    private static final String NOON = "{\"beginTime\":\"12:00\",\"endTime\":\"13:00\",\"weeks\":[6,7],"
            + "\"chargeLimit\":25.5}";
    private static final String EVENING = "{\"beginTime\":\"17:00\",\"endTime\":\"00:00\",\"weeks\":[1,2,3,4,5],"
            + "\"chargePower\":4000,\"chargeLimit\":20}";

    private final OrderRig rig;

    PeriodicOrdersTest() throws Exception {
        rig = OrderRig.periodic("{\"executeCycleType\":1,\"chargeTimeList\":[" + EARLY + "," + NOON
                + "],\"dischargeTimeList\":[" + EVENING + "]}");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static String body(String flags, String first, String discharge) {
        return "setTimeChargeBySn {\"sysSn\":\"AL7000000000001\",\"executeCycleType\":1," + flags
                + "\"chargeTimeList\":[" + first + "," + NOON + "],\"dischargeTimeList\":[" + discharge + "]}";
    }

    @Test
    void onlyWhatIsThereMayBeSet() {
        assertEquals(List.of("charge-slot-1-end", "charge-slot-1-power", "charge-slot-1-start", "charge-slot-1-target",
                "charge-slot-2-end", "charge-slot-2-power", "charge-slot-2-start", "charge-slot-2-target",
                "discharge-slot-1-end", "discharge-slot-1-power", "discharge-slot-1-start",
                "discharge-slot-1-target"), rig.settings(SYSTEM));
    }

    @ParameterizedTest
    @CsvSource({"charge-slot-1-start=00:45, 01:00, 00:45", "charge-slot-1-end=06:15, 05:00, 06:15",
            "charge-slot-1-target=100, :90, :100", "charge-slot-1-power=1, 5000, 1"})
    void oneSettingChangesAndAllElseStays(String setting, String before, String after) throws Exception {
        assertEquals("SWITCH_UNKNOWN", OrderRig.doubt(rig.change(setting)));
        assertEquals(List.of(body("", EARLY.replace(before, after), EVENING)), rig.sent());
    }

    @Test
    void whatWasReadBackIsToldAndTheOtherStoreIsNotTouched() throws Exception {
        Outcome outcome = rig.change("discharge-slot-1-target=35, discharge-slot-1-start=18:00");
        assertEquals("SWITCH_UNKNOWN", OrderRig.doubt(outcome));
        assertEquals("35", OrderRig.readBack(outcome, SYSTEM, "settings#discharge-slot-1-target"));
        assertEquals("sat, sun", OrderRig.readBack(outcome, SYSTEM, "settings#charge-slot-2-days"));
        assertEquals(List.of("getTimeChargeBySn", "setTimeChargeBySn", "getTimeChargeBySn"), rig.rig.rig.asked());
        assertEquals(new Outcome.Unchanged(), rig.change("discharge-slot-1-target=35"));
    }

    @Test
    void chargeIsForEveryDayAndSwitchesItsDirectionOn() throws Exception {
        assertInstanceOf(Outcome.Verified.class, rig.charge("02:00", "04:00", 80));
        String early = EARLY.replace("01:00", "02:00").replace("05:00", "04:00").replace("[1,2,3,4,5]",
                "[1,2,3,4,5,6,7]").replace("90", "80");
        assertEquals(List.of(body("\"gridChargeCycle\":1,", early, EVENING)), rig.sent());
        assertEquals(new Outcome.Unchanged(), rig.charge("02:00", "04:00", 80));
        assertInstanceOf(Outcome.Verified.class, rig.discharge("18:00", "00:00", 20));
        String evening = EVENING.replace("17:00", "18:00").replace("[1,2,3,4,5]", "[1,2,3,4,5,6,7]");
        assertEquals(List.of(body("\"gridChargeCycle\":1,\"ctrDisCycle\":1,", early, evening)), rig.sent());
    }

    /** The cloud never tells the flags; what was switched on from here is still known after a restart. */
    @Test
    void whatWasSwitchedOnIsKnownAfterARestart() throws Exception {
        assertInstanceOf(Outcome.Verified.class, rig.charge("02:00", "04:00", 80));
        rig.sent();
        try (AlphaEssCloudDriver again = rig.rig.driver(CloudRig.SERIAL)) {
            again.poll(Cadence.FULL);
            Setting target = new Setting(Metrics.of("settings#charge-slot-1-target"), Value.Amount.of(70));
            rig.rig.pass(60);
            assertInstanceOf(Outcome.Verified.class, again.apply(new Order.Change(SYSTEM, List.of(target))));
            assertTrue(rig.sent().getLast().contains("\"gridChargeCycle\":1"), "and is sent again");
            Setting floor = new Setting(Metrics.of("settings#discharge-slot-1-target"), Value.Amount.of(40));
            assertEquals("SWITCH_UNKNOWN", OrderRig.doubt(again.apply(new Order.Change(SYSTEM, List.of(floor)))));
        }
    }

    @Test
    void aPeriodWithoutPowerWouldDoNothing() throws Exception {
        rig.put("setTimeChargeBySn", "{\"executeCycleType\":0,\"chargeTimeList\":[" + NOON
                + "],\"dischargeTimeList\":[" + EVENING + "]}");
        rig.sent();
        assertEquals("OUT_OF_RANGE settings#charge-slot-1-power 1..100000 W",
                OrderRig.refusal(rig.charge("02:00", "04:00", 80)));
        assertEquals("SWITCH_UNKNOWN", OrderRig.doubt(rig.change("charge-slot-1-power=3000")));
        assertEquals(List.of("setTimeChargeBySn {\"sysSn\":\"AL7000000000001\",\"executeCycleType\":0,"
                + "\"chargeTimeList\":[{\"beginTime\":\"12:00\",\"endTime\":\"13:00\",\"chargePower\":3000,"
                + "\"chargeLimit\":25.5}],\"dischargeTimeList\":[{\"beginTime\":\"17:00\",\"endTime\":\"00:00\","
                + "\"chargePower\":4000,\"chargeLimit\":20}]}"), rig.sent(), "days only where they count");
    }

    @ParameterizedTest
    @CsvSource({"charge-slot-1-end=17:15, OVERLAP", "'charge-slot-1-end=23:45, discharge-slot-1-start=22:00', OVERLAP",
            "charge-slot-1-end=00:45, OVERLAP",
            "charge-slot-1-end=01:00, SAME_TIMES",
            "charge-slot-1-target=9, OUT_OF_RANGE settings#charge-slot-1-target 10..100 %",
            "charge-slot-1-power=0, OUT_OF_RANGE settings#charge-slot-1-power 1..100000 W",
            "charge-slot-3-start=01:00, NOT_SUPPORTED settings#charge-slot-3-start",
            "charge-enabled=on, NOT_SUPPORTED settings#charge-enabled",
            "max-state-of-charge=90, NOT_SUPPORTED settings#max-state-of-charge"})
    void whatMayNotBeIsNotSent(String settings, String why) throws Exception {
        assertTrue(OrderRig.refusal(rig.change(settings)).startsWith(why), settings);
        assertEquals(List.of(), rig.sent());
    }

    @Test
    void aPeriodIsCutAtMidnightAndWhatFollowsIsOfTheNextDays() throws Exception {
        assertEquals("SWITCH_UNKNOWN", OrderRig.doubt(rig.change("discharge-slot-1-end=01:00")));
        String morning = EVENING.replace("17:00", "00:00").replace("\"endTime\":\"00:00\"", "\"endTime\":\"01:00\"")
                .replace("[1,2,3,4,5]", "[2,3,4,5,6]");
        assertEquals(List.of(body("", EARLY, EVENING + "," + morning)), rig.sent());
        assertEquals("SWITCH_UNKNOWN", OrderRig.doubt(rig.change("discharge-slot-1-end=00:30")));
        assertEquals(List.of(body("", EARLY, EVENING + "," + morning.replace("01:00", "00:30"))), rig.sent(),
                "in place of what followed before");
    }

    @Test
    void chargingOverMidnightIsToldAndReplacedAsOne() throws Exception {
        assertInstanceOf(Outcome.Verified.class, rig.discharge("17:00", "20:00", 20));
        rig.sent();
        assertInstanceOf(Outcome.Verified.class, rig.charge("22:00", "05:00", 80));
        assertEquals(List.of(period("22:00", "00:00"), period("12:00", "13:00"), period("00:00", "05:00")), charging());
        assertEquals(new Outcome.Unchanged(), rig.charge("22:00", "05:00", 80));
        assertInstanceOf(Outcome.Verified.class, rig.charge("23:00", "04:00", 80));
        assertEquals(List.of(period("23:00", "00:00"), period("12:00", "13:00"), period("00:00", "04:00")), charging());
        assertInstanceOf(Outcome.Verified.class, rig.charge("01:00", "02:00", 80));
        assertEquals(List.of(period("01:00", "02:00"), period("12:00", "13:00")), charging());
    }

    private static String period(String start, String end) {
        return start + " to " + end;
    }

    /** The times of the charging periods in the one body that was sent since. */
    private List<String> charging() {
        List<String> sent = rig.sent();
        assertEquals(1, sent.size());
        String body = sent.getFirst();
        JsonArray periods = JsonParser.parseString(body.substring(body.indexOf('{'))).getAsJsonObject()
                .getAsJsonArray("chargeTimeList");
        return periods.asList().stream().map(JsonElement::getAsJsonObject)
                .map(one -> period(one.get("beginTime").getAsString(), one.get("endTime").getAsString())).toList();
    }

    @Test
    void periodsOfOtherDaysDoNotOverlap() throws Exception {
        assertEquals("SWITCH_UNKNOWN",
                OrderRig.doubt(rig.change("charge-slot-2-start=17:00, charge-slot-2-end=19:00")));
        assertEquals("OVERLAP", OrderRig.refusal(rig.charge("18:00", "19:00", 90)));
    }

    @Test
    void allPeriodsCannotBeTakenAway() throws Exception {
        assertEquals("EMPTY_SCHEDULE",
                OrderRig.refusal(rig.apply(new Order.ClearSchedule(SYSTEM))));
        assertEquals(List.of(), rig.rig.rig.asked());
    }

    @Test
    void aListThatIsEmptyCannotBeWritten() throws Exception {
        rig.rig.says("getTimeChargeBySn", "{\"executeCycleType\":1,\"chargeTimeList\":[" + EARLY
                + "],\"dischargeTimeList\":[]}");
        assertEquals("ONE_SIDED settings#discharge-slot-1-start",
                OrderRig.refusal(rig.change("charge-slot-1-target=50")));
        assertEquals("ONE_SIDED settings#discharge-slot-1-start", OrderRig.refusal(rig.charge("02:00", "03:00", 50)));
        assertEquals(List.of(), rig.settings(SYSTEM));
        assertEquals(List.of(), rig.sent());
        assertEquals("ONE_SIDED settings#discharge-slot-1-start", objection("charge-slot-1-target"),
                "who sends a command is told why");
        assertEquals("none", objection("export-limit"));
    }

    private String objection(String setting) {
        Order change = new Order.Change(SYSTEM,
                List.of(new Setting(Metrics.of("settings#" + setting), Value.Amount.of(50))));
        return rig.rig.driver.objection(change).map(Outcome.Refused::new).map(OrderRig::refusal).orElse("none");
    }

    @Test
    void whatIsNotToldCompletelyIsNotReplaced() throws Exception {
        for (String broken : List.of(EARLY.replace("01:00", "25:00"), EARLY.replace("weeks", "days"),
                EARLY.replace("chargeLimit", "limit"))) {
            rig.rig.says("getTimeChargeBySn", "{\"executeCycleType\":1,\"chargeTimeList\":[" + EARLY + "," + broken
                    + "],\"dischargeTimeList\":[" + EVENING + "]}");
            assertEquals("UNREADABLE",
                    OrderRig.refusal(rig.change("charge-slot-1-target=50")), broken);
        }
        assertEquals(List.of(), rig.sent());
    }

    @Test
    void aRightThatIsMissingLeavesTheOtherStoreAlone() throws Exception {
        rig.rig.fails("setTimeChargeBySn", new CloudFault.Refuse(CloudCode.NO_PERMISSION));
        assertEquals("DEVICE 6017", OrderRig.refusal(rig.change("charge-slot-1-target=50")));
        rig.rig.heals();
        assertEquals("SWITCH_UNKNOWN", OrderRig.doubt(rig.change("charge-slot-1-target=50")));
        assertTrue(rig.rig.rig.asked().stream().allMatch(endpoint -> endpoint.endsWith("TimeChargeBySn")));
    }

    @Test
    void whileItIsUnknownWhichStoreGovernsNothingIsSent() throws Exception {
        try (OrderRig unknown = OrderRig.unknown()) {
            assertEquals(List.of(), unknown.settings(SYSTEM));
            assertEquals("NOT_SUPPORTED chargeBattery", OrderRig.refusal(unknown.charge("01:00", "02:00", 90)));
            assertEquals("NOT_SUPPORTED settings#charge-enabled",
                    OrderRig.refusal(unknown.change("charge-enabled=off")));
            assertEquals(List.of(), unknown.rig.rig.asked());
        }
    }
}
