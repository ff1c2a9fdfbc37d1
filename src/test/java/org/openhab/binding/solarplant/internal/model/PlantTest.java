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

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/** What a plant knows, forgets and adds up. */
@NonNullByDefault
class PlantTest {

    private static final DeviceId A = inverter("A");
    private static final DeviceId B = inverter("B");

    private final Plant plant = new Plant(() -> ZoneOffset.UTC, Optional.empty());

    private static Map<Metric, Sample> samples(PlantSnapshot snapshot, DeviceId id) {
        return snapshot.device(id).orElseThrow().samples();
    }

    @Test
    void nothingIsKnownAtFirst() {
        assertEquals(PlantSnapshot.EMPTY, plant.snapshot());
        assertEquals(0, plant.snapshot().version());
        assertEquals(Optional.empty(), plant.snapshot().device(A));
    }

    @Test
    void newValuesReplaceOldOnesAndTheOthersStay() {
        PlantSnapshot first = plant.merge(List.of(reading(A, "pv#power", 100, "energy#pv-today", 3)));
        PlantSnapshot second = plant.merge(List.of(reading(A, NOON.plusSeconds(15), "pv#power", 200)));
        assertEquals(new Sample(amount("100"), NOON), samples(first, A).get(metric("pv#power")));
        assertEquals(new Sample(amount("200"), NOON.plusSeconds(15)), samples(second, A).get(metric("pv#power")));
        assertEquals(new Sample(amount("3"), NOON), samples(second, A).get(metric("energy#pv-today")));
        assertEquals(NOON.plusSeconds(15), second.device(A).orElseThrow().lastUpdate());
        assertSame(second, plant.snapshot());
        assertEquals(1, first.version());
        assertEquals(2, second.version());
    }

    @Test
    void devicesOfOnePollAreMergedTogether() {
        PlantSnapshot snapshot = plant.merge(List.of(reading(A, "pv#power", 100), reading(B, "pv#power", 50)));
        assertEquals(1, snapshot.version());
        assertEquals(amount("150"), snapshot.totals().get(metric("pv#power")));
    }

    @Test
    void aLostDeviceKeepsItsCountersAndLeavesTheTotals() {
        plant.merge(List.of(
                reading(A, "pv#power", 100, "energy#pv-today", 3, "energy#pv-total", 900, "battery#capacity", 10),
                reading(B, "pv#power", 50)));
        PlantSnapshot lost = plant.lose(Set.of(direct(A), direct(inverter("never seen"))));
        DeviceState state = lost.device(A).orElseThrow();
        assertFalse(state.connected());
        assertEquals(Set.of(metric("energy#pv-today"), metric("energy#pv-total")), state.samples().keySet());
        assertEquals(NOON, state.lastUpdate());
        assertTrue(lost.device(B).orElseThrow().connected());
        assertEquals(values("pv#power", 50, "energy#pv-today", 3, "energy#pv-total", 900), lost.totals(),
                "what was counted is counted");
        assertSame(lost, plant.lose(Set.of(direct(A))), "lost twice is no news");
        assertEquals(2, lost.version());
        PlantSnapshot back = plant.merge(List.of(reading(A, NOON.plusSeconds(60), "pv#power", 70)));
        assertTrue(back.device(A).orElseThrow().connected());
        assertEquals(amount("120"), back.totals().get(metric("pv#power")));
    }

    @Test
    void whatIsStaleIsForgottenExceptForCounters() {
        plant.merge(List.of(reading(A, "pv#power", 100, "energy#pv-total", 900), reading(B, "pv#power", 50)));
        PlantSnapshot before = plant.merge(List.of(reading(A, NOON.plusSeconds(60), "load#power", 7)));
        assertSame(before, plant.expire(Set.of(direct(A)), NOON), "not older than that");
        PlantSnapshot after = plant.expire(Set.of(direct(A)), NOON.plusSeconds(1));
        assertEquals(Set.of(metric("load#power"), metric("energy#pv-total")), samples(after, A).keySet());
        assertEquals(Set.of(metric("pv#power")), samples(after, B).keySet());
        assertEquals(amount("50"), plant.addUp().totals().get(metric("pv#power")));
        assertEquals(3, after.version());
        assertTrue(after.device(A).orElseThrow().connected());
        PlantSnapshot lost = plant.lose(Set.of(direct(A)));
        assertEquals(Set.of(metric("energy#pv-total")), samples(lost, A).keySet());
        assertSame(lost, plant.expire(Set.of(direct(A)), NOON.plusSeconds(1_000_000)),
                "a lost device keeps its counters");
    }

