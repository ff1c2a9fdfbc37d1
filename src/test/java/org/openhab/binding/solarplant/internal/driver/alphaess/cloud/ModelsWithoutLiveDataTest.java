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
import static org.openhab.binding.solarplant.internal.transport.alphaess.CloudRig.SERIAL;
import static org.openhab.binding.solarplant.internal.transport.alphaess.CloudRig.ZONE;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudRig;
import org.openhab.binding.solarplant.sim.CloudFault;
import org.openhab.binding.solarplant.sim.CloudKind;
import org.openhab.binding.solarplant.sim.CloudScope;

/** Systems of which the cloud has no powers of the moment, always or for a while (alphaess.md §1.5, §1.14, §3.7). */
@NonNullByDefault
@Timeout(60)
class ModelsWithoutLiveDataTest {

    private static DriverRig of(CloudKind kind) throws Exception {
        DriverRig rig = new DriverRig();
        rig.rig.bound.bind(CloudRig.smile(SERIAL).kind(kind));
        return rig.listed();
    }

    private static void twoPolls(DriverRig rig) throws Exception {
        for (int poll = 0; poll < 2; poll++) {
            assertTrue(failsOrHasNoPower(rig));
            rig.pass(15);
        }
    }

    private static boolean failsOrHasNoPower(DriverRig rig) throws Exception {
        try {
            rig.fast();
            return List.of("load#power", "grid#power", "battery#power").stream().map(rig::value)
                    .allMatch(String::isEmpty);
        } catch (PollException e) {
            return e.failure().kind() == Failure.Kind.NO_DATA;
        }
    }

    @Test
    void aPlugInSystemTellsWhatItGivesAndNothingOfTheHouse() throws Exception {
        try (DriverRig rig = of(CloudKind.PLUG_IN)) {
            twoPolls(rig);
            rig.fast();
            assertTrue(!rig.value("battery#state-of-charge").isEmpty());
            assertEquals("", rig.value("load#power"), "no house draws nothing");
            assertEquals("", rig.value("grid#power"), "what it feeds in is its output, not the house's");
            assertEquals(Double.parseDouble(rig.value("output#power")),
                    Double.parseDouble(rig.value("pv#power")) + Double.parseDouble(rig.value("battery#power")), 1e-9);
        }
    }

    /** As a VT1000 without history has it: zeros of all flows beside a battery that is full. */
    @Test
    void ofAnAnswerWithoutFlowsTheStateOfChargeIsTrue() throws Exception {
        try (DriverRig rig = new DriverRig().listed()) {
            rig.onlySays(Map.of("getOneDayPowerBySn", "[]", "getLastPowerData",
                    "{\"ppv\":0.0,\"soc\":100.0,\"prealL1\":0.0,\"pgrid\":0.0,\"pbat\":0.0,\"pload\":0.0}"));
            for (int poll = 0; poll < 20; poll++) {
                rig.fast();
                assertEquals(Map.of("battery#state-of-charge", "100"), rig.values(DriverRig.SYSTEM), "poll " + poll);
                rig.pass(15);
            }
        }
    }

    @Test
    void withTheThirdHollowAnswerTheHistoryTells() throws Exception {
        try (DriverRig rig = of(CloudKind.WITHOUT_LIVE_DATA)) {
            twoPolls(rig);
            rig.rig.asked();
            rig.fast();
            assertTrue(rig.rig.asked().contains("getOneDayPowerBySn"));
            assertTrue(!rig.value("battery#state-of-charge").isEmpty());
            assertTrue(!rig.value("grid#power").isEmpty());
            assertEquals(Double.parseDouble(rig.value("load#power")),
                    Double.parseDouble(rig.value("pv#power")) + Double.parseDouble(rig.value("grid#power"))
                            + Double.parseDouble(rig.value("battery#power")),
                    1e-9, "the balance holds");
        }
    }

