/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.model;

import static org.junit.jupiter.api.Assertions.*;
import static org.openhab.binding.solarplant.internal.model.Readings.*;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values are believed after what was known before. */
@NonNullByDefault
class PlausibilityTest {

    private static final Metric SOC = metric("battery#state-of-charge");
    private static final Metric TODAY = metric("energy#pv-today");
    private static final Metric TOTAL = metric("energy#pv-total");

    private final Plausibility guard = new Plausibility();
    private Optional<BigDecimal> rated = Optional.empty();
    private ZoneId zone = ZoneId.of("Europe/Berlin");
    private @Nullable Sample known;

    /** Whether that is believed; then it is what is known from now on. */
    private boolean says(Metric metric, String number, Instant at) {
        boolean accepted = accepts(metric, amount(number), known, at);
        if (accepted) {
            known = new Sample(amount(number), at);
        }
        return accepted;
    }

    private boolean accepts(Metric metric, Value value, @Nullable Sample before, Instant at) {
        return guard.judge(metric, value, before, at, rated, zone) == Judgement.BELIEVED;
    }

    private static Instant after(long seconds) {
        return NOON.plusSeconds(seconds);
    }

    private Instant local(String time) {
        return ZonedDateTime.parse(time + "[" + zone + "]").toInstant();
    }

    @Test
    void aChargeThatFallsToZeroAtOnceIsAGlitch() {
        assertTrue(says(SOC, "80", NOON));
        assertFalse(says(SOC, "0", after(15)));
        assertTrue(says(SOC, "79", after(30)));
        assertFalse(says(SOC, "-3", after(45)));
    }

    @Test
    void aBatteryMayBeEmpty() {
        says(SOC, "5.1", NOON);
        assertFalse(says(SOC, "0", after(15)));
        assertTrue(says(SOC, "5", after(30)));
        assertTrue(says(SOC, "0", after(45)));
    }

    @ParameterizedTest
    @CsvSource({"46, 51, 15, true", "46, 51.1, 15, false", "46, 41, 15, true", "46, 40.9, 15, false",
            "46, 100, 15, false",
            "46, 66, 450, false", "46, 66, 480, true", "46, 66, -480, false"})
    void aChargeMovesSlowly(String before, String now, long seconds, boolean believed) {
        says(SOC, before, NOON);
        assertEquals(believed, says(SOC, now, after(seconds)));
    }

    @Test
    void aChargeThatJumpsIsBelievedWhenItIsToldAgain() {
        says(SOC, "46", NOON);
        assertFalse(says(SOC, "100", after(15)));
        assertTrue(says(SOC, "46", after(30)));
        assertFalse(says(SOC, "100", after(45)), "doubts begin anew");
        assertFalse(says(SOC, "90", after(60)), "which is not the same");
        assertTrue(says(SOC, "94", after(75)));
    }

    @ParameterizedTest
    @CsvSource({"2000, 4320, true", "2000, 4321, false", "2600, 4400, true", "2599, 4400, false", "-3000, -4900, false",
            "0, 30000, false"})
    void aPowerBeyondTheRatingIsToldTwiceBeforeItIsBelieved(String before, String now, boolean believed) {
        rated = Optional.of(BigDecimal.valueOf(3600));
        for (String id : List.of("pv#power", "battery#power", "grid#power", "backup#apparent-power",
                "meter#l1-reactive-power")) {
            known = null;
            Metric power = metric(id);
            assertTrue(says(power, before, NOON));
            assertEquals(believed, says(power, now, after(15)), id);
            assertTrue(says(power, now, after(30)), id);
        }
        known = null;
        says(metric("settings#export-limit"), before, NOON);
        assertTrue(says(metric("settings#export-limit"), now, after(15)), "a wish is nothing that is measured");
    }

    @Test
    void twoWildPowersHaveToAgree() {
        rated = Optional.of(BigDecimal.valueOf(3600));
        Metric power = metric("battery#power");
        says(power, "500", NOON);
        assertFalse(says(power, "30000", after(15)));
        assertFalse(says(power, "-17000", after(30)));
        assertFalse(says(power, "9000", after(45)));
        assertTrue(says(power, "9500", after(60)));
    }

