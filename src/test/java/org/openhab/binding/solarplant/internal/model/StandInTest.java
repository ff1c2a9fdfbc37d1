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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhab.binding.solarplant.internal.model.Readings.NOON;
import static org.openhab.binding.solarplant.internal.model.Readings.inverter;
import static org.openhab.binding.solarplant.internal.model.Readings.metric;
import static org.openhab.binding.solarplant.internal.model.Readings.values;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/** An inverter on the local network for which its vendor's cloud stands in while it is silent. */
@NonNullByDefault
class StandInTest {

    private static final DeviceId A = inverter("A");
    private static final Contribution DIRECT = new Contribution(A, Source.DIRECT);
    private static final Contribution CLOUD = new Contribution(A, Source.CLOUD);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Plant plant = new Plant(() -> ZoneId.of("Europe/Berlin"), Optional.empty());

    private void direct(Instant at, Object... values) {
        plant.merge(List.of(new Reading(new Device(A, null, Map.of("firmwareVersion", "3.6")), at, Cadence.FULL,
                values(values), 0)));
    }

    private void cloud(Instant at, Object... values) {
        plant.merge(List.of(
                new Reading(new Device(A, null, Map.of()), Source.CLOUD, at, Cadence.FULL, values(values), 0)));
    }

    private DeviceState state() {
        return plant.snapshot().device(A).orElseThrow();
    }

    private String number(String metric) {
        return state().number(metric(metric)).map(BigDecimal::toPlainString).orElse("");
    }

    private String total(String metric) {
        return plant.addUp().totals().get(metric(metric)) instanceof Value.Amount(BigDecimal number)
                ? number.toPlainString()
                : "";
    }

    private void both() {
        direct(NOON, "pv#power", 3000, "grid#power", -1000, "battery#power", -500, "load#power", 1500);
        cloud(NOON.plusSeconds(20), "pv#power", 2900, "grid#power", -900, "battery#power", -510, "load#power", 1490,
                "output#power", 2400);
    }

    @Test
    void whatTheInverterSaysIsNeverMixedWithTheCloud() {
        both();
        assertEquals(Set.of(Source.DIRECT), state().sources());
        assertEquals("3000", number("pv#power"));
        assertEquals("", number("output#power"), "no gap is filled from the cloud");
        assertEquals("1500", total("load#power"));
        assertEquals(NOON, state().lastUpdate());
    }

    @Test
    void theCloudStandsInWhenTheInverterIsLost() {
        both();
        plant.lose(Set.of(DIRECT));
        assertTrue(state().connected());
        assertEquals(Set.of(Source.CLOUD), state().sources());
        assertEquals("2900", number("pv#power"));
        assertEquals("1490", total("load#power"));
        assertEquals(Map.of("firmwareVersion", "3.6"), state().device().properties(), "what it said of itself stays");
        direct(NOON.plus(MINUTE), "pv#power", 3100);
        assertEquals(Set.of(Source.DIRECT), state().sources());
        assertEquals("3100", number("pv#power"));
    }

    @Test
    void theCloudStandsInAsSoonAsAllThatTheInverterSaidIsTooOld() {
        both();
        plant.expire(Set.of(DIRECT), NOON.plusSeconds(10));
        assertEquals(Set.of(Source.CLOUD), state().sources());
        assertEquals("2900", number("pv#power"));
    }

    @Test
    void aCloudThatIsSilentTooChangesNothing() {
        both();
        plant.lose(Set.of(CLOUD));
        assertEquals("3000", number("pv#power"));
        plant.lose(Set.of(DIRECT));
        assertFalse(state().connected());
        assertEquals("", number("pv#power"));
    }

    @Test
    void aSystemThatOnlyTheCloudKnowsIsAnInverterLikeAnyOther() {
        cloud(NOON, "pv#power", 2900, "grid#power", -900, "battery#power", -510);
        assertEquals(Set.of(Source.CLOUD), state().sources());
        assertEquals("1490", total("load#power"));
    }

    private static Object[] day(String pv, String in, String out, String charge, String discharge) {
        return new Object[]{"pv#power", 1, "energy#pv-today", pv, "energy#import-today", in, "energy#export-today", out,
                "energy#charge-today", charge, "energy#discharge-today", discharge};
    }

    private void assertBalance(String load) {
        BigDecimal sum = new BigDecimal(number("energy#pv-today")).add(new BigDecimal(number("energy#import-today")))
                .add(new BigDecimal(number("energy#discharge-today")))
                .subtract(new BigDecimal(number("energy#export-today")))
                .subtract(new BigDecimal(number("energy#charge-today")));
        assertEquals(load, sum.stripTrailingZeros().toPlainString());
        assertEquals(load, total("energy#load-today"));
    }