    @Test
    void theHistoryIsAskedEveryFiveMinutesAndLiveDataOnceAnHour() throws Exception {
        try (DriverRig rig = of(CloudKind.WITHOUT_LIVE_DATA)) {
            twoPolls(rig);
            rig.fast();
            rig.rig.asked();
            Instant begin = rig.rig.time.instant();
            for (int quarter = 1; quarter <= 250; quarter++) {
                rig.fast();
                assertTrue(!rig.value("load#power").isEmpty(), "told again as long as it is good");
                rig.until(begin.plusSeconds(15 * quarter));
            }
            List<String> asked = rig.rig.asked();
            assertEquals(12, Collections.frequency(asked, "getOneDayPowerBySn"), 2);
            assertEquals(1, Collections.frequency(asked, "getLastPowerData"));
        }
    }

    @Test
    void anOutageOfASystemWithLiveDataIsOverWithTheNextReading() throws Exception {
        try (DriverRig rig = of(CloudKind.FULL)) {
            rig.fast();
            rig.fails("getLastPowerData", new CloudFault.NoData());
            for (int poll = 0; poll < 8; poll++) {
                rig.pass(15);
                rig.fast();
            }
            assertTrue(rig.rig.asked().contains("getOneDayPowerBySn"), "the history helps out");
            rig.heals();
            rig.pass(15);
            rig.fast();
            assertTrue(rig.rig.asked().contains("getLastPowerData"));
            assertTrue(!rig.value("pv#string-1-power").isEmpty(), "which only live data have");
            rig.pass(15);
            rig.fast();
            assertEquals(List.of("getLastPowerData"), rig.rig.asked(), "and the history is left alone again");
        }
    }

    @Test
    void whatTheHistoryDoesNotTellIsWithdrawnWhenItStandsIn() throws Exception {
        try (DriverRig rig = of(CloudKind.FULL)) {
            rig.fast();
            Set<String> live = rig.values(DriverRig.SYSTEM).keySet();
            assertTrue(live.containsAll(Set.of("pv#string-1-power", "output#l1-power", "output#power")));
            rig.fails("getLastPowerData", new CloudFault.NoData());
            for (int poll = 0; poll < 2; poll++) {
                rig.pass(15);
                rig.fast();
                assertEquals("", rig.value("pv#string-1-power"), "as long as the history is not asked nothing is said");
            }
            for (int poll = 0; poll < 3; poll++) {
                rig.pass(15);
                rig.fast();
                assertTrue(!rig.value("pv#power").isEmpty());
                for (String metric : List.of("pv#string-1-power", "output#l1-power", "output#power")) {
                    assertEquals("unset", rig.value(metric));
                }
            }
            rig.heals();
            rig.pass(15);
            rig.fast();
            assertTrue(rig.values(DriverRig.SYSTEM).keySet().containsAll(live));
            assertTrue(rig.values(DriverRig.SYSTEM).values().stream().noneMatch("unset"::equals));
        }
    }

    @Test
    void withoutAnyDataTheSystemFails() throws Exception {
        try (DriverRig rig = of(CloudKind.FULL)) {
            rig.rig.cloud.faults().add(new CloudFault.Zeros(), CloudScope.ALWAYS);
            for (int poll = 0; poll < 8; poll++) {
                assertEquals(Failure.Kind.NO_DATA, rig.failureKind(Cadence.FAST));
                rig.pass(15);
            }
        }
    }

    private static String record(String time, int load) {
        return "{\"sysSn\":\"" + SERIAL + "\",\"uploadTime\":\"" + time + "\",\"ppv\":100.0,\"load\":" + load
                + ",\"cbat\":56.8,\"feedIn\":0.0,\"gridCharge\":50,\"pchargingPile\":0}";
    }

    private static DriverRig historyAt(String localTime) throws Exception {
        DriverRig rig = new DriverRig(LocalDateTime.parse(localTime).atZone(ZONE).minusSeconds(30).toInstant());
        rig.rig.bound.bind(CloudRig.smile(SERIAL).kind(CloudKind.WITHOUT_LIVE_DATA));
        rig.listed();
        rig.fails("getOneDateEnergyBySn", new CloudFault.NoData());
        twoPolls(rig);
        return rig;
    }

