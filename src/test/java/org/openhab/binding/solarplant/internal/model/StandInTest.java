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
        return plant.snapshot().totals().get(metric(metric)) instanceof Value.Amount(BigDecimal number)
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

    @Test
    void countersDoNotStepBackWhenAnotherOneTells() {
        direct(NOON, "pv#power", 1, "energy#pv-total", 1000, "energy#pv-today", 12);
        cloud(NOON, "pv#power", 1, "energy#pv-total", 997, "energy#pv-today", "11.5", "energy#load-today", 9);
        plant.lose(Set.of(DIRECT));
        assertEquals("1000", number("energy#pv-total"));
        assertEquals("12", number("energy#pv-today"));
        assertEquals("9", number("energy#load-today"));
        cloud(NOON.plus(MINUTE), "pv#power", 1, "energy#pv-total", 1001, "energy#pv-today", "12.5");
        assertEquals("1001", number("energy#pv-total"));
        assertEquals("12.5", number("energy#pv-today"));
        direct(NOON.plus(MINUTE.multipliedBy(2)), "pv#power", 1, "energy#pv-total", "1000.5", "energy#pv-today",
                "12.2");
        assertEquals("1001", number("energy#pv-total"));
        assertEquals("12.5", number("energy#pv-today"));
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
}