    @Test
    void theCountersOfTodayGoOnFromWhereTheyAreWhoeverTells() {
        direct(NOON, day("12", "5", "1", "3", "2"));
        cloud(NOON, day("13", "4.8", "1.5", "2.8", "1.9"));
        assertBalance("15");
        plant.lose(Set.of(DIRECT));
        assertEquals("12", number("energy#pv-today"), "no step to the other's count");
        assertBalance("15");
        cloud(NOON.plus(MINUTE), day("13.5", "4.8", "1.9", "2.8", "1.9"));
        assertEquals("12.5", number("energy#pv-today"), "but its gain");
        assertEquals("1.4", number("energy#export-today"));
        assertBalance("15.1");
        direct(NOON.plus(MINUTE.multipliedBy(2)), day("12.7", "5", "1.6", "3", "2"));
        assertEquals("12.5", number("energy#pv-today"));
        direct(NOON.plus(MINUTE.multipliedBy(3)), day("12.9", "5", "1.6", "3", "2"));
        assertEquals("12.7", number("energy#pv-today"));
        assertBalance("15.3");
    }

    @Test
    void inTheLastHourOfADayTheyDoNotStepBackEither() {
        Instant late = Instant.parse("2026-06-01T21:30:00Z");
        direct(late, day("12", "5", "1", "3", "2"));
        cloud(late, day("11.5", "5", "1", "3", "2"));
        plant.lose(Set.of(DIRECT));
        assertEquals("12", number("energy#pv-today"));
    }

    @Test
    void totalsAreTheInvertersOwnAndStandStillWhileItIsSilent() {
        cloud(NOON, "pv#power", 1, "energy#pv-total", 997);
        assertEquals("997", number("energy#pv-total"), "as long as it has told none");
        direct(NOON, "pv#power", 1, "energy#pv-total", 1000, "energy#import-total", 300);
        plant.lose(Set.of(DIRECT));
        cloud(NOON.plus(MINUTE), "pv#power", 1, "energy#pv-total", 1004);
        assertEquals("1000", number("energy#pv-total"));
        assertEquals("300", number("energy#import-total"));
        direct(NOON.plus(MINUTE.multipliedBy(2)), "pv#power", 1, "energy#pv-total", 1003, "energy#import-total", 301);
        assertEquals("1003", number("energy#pv-total"));
    }

    @Test
    void aCounterThatBeganAnewIsBelievedAsOfAnyOtherDevice() {
        cloud(NOON, "pv#power", 1);
        direct(NOON, "pv#power", 1, "energy#import-total", 3000);
        for (int minute = 1; minute <= 3; minute++) {
            direct(NOON.plus(MINUTE.multipliedBy(minute)), "pv#power", 1, "energy#import-total", minute);
        }
        assertEquals("3", number("energy#import-total"));
    }

    @Test
    void countersOfTodayBeginAnewWithTheDayWhoeverTellsThem() {
        Instant evening = Instant.parse("2026-06-01T21:50:00Z");
        direct(evening, "pv#power", 1, "energy#pv-today", 12, "energy#pv-total", 1000);
        plant.lose(Set.of(DIRECT));
        cloud(evening.plus(MINUTE.multipliedBy(20)), "pv#power", 1, "energy#pv-today", 0, "energy#pv-total", 998);
        assertEquals("0", number("energy#pv-today"));
        assertEquals("1000", number("energy#pv-total"));
    }

    /** Over Modbus the first day is not known: what is not there cannot be mixed, so all of it may be the cloud's. */
    @Test
    void theEnergiesOfTodayAreTheCloudsAsLongAsTheInverterKnowsNone() {
        direct(NOON, "pv#power", 3000, "energy#pv-total", 1000);
        cloud(NOON, day("13", "4.8", "1.5", "2.8", "1.9"));
        assertEquals(Set.of(Source.DIRECT), state().sources());
        assertEquals("3000", number("pv#power"));
        assertEquals("13", number("energy#pv-today"));
        assertBalance("15.4");
        Instant nextDay = NOON.plus(Duration.ofHours(13));
        direct(nextDay, day("0", "0.4", "0", "0", "0.2"));
        assertEquals("0.4", number("energy#import-today"));
        assertBalance("0.6");
    }

    @Test
    void theyAreMissingIfTheCloudIsSilentToo() {
        direct(NOON, "pv#power", 3000);
        cloud(NOON, "pv#power", 3000);
        plant.lose(Set.of(CLOUD));
        assertEquals("", number("energy#pv-today"));
    }
}