    @Test
    void theNewestRecordCountsWhereverItStands() throws Exception {
        try (DriverRig rig = historyAt("2026-06-01T12:10:00")) {
            rig.says("getOneDayPowerBySn", "[" + String.join(",", record("2026-06-01 12:00:04", 1),
                    record("2026-06-01 12:05:03", 700), record("2026-06-01 12:05:03", 800), "null", "{}",
                    record("2026-06-01 11:55:00", 3), record("soon", 4), record("2026-06-31 12:06:00", 5)) + "]");
            rig.fast();
            assertEquals("800", rig.value("load#power"), "of two of one time the last one");
            assertEquals("650", rig.value("battery#power"), "load less PV and grid");
            assertEquals("50", rig.value("grid#power"));
            assertEquals("56.8", rig.value("battery#state-of-charge"));
        }
    }

    @Test
    void aRecordOfLongAgoIsNoNews() throws Exception {
        try (DriverRig rig = historyAt("2026-06-01T12:10:00")) {
            rig.says("getOneDayPowerBySn", "[" + record("2026-06-01 11:50:00", 700) + "]");
            assertEquals(Failure.Kind.NO_DATA, rig.failureKind(Cadence.FAST));
        }
    }

    @Test
    void aRecordOfTheFutureIsNone() throws Exception {
        try (DriverRig rig = historyAt("2026-06-01T12:10:00")) {
            rig.says("getOneDayPowerBySn", "[" + record("2026-06-01 12:40:00", 1) + ","
                    + record("2026-06-01 12:08:00", 700) + "]");
            rig.fast();
            assertEquals("700", rig.value("load#power"));
        }
    }

    /** 02:30 comes twice on that night: at the second one the first one is an hour old. */
    @Test
    void inTheHourThatComesTwiceTheLaterOneThatHasBeenCounts() throws Exception {
        try (DriverRig rig = historyAt("2026-10-25T01:55:00")) {
            rig.says("getOneDayPowerBySn", "[" + record("2026-10-25 02:58:00", 600) + ","
                    + record("2026-10-25 02:03:00", 700) + "]");
            // ten past two for the second time
            rig.until(Instant.parse("2026-10-25T01:05:00Z"));
            rig.fast();
            assertEquals("700", rig.value("load#power"));
        }
    }

    @Test
    void theHourThatIsLeftOutInSpringDoesNoHarm() throws Exception {
        try (DriverRig rig = historyAt("2026-03-29T03:05:00")) {
            rig.says("getOneDayPowerBySn", "[" + record("2026-03-29 01:57:00", 600) + ","
                    + record("2026-03-29 03:02:00", 700) + "]");
            rig.fast();
            assertEquals("700", rig.value("load#power"));
        }
    }

    /** The first record of a day comes minutes after midnight, and minutes more until it is there. */
    @Test
    void atMidnightTheLastRecordsOfTheDayBeforeCount() throws Exception {
        try (DriverRig rig = historyAt("2026-06-01T23:54:00")) {
            rig.says("getOneDayPowerBySn", "[" + record("2026-06-01 23:52:00", 600) + "]");
            for (int minute = 0; minute < 16; minute++) {
                rig.fast();
                assertEquals("600", rig.value("load#power"), "minute " + minute);
                rig.pass(60);
                if (minute == 4) {
                    rig.says("getOneDayPowerBySn", "[" + record("2026-06-01 23:57:00", 600) + "]");
                }
            }
            List<String> dates = rig.rig.cloud.requests().stream()
                    .filter(request -> request.endpoint().equals("getOneDayPowerBySn"))
                    .map(request -> request.field("queryDate")).distinct().toList();
            assertEquals(List.of("2026-06-01"), dates);
            rig.says("getOneDayPowerBySn", "[" + record("2026-06-02 00:08:00", 700) + "]");
            rig.pass(120);
            rig.fast();
            assertEquals("700", rig.value("load#power"));
        }
    }

    @Test
    void figuresThatCannotBeGiveNoDerivedPowers() throws Exception {
        try (DriverRig rig = historyAt("2026-06-01T12:10:00")) {
            rig.says("getOneDayPowerBySn",
                    "[" + record("2026-06-01 12:05:03", 700).replace("\"gridCharge\":50", "\"gridCharge\":9e15") + "]");
            rig.fast();
            assertEquals("700", rig.value("load#power"));
            assertEquals("", rig.value("grid#power"));
            assertEquals("", rig.value("battery#power"));
        }
    }
}