    @Test
    void aCapacityDoesNotJump() {
        Metric capacity = metric("battery#capacity");
        says(capacity, "9.5", NOON);
        assertTrue(says(capacity, "9.2", after(15)));
        assertFalse(says(capacity, "95", after(30)));
        assertTrue(says(capacity, "9.2", after(45)));
        assertFalse(says(capacity, "19", after(60)));
        assertTrue(says(capacity, "19", after(75)), "another pack has come");
    }

    @ParameterizedTest
    @CsvSource({
            // twelve tenths of 3.6 kW for ten minutes, and a step of the counter
            "energy#discharge-total, 600, 0.82, BELIEVED", "energy#discharge-total, 600, 0.83, HELD",
            "energy#discharge-total, 5, 0.106, BELIEVED", "energy#discharge-total, 5, 0.107, HELD",
            // what a slow device may have gained in a quarter of an hour is believed when it is told again
            "energy#discharge-total, 5, 1.18, HELD", "energy#discharge-total, 5, 1.19, REFUSED",
            // panels may be more than the inverter, and the house is more than both
            "energy#pv-today, 600, 1.3, BELIEVED", "energy#pv-today, 600, 1.31, HELD",
            "energy#import-total, 600, 6.1, BELIEVED", "energy#import-total, 600, 6.2, HELD",
            "energy#export-total, 5, 5, HELD", "energy#export-total, 5, 9.2, REFUSED"})
    void aCounterGainsWhatItsRatedPowerBrings(String id, long seconds, String gain, Judgement expected) {
        Sample before = new Sample(amount("100"), NOON);
        Value now = amount(new BigDecimal("100").add(new BigDecimal(gain)).toPlainString());
        rated = Optional.of(BigDecimal.valueOf(3600));
        assertEquals(expected, guard.judge(metric(id), now, before, after(seconds), rated, zone));
        Judgement again = guard.judge(metric(id), now, before, after(2 * seconds), rated, zone);
        assertEquals(expected == Judgement.REFUSED ? expected : Judgement.BELIEVED, again);
        if (again == Judgement.REFUSED) {
            assertEquals(Judgement.BELIEVED, guard.judge(metric(id), now, before, after(3 * seconds), rated, zone));
        }
    }

    @Test
    void aCounterThatFallsALittleWaitsUntilItHasCaughtUp() {
        says(TOTAL, "1000", NOON);
        for (int i = 1; i < 10; i++) {
            assertEquals(Judgement.HELD,
                    guard.judge(TOTAL, amount("999.1"), known, after(15L * i), rated, zone), "nobody's fault");
        }
        assertTrue(says(TOTAL, "1000.1", after(200)));
        assertEquals(Judgement.REFUSED, guard.judge(TOTAL, amount("999.1"), known, after(215), rated, zone));
    }

    @Test
    void whatADeviceInsistsOnIsBelievedTheThirdTime() {
        says(SOC, "80", NOON);
        assertFalse(says(SOC, "0", after(15)));
        assertFalse(says(SOC, "0", after(30)));
        assertTrue(says(SOC, "0", after(45)));
        known = new Sample(amount("80"), after(60));
        assertFalse(says(SOC, "0", after(75)), "doubts begin anew");
        assertFalse(says(SOC, "0", after(90)));
        assertTrue(says(SOC, "80", after(105)));
        assertFalse(says(SOC, "0", after(120)), "a believable value between ends the row");
        assertFalse(says(SOC, "0", after(135)));
        assertTrue(says(SOC, "0", after(150)));
    }

    @Test
    void countersNeverStepBack() {
        says(TOTAL, "1000", NOON);
        assertFalse(says(TOTAL, "999.9", after(15)));
        assertTrue(says(TOTAL, "1000", after(30)));
        assertTrue(says(TOTAL, "1000.1", after(45)));
    }

    @Test
    void aLifetimeCounterDoesNotBeginAnewWithTheDay() {
        says(TOTAL, "1000", local("2026-06-01T23:59:50+02:00"));
        assertFalse(says(TOTAL, "0", local("2026-06-02T00:00:05+02:00")));
    }

