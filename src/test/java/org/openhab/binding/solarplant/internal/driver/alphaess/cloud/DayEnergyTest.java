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
import static org.openhab.binding.solarplant.internal.transport.alphaess.CloudRig.ZONE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Plant;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.sim.CloudFault;

/** The energies of a day, which begins and ends where the plant stands (alphaess.md §1.5, §1.14). */
@NonNullByDefault
@Timeout(120)
class DayEnergyTest {

    private static DriverRig at(String localTime) throws Exception {
        return new DriverRig(LocalDateTime.parse(localTime).atZone(ZONE).toInstant()).listed();
    }

    private static String day(String date, double pv, double in, double out, double charge, double discharge) {
        return "{\"theDate\":\"" + date + "\",\"epv\":" + pv + ",\"eInput\":" + in + ",\"eOutput\":" + out
                + ",\"eCharge\":" + charge + ",\"eDischarge\":" + discharge + ",\"eGridCharge\":0,\"eChargingPile\":0}";
    }

    private static List<String> queryDates(DriverRig rig) {
        return rig.rig.cloud.requests().stream().filter(request -> request.endpoint().equals("getOneDateEnergyBySn"))
                .map(request -> request.field("queryDate")).distinct().toList();
    }

    @Test
    void aCounterNeverFallsWithinADate() throws Exception {
        try (DriverRig rig = at("2026-06-01T21:00:00")) {
            rig.says("getOneDateEnergyBySn", day("2026-06-01", 20, 3, 8, 6, 2));
            rig.full();
            assertEquals("20", rig.value("energy#pv-today"));
            assertEquals("11", rig.value("energy#load-today"));
            rig.says("getOneDateEnergyBySn", day("2026-06-01", 20.5, 2.9, 8, 6, 2));
            rig.pass(60);
            assertEquals(1, rig.full().getFirst().rejected());
            assertEquals("20.5", rig.value("energy#pv-today"));
            assertEquals("", rig.value("energy#import-today"), "not told, so the last one stays");
            assertEquals("", rig.value("energy#load-today"), "nor what would be made of it");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeros", "nulls", "nothing"})
    void aPauseOfTheBackEndIsNoNewDay(String pause) throws Exception {
        try (DriverRig rig = at("2026-06-01T23:40:00")) {
            rig.says("getOneDateEnergyBySn", day("2026-06-01", 20, 3, 8, 6, 2));
            rig.full();
            rig.says("getOneDateEnergyBySn", switch (pause) {
                case "zeros" -> day("2026-06-01", 0, 0, 0, 0, 0);
                case "nulls" -> "{\"theDate\":null,\"epv\":null,\"eInput\":null}";
                default -> "null";
            });
            for (int minute = 0; minute < 10; minute++) {
                rig.pass(60);
                rig.full();
                assertEquals("", rig.value("energy#pv-today"));
                assertTrue(!rig.value("pv#power").isEmpty(), "the rest goes on");
            }
            rig.says("getOneDateEnergyBySn", day("2026-06-01", 20, 3, 8, 6, 2));
            rig.pass(60);
            rig.full();
            assertEquals("20", rig.value("energy#pv-today"));
        }
    }

    @Test
    void theDayOfTheClockOnTheWallIsAskedForAndAnotherIsNotTaken() throws Exception {
        // in UTC it is still the day before
        try (DriverRig rig = at("2026-06-02T00:30:00")) {
            rig.says("getOneDateEnergyBySn", day("2026-06-01", 20, 3, 8, 6, 2));
            rig.full();
            assertEquals(List.of("2026-06-02"), queryDates(rig));
            assertEquals("", rig.value("energy#pv-today"), "the date of the answer is another");
            rig.says("getOneDateEnergyBySn", day("2026-06-02", 0, 0.1, 0, 0, 0));
            rig.pass(60);
            rig.full();
            assertEquals("0", rig.value("energy#pv-today"));
            assertEquals("0.1", rig.value("energy#import-today"));
        }
    }

    @Test
    void atMidnightTheNextPollAsksForTheNewDay() throws Exception {
        try (DriverRig rig = at("2026-06-01T23:59:55")) {
            rig.says("getOneDateEnergyBySn", day("2026-06-01", 20, 3, 8, 6, 2));
            rig.fast();
            assertEquals("20", rig.value("energy#pv-today"));
            rig.says("getOneDateEnergyBySn", day("2026-06-02", 0, 0, 0, 0, 0));
            rig.pass(15);
            rig.fast();
            assertEquals(List.of("2026-06-01", "2026-06-02"), queryDates(rig));
            assertEquals("0", rig.value("energy#pv-today"), "zeros are true just after midnight");
        }
    }

    /** As long as the new day is not told, nothing is: the day before is over. */
    @Test
    void afterMidnightYesterdayIsNotTold() throws Exception {
        try (DriverRig rig = at("2026-06-01T23:59:50")) {
            rig.says("getOneDateEnergyBySn", day("2026-06-01", 20, 3, 8, 6, 2));
            rig.fast();
            rig.says("getOneDateEnergyBySn", "null");
            for (int poll = 0; poll < 8; poll++) {
                rig.pass(30);
                rig.fast();
                assertEquals("", rig.value("energy#pv-today"), "poll " + poll);
            }
        }
    }

    @Test
    void zerosAreNotTrueOfASystemThatNeverCounts() throws Exception {
        try (DriverRig rig = at("2026-06-01T23:50:00")) {
            rig.fails("getOneDateEnergyBySn", new CloudFault.Zeros());
            for (int poll = 0; poll < 120; poll++) {
                rig.pass(60);
                rig.full();
                assertEquals("", rig.value("energy#pv-today"));
            }
        }
    }

    /** What the channels of a plant show that is polled for two days, an hour before midnight to an hour after the next. */
    private static Map<LocalDate, List<BigDecimal>> shown(DriverRig rig, ZonedDateTime end) throws Exception {
        Plant plant = new Plant(() -> ZONE, Optional.empty());
        Map<LocalDate, List<BigDecimal>> shown = new TreeMap<>();
        while (rig.rig.time.instant().isBefore(end.toInstant())) {
            rig.pass(300);
            List<Reading> readings = rig.full();
            plant.merge(readings);
            plant.snapshot().device(DriverRig.SYSTEM).orElseThrow().number(Metrics.of("energy#load-today"))
                    .ifPresent(load -> shown.computeIfAbsent(
                            rig.rig.time.instant().atZone(ZONE).toLocalDate(), date -> new ArrayList<>()).add(load));
        }
        return shown;
    }

    private static void assertRising(List<BigDecimal> day) {
        for (int i = 1; i < day.size(); i++) {
            assertTrue(day.get(i).compareTo(day.get(i - 1)) >= 0, i + ": " + day);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29", "2026-06-02", "2026-10-25"})
    void aDayOfAnyLengthCountsFromItsMidnightToItsMidnight(String date) throws Exception {
        LocalDate day = LocalDate.parse(date);
        ZonedDateTime midnight = day.atStartOfDay(ZONE);
        try (DriverRig rig = new DriverRig(midnight.minusHours(1).toInstant()).listed()) {
            Map<LocalDate, List<BigDecimal>> shown = shown(rig, day.plusDays(1).atStartOfDay(ZONE).plusHours(1));
            assertEquals(List.of(day.minusDays(1), day, day.plusDays(1)), List.copyOf(shown.keySet()));
            BigDecimal evening = shown.get(day.minusDays(1)).getLast();
            BigDecimal wholeDay = shown.get(day).getLast();
            assertRising(shown.get(day.minusDays(1)));
            assertRising(shown.get(day));
            // every simulated day is the same one, whatever its length
            assertEquals(evening.doubleValue(), wholeDay.doubleValue(), 0.3);
            assertTrue(shown.get(day).getFirst().doubleValue() < 1, "it began anew: " + shown.get(day));
            assertTrue(shown.get(day.plusDays(1)).getLast().doubleValue() < 2);
            assertEquals(List.of(day.minusDays(1).toString(), date, day.plusDays(1).toString()), queryDates(rig));
        }
    }
}