    @Test
    void whatIsWithdrawnIsKnownNoMoreButASettingIsShownAsUnset() {
        DeviceId id = Readings.inverter("A");
        plant.merge(List.of(Readings.reading(id, "battery#power", 500, "pv#string-1-power", 200, "pv#power", 200,
                "settings#min-state-of-charge", 10)));
        Reading after = Readings.reading(id, "pv#power", 300);
        Map<Metric, Value> values = new HashMap<>(after.values());
        for (String metric : List.of("battery#power", "pv#string-1-power", "settings#min-state-of-charge")) {
            values.put(Readings.metric(metric), new Value.Unset());
        }
        DeviceState state = plant.merge(List.of(after.with(values))).device(id).orElseThrow();
        assertEquals(Set.of(Readings.metric("pv#power"), Readings.metric("settings#min-state-of-charge")),
                state.samples().keySet(), "nor the parts of a power");
        assertEquals(new Value.Unset(),
                state.samples().get(Readings.metric("settings#min-state-of-charge")).value());
    }

    @Test
    void rejectedValuesAreCountedAndNotTaken() {
        Device device = new Device(A, null, Map.of());
        plant.merge(List.of(new Reading(device, NOON, Cadence.FULL, values("battery#state-of-charge", 80), 2)));
        PlantSnapshot after = plant.merge(List.of(new Reading(device, NOON.plusSeconds(15), Cadence.FAST,
                values("battery#state-of-charge", 0, "pv#power", 9), 3)));
        assertEquals(6, after.device(A).orElseThrow().rejected());
        assertEquals(new Sample(amount("80"), NOON), samples(after, A).get(metric("battery#state-of-charge")));
        assertEquals(amount("9"), samples(after, A).get(metric("pv#power")).value());
    }

    @Test
    void doubtsOfOneDeviceAreNotThoseOfAnother() {
        plant.merge(List.of(reading(A, "battery#state-of-charge", 80), reading(B, "battery#state-of-charge", 80)));
        for (int i = 1; i <= 2; i++) {
            Instant at = NOON.plusSeconds(15 * i);
            plant.merge(List.of(reading(A, at, "battery#state-of-charge", 0)));
        }
        PlantSnapshot after = plant.merge(List.of(reading(B, NOON.plusSeconds(60), "battery#state-of-charge", 0)));
        assertEquals(amount("80"), samples(after, B).get(metric("battery#state-of-charge")).value());
    }

    @Test
    void daysBeginWhereThePlantStands() {
        Instant evening = Instant.parse("2026-06-01T15:10:00Z");
        for (String zone : List.of("Asia/Tokyo", "Europe/Berlin")) {
            Plant here = new Plant(() -> ZoneId.of(zone), Optional.empty());
            here.merge(List.of(reading(A, evening.minusSeconds(60), "energy#pv-today", 30)));
            PlantSnapshot after = here.merge(List.of(reading(A, evening, "energy#pv-today", 0)));
            String expected = zone.startsWith("Asia") ? "0" : "30";
            assertEquals(amount(expected), samples(after, A).get(metric("energy#pv-today")).value(), zone);
        }
    }

    private static Contribution direct(DeviceId id) {
        return new Contribution(id, Source.DIRECT);
    }

    @Test
    void countersOfADayThatIsOverAreNotShownAsThoseOfToday() {
        Plant plant = new Plant(() -> ZoneId.of("Europe/Berlin"), Optional.empty());
        Instant evening = Instant.parse("2026-06-01T21:58:00Z");
        Set<Contribution> reports = Set.of(Contribution.of(reading(inverter("A"))));
        plant.merge(List.of(reading(inverter("A"), evening, "energy#pv-today", 12, "energy#pv-total", 1000)));
        plant.tick(Instant.parse("2026-06-01T21:59:59Z"));
        assertEquals(values("energy#pv-today", 12, "energy#pv-total", 1000), plant.snapshot().totals());
        PlantSnapshot after = plant.tick(Instant.parse("2026-06-01T22:00:00Z"));
        assertEquals(amount("0"), samples(after, A).get(metric("energy#pv-today")).value());
        assertEquals(values("energy#pv-today", 0, "energy#pv-total", 1000), after.totals());
        assertSame(after, plant.tick(Instant.parse("2026-06-01T22:00:01Z")));
        plant.lose(reports);
        PlantSnapshot next = plant.tick(Instant.parse("2026-06-02T22:00:00Z"));
        assertEquals(Set.of(metric("energy#pv-total")), samples(next, A).keySet(), "nobody knows");
        assertEquals(values("energy#pv-total", 1000), next.totals());
    }
}