    @ParameterizedTest
    @CsvSource({"60, 26.6, true", "60, 26.7, false", "0, 10, true", "0, 10.1, false", "3600, 1010, true",
            "3600, 1010.1, false", "-3600, 10, true", "-3600, 10.1, false"})
    void aCounterGainsNoMoreThanAHomeCan(long seconds, String gain, boolean believed) {
        says(TODAY, "0", NOON);
        assertEquals(believed, says(TODAY, gain, after(seconds)));
    }

    @Test
    void anExchangedInverterIsBelievedWhereItGoesOn() {
        says(TOTAL, "50000", NOON);
        assertFalse(says(TOTAL, "3.0", after(60)));
        assertFalse(says(TOTAL, "3.1", after(120)));
        assertTrue(says(TOTAL, "3.2", after(180)));
    }

    @Test
    void aDeviceThatIsAskedSeldomMayInsistToo() {
        says(TOTAL, "50000", NOON);
        assertFalse(says(TOTAL, "3", after(3600)));
        assertFalse(says(TOTAL, "23", after(7200)));
        assertTrue(says(TOTAL, "43", after(10800)));
    }

    @Test
    void garbageIsDifferentEachTimeAndNeverBelieved() {
        says(TOTAL, "1000", NOON);
        String[] garbage = {"429496729.5", "77", "90000", "6553.5", "3", "429496729.5", "200", "150", "120"};
        for (int i = 0; i < garbage.length; i++) {
            assertFalse(says(TOTAL, garbage[i], after(15L * (i + 1))), garbage[i]);
        }
        assertTrue(says(TOTAL, "1000.2", after(200)));
    }

    @Test
    void doubtsOfOneMetricAreNotThoseOfAnother() {
        Sample charge = new Sample(amount("80"), NOON);
        Sample energy = new Sample(amount("30"), NOON);
        for (int i = 1; i < 3; i++) {
            assertFalse(accepts(SOC, amount("0"), charge, after(i)));
            assertFalse(accepts(TODAY, amount("0"), energy, after(i)));
        }
        assertTrue(accepts(SOC, amount("0"), charge, after(3)));
    }

    @Test
    void whatIsNoNumberOrHasNoPastIsBelieved() {
        Sample text = new Sample(new Value.Text("normal"), NOON);
        assertTrue(accepts(TODAY, new Value.Text("x"), new Sample(amount("30"), NOON), NOON));
        assertTrue(accepts(TODAY, amount("0"), text, NOON));
        assertTrue(accepts(SOC, amount("0"), null, NOON));
        assertTrue(accepts(metric("pv#power"), amount("-900000"), new Sample(amount("5"), NOON), NOON));
    }

