/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;

/** The energies of today on a clock of the test's own, in Berlin. */
@NonNullByDefault
class DailyEnergiesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String NONE = "none";

    private ZoneId zone = BERLIN;
    private DailyEnergies energies = restarted(Optional.empty());

    private DailyEnergies restarted(Optional<MidnightEnergies> remembered) {
        return new DailyEnergies(EmsRig.SERIAL, () -> zone, remembered);
    }

    /** The PV yield of today after the total was this much at that local time. */
    private String pv(String time, String total) {
        return pv(LocalDateTime.parse(time).atZone(BERLIN).toInstant(), total);
    }

    private String pv(Instant at, String total) {
        return text(energies.addTo(Map.of(Metrics.of("energy#pv-total"), new Value.Amount(new BigDecimal(total))), at),
                "pv");
    }

    private static String text(Map<Metric, Value> values, String flow) {
        return values.get(Metrics.of("energy#" + flow + "-today")) instanceof Value.Amount(BigDecimal number)
                ? number.toPlainString()
                : NONE;
    }

    @Test
    void beginsWithTheCountNearestToMidnight() {
        assertEquals(NONE, pv("2026-06-20T22:59:00", "100"), "when it is not known how the day began");
        assertEquals(NONE, pv("2026-06-20T23:59:40", "101"));
        assertEquals("0.5", pv("2026-06-21T00:00:40", "101.5"), "20 s before midnight is nearer than 40 s after it");
        assertEquals("20.25", pv("2026-06-21T16:00:00", "121.25"));
        assertEquals("22", pv("2026-06-21T23:59:10", "123"));
        assertEquals("0", pv("2026-06-22T00:00:10", "123.25"), "now the one after midnight is nearer");
        assertEquals("1.75", pv("2026-06-22T09:00:00", "125"));
    }

    @Test
    void countFromTheFirstHourWillDo() {
        assertEquals("0", pv("2026-06-21T01:00:00", "100"));
        assertEquals("7", pv("2026-06-21T12:00:00", "107"));
    }

    @Test
    void gapOverMidnightCostsTheDay() {
        assertEquals("0", pv("2026-06-20T00:10:00", "90"));
        assertEquals("10", pv("2026-06-20T22:59:00", "100"));
        assertEquals(NONE, pv("2026-06-21T01:01:00", "101"));
        assertEquals(NONE, pv("2026-06-21T12:00:00", "110"));
        assertEquals(NONE, pv("2026-06-21T23:59:00", "120"));
        assertEquals("0.5", pv("2026-06-22T00:02:00", "120.5"), "until the next midnight");
    }

    @Test
    void gapOfLessIsBridged() {
        pv("2026-06-20T23:05:00", "100");
        assertEquals("3", pv("2026-06-21T08:00:00", "103"));
    }

    @Test
    void restartKeepsTheDay() {
        pv("2026-06-20T23:59:30", "100");
        pv("2026-06-21T00:00:40", "100");
        assertEquals("20", pv("2026-06-21T15:00:00", "120"));
        String text = energies.midnight().orElseThrow().toString();
        assertEquals("AL7000000000001;pv=2026-06-20T21:59:30Z/100", text);

        energies = restarted(MidnightEnergies.parse(text));
        assertEquals("21", pv("2026-06-21T15:10:00", "121"));
        assertEquals(text, energies.midnight().orElseThrow().toString());

        energies = restarted(MidnightEnergies.parse(text));
        assertEquals(NONE, pv("2026-06-22T15:10:00", "141"), "of yesterday");
        assertEquals(Optional.empty(), energies.midnight());
    }

    @Test
    void restartOfAnotherSystem() {
        energies = restarted(MidnightEnergies.parse("AL7000000000999;pv=2026-06-20T21:59:30Z/100"));
        assertEquals(NONE, pv("2026-06-21T15:10:00", "121"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "AL7000000000001", "AL7000000000001;pv", "AL7000000000001;pv=1",
            "AL7000000000001;pv=yesterday/1", "AL7000000000001;pv=2026-06-20T21:59:30Z/much",
            "AL7000000000001;pv=2026-06-20T21:59:30Z/1;import="})
    void textThatIsNoMemory(String text) {
        assertEquals(Optional.empty(), MidnightEnergies.parse(text));
    }

    /** 23 hours on 29 March, 25 hours on 25 October. */
    @ParameterizedTest
    @CsvSource({"2026-03-29,23", "2026-10-25,25", "2026-06-21,24"})
    void daysAreAsLongAsTheyAre(String date, int hours) {
        Instant midnight = LocalDateTime.parse(date + "T00:00:00").atZone(BERLIN).toInstant();
        pv(midnight.minusSeconds(20), "500");
        for (int half = 0; half < 2 * hours; half++) {
            Instant at = midnight.plus(Duration.ofMinutes(30L * half)).plusSeconds(40);
            assertEquals(Integer.toString(half), pv(at, Integer.toString(500 + half)), at.toString());
        }
        Instant next = midnight.plus(Duration.ofHours(hours));
        assertEquals(Integer.toString(2 * hours), pv(next.minusSeconds(1), Integer.toString(500 + 2 * hours)));
        assertEquals("0", pv(next, Integer.toString(500 + 2 * hours)));
    }

    @Test
    void neverFallsWithinADay() {
        pv("2026-06-21T00:00:00", "100");
        assertEquals("5", pv("2026-06-21T10:00:00", "105"));
        assertEquals("5", pv("2026-06-21T10:01:00", "104.9"), "a sum of rounded numbers may step back");
        assertEquals("5.1", pv("2026-06-21T10:02:00", "105.1"));
        assertEquals("5.1", pv("2026-06-21T10:03:00", "0"), "cleared counters");
        assertEquals("5.1", pv("2026-06-21T10:04:00", "1"));
        assertEquals("5.1", pv("2026-06-21T23:59:50", "8"));
        assertEquals("0.5", pv("2026-06-22T00:01:00", "8.5"), "begin anew with the next day");
    }

    @Test
    void garbageIsNoGain() {
        pv("2026-06-21T00:00:00", "100");
        assertEquals("5", pv("2026-06-21T10:00:00", "105"));
        assertEquals("5", pv("2026-06-21T10:01:00", "90000"));
        assertEquals("5", pv("2026-06-21T10:02:00", "105.2"), "nothing is sure right after it");
        assertEquals("5.3", pv("2026-06-21T10:03:00", "105.3"));
    }

    @Test
    void garbageAtMidnightIsNoBeginning() {
        for (String garbage : new String[]{"0", "90000"}) {
            energies = restarted(Optional.empty());
            pv("2026-06-20T23:58:00", "100");
            pv("2026-06-20T23:59:59", garbage);
            pv("2026-06-21T00:01:00", "100.1");
            assertEquals("0.1", pv("2026-06-21T00:02:00", "100.2"));
            assertEquals("4.9", pv("2026-06-21T12:00:00", "105"));
        }
    }

    @Test
    void countersClearedWhileNobodyLooked() {
        energies = restarted(MidnightEnergies.parse("AL7000000000001;pv=2026-06-20T22:00:00Z/100"));
        assertEquals(NONE, pv("2026-06-21T15:00:00", "3"), "not 0, and never below");
    }

    @Test
    void countsEachFlow() {
        String[] flows = {"pv", "import", "export", "charge", "discharge", "load"};
        Instant midnight = LocalDateTime.parse("2026-06-21T00:00:00").atZone(BERLIN).toInstant();
        Map<Metric, Value> totals = new HashMap<>();
        for (int i = 0; i < flows.length; i++) {
            totals.put(Metrics.of("energy#" + flows[i] + "-total"), Value.Amount.of(100L * i));
        }
        energies.addTo(totals, midnight);
        totals.replaceAll((metric, value) -> new Value.Amount(
                value instanceof Value.Amount(BigDecimal number) ? number.add(BigDecimal.ONE) : BigDecimal.ZERO));
        Map<Metric, Value> values = energies.addTo(totals, midnight.plus(Duration.ofHours(3)));
        for (String flow : flows) {
            assertEquals("1", text(values, flow), flow);
        }
        assertEquals(flows.length, energies.midnight().orElseThrow().counts().size());
        totals.remove(Metrics.of("energy#import-total"));
        assertEquals(NONE, text(energies.addTo(totals, midnight.plus(Duration.ofHours(4))), "import"),
                "without the total");
    }

    @Test
    void fastPollsTellNothing() {
        Map<Metric, Value> live = Map.of(Metrics.of("pv#power"), Value.Amount.of(1));
        assertEquals(live, energies.addTo(live, EmsRig.NOON));
    }

    @Test
    void followsTheUsersTimeZone() {
        pv("2026-06-21T00:00:00", "100");
        assertEquals("5", pv("2026-06-21T10:00:00", "105"));
        zone = ZoneId.of("America/New_York");
        assertEquals(NONE, pv("2026-06-21T10:01:00", "105"), "there the day is another one");
        assertTrue(energies.midnight().isEmpty());
    }
}