    @ParameterizedTest
    @CsvSource({
            // midnight, and an hour by which a device's clock may be wrong
            "Europe/Berlin, 2026-06-01T23:59:45+02:00, 2026-06-02T00:00:15+02:00, true",
            "Europe/Berlin, 2026-06-01T22:59:30+02:00, 2026-06-01T22:59:45+02:00, false",
            "Europe/Berlin, 2026-06-01T22:59:45+02:00, 2026-06-01T23:00:00+02:00, true",
            "Europe/Berlin, 2026-06-02T00:59:59+02:00, 2026-06-02T01:00:14+02:00, true",
            "Europe/Berlin, 2026-06-02T01:00:00+02:00, 2026-06-02T01:00:15+02:00, false",
            "Europe/Berlin, 2026-06-01T12:00:00+02:00, 2026-06-01T12:00:15+02:00, false",
            "Europe/Berlin, 2026-06-01T17:00:00+02:00, 2026-06-03T12:00:00+02:00, true",
            // the same instants elsewhere
            "Asia/Tokyo, 2026-06-02T06:59:45+09:00, 2026-06-02T07:00:15+09:00, false",
            "Asia/Tokyo, 2026-06-01T23:59:45+09:00, 2026-06-02T00:00:15+09:00, true",
            // the days on which clocks change: midnight is where it always was, and the changed hour is no day change
            "Europe/Berlin, 2026-03-28T23:59:45+01:00, 2026-03-29T00:00:15+01:00, true",
            "Europe/Berlin, 2026-03-29T01:59:45+01:00, 2026-03-29T03:00:00+02:00, false",
            "Europe/Berlin, 2026-03-29T23:59:45+02:00, 2026-03-30T00:00:15+02:00, true",
            "Europe/Berlin, 2026-10-25T02:59:45+02:00, 2026-10-25T02:00:00+01:00, false",
            "Europe/Berlin, 2026-10-25T23:59:45+01:00, 2026-10-26T00:00:15+01:00, true",
            // where the day itself begins at one o'clock
            "Asia/Beirut, 2026-03-28T23:59:45+02:00, 2026-03-29T01:00:15+03:00, true",
            "Asia/Beirut, 2026-03-29T02:00:00+03:00, 2026-03-29T02:00:15+03:00, false"})
    void dailyCountersBeginAnewAtTheDayChangeOnly(String where, String before, String now, boolean believed) {
        zone = ZoneId.of(where);
        says(TODAY, "31.4", ZonedDateTime.parse(before).toInstant());
        assertEquals(believed, says(TODAY, "0.1", ZonedDateTime.parse(now).toInstant()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.5", "41.4"})
    void aDailyCounterMayGoOnAcrossMidnightUntilItsDeviceKnows(String next) {
        says(TODAY, "31.4", local("2026-06-01T23:59:45+02:00"));
        assertTrue(says(TODAY, next, local("2026-06-02T00:00:00+02:00")));
        assertTrue(says(TODAY, "0", local("2026-06-02T00:10:00+02:00")));
    }

    /** One wrong bit made it a little too large; what is true is told all the time, but is less than what was believed. */
    @Test
    void aCounterThatStandsALittleLowerGainsOnlySinceItWasLastTold() {
        rated = Optional.of(BigDecimal.valueOf(5000));
        says(TOTAL, "1000.0", NOON);
        assertTrue(says(TOTAL, "1000.1", after(10)));
        for (int i = 2; i <= 360; i++) {
            assertFalse(says(TOTAL, "1000.0", after(10 * i)));
        }
        assertFalse(says(TOTAL, "1003.2", after(3610)), "an hour would allow it, ten seconds do not");
        assertFalse(says(TOTAL, "1000.0", after(3620)));
        assertTrue(says(TOTAL, "1000.2", after(3630)));
    }

    /** What is told between two wrong numbers is not on the side of either. */
    @Test
    void aCounterThatStandsALittleLowerDoesNotInsistOnMore() {
        rated = Optional.of(BigDecimal.valueOf(5000));
        says(TOTAL, "1000.1", NOON);
        assertFalse(says(TOTAL, "1001.6", after(10)));
        assertFalse(says(TOTAL, "1000.0", after(20)));
        assertFalse(says(TOTAL, "1001.6", after(30)));
        assertTrue(says(TOTAL, "1001.6", after(40)), "told twice in a row");
    }

    @Test
    void aWordThatNobodyKnowsIsToldTwice() {
        Metric mode = metric("settings#work-mode");
        Sample before = new Sample(new Value.Text("self-use"), NOON);
        assertFalse(accepts(mode, Value.Text.unknown(512), before, after(10)));
        assertTrue(accepts(mode, new Value.Text("backup"), before, after(20)));
        assertFalse(accepts(mode, Value.Text.unknown(7), before, after(30)));
        assertFalse(accepts(mode, Value.Text.unknown(8), before, after(40)));
        assertTrue(accepts(mode, Value.Text.unknown(8), before, after(50)));
        assertTrue(accepts(mode, Value.Text.unknown(8), new Sample(Value.Text.unknown(8), after(50)), after(60)));
        assertTrue(accepts(mode, Value.Text.unknown(7), null, after(70)));
    }

    /** A house draws what it likes, behind an inverter of 3 kW too: what it has drawn once is likely the next time. */
    @Test
    void aHeavyHouseIsBelievedThoughItNeverRests() {
        Metric grid = metric("grid#power");
        rated = Optional.of(BigDecimal.valueOf(3000));
        List<Integer> told = List.of(500, 8000, 14000, 6500, 12000, -500, 14000, 20000, 7000, 11000);
        List<Integer> believed = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            if (says(grid, told.get(i).toString(), after(60L * i))) {
                believed.add(told.get(i));
            }
        }
        assertEquals(List.of(500, 6500, 12000, -500, 14000, 20000, 7000, 11000), believed);
        assertFalse(says(grid, "-40000", after(660)), "that is more than it ever was");
    }
}
