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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plant's energies never step back: what was counted stays, whatever becomes of the device. */
@NonNullByDefault
class PlantCountersTest {

    private static final DeviceId A = inverter("A");
    private static final DeviceId B = inverter("B");
    private static final Instant MIDNIGHT = Instant.parse("2026-06-02T00:00:00Z");

    private Plant plant = empty();

    private static Plant empty() {
        return new Plant(() -> ZoneOffset.UTC, Optional.empty());
    }

    private @Nullable Value total(String id) {
        return plant.addUp().totals().get(metric(id));
    }

    private void tells(DeviceId id, Instant at, Object... values) {
        plant.merge(
                List.of(new Reading(new Device(id, null, Map.of()).rated(5000), at, Cadence.FULL, values(values), 0)));
    }

    private void twoInverters() {
        tells(A, NOON, "energy#pv-today", "10.6", "energy#pv-total", "46541.5", "energy#import-today", 1,
                "energy#export-today", "4.6", "energy#load-today", 7, "grid#power", 50);
        tells(B, NOON, "energy#pv-today", "2.5", "energy#pv-total", "11807.2", "pv#power", 300);
    }

    @Test
    void whatASleepingInverterHasCountedStays() {
        twoInverters();
        Map<Metric, Value> before = plant.addUp().totals();
        plant.lose(Set.of(new Contribution(B, Source.DIRECT)));
        assertNull(total("pv#power"));
        Map<Metric, Value> after = plant.addUp().totals();
        before.forEach((metric, value) -> {
            if (!metric.quantity().equals(Quantity.POWER)) {
                assertEquals(value, after.get(metric), metric.id());
            }
        });
        assertEquals(amount("13.1"), total("energy#pv-today"));
        assertEquals(amount("58348.7"), total("energy#pv-total"));
        assertNotNull(total("ratio#self-consumption"));
    }

    @Test
    void atMidnightASleepingInverterLeavesTheDayAndStaysInTheTotal() {
        twoInverters();
        plant.lose(Set.of(new Contribution(B, Source.DIRECT)));
        plant.tick(MIDNIGHT);
        assertEquals(amount("0"), total("energy#pv-today"));
        assertEquals(amount("58348.7"), total("energy#pv-total"));
        tells(B, MIDNIGHT.plusSeconds(30_000), "energy#pv-today", "0.4", "energy#pv-total", "11807.6");
        assertEquals(amount("0.4"), total("energy#pv-today"));
        assertEquals(amount("58349.1"), total("energy#pv-total"));
    }

    @Test
    void anInverterThatIsRemovedTakesItsTotalAlong() {
        twoInverters();
        plant.lose(Set.of(new Contribution(B, Source.DIRECT)));
        plant.remove(Set.of(B, inverter("never seen")));
        assertEquals(amount("46541.5"), total("energy#pv-total"));
        assertEquals(amount("13.1"), total("energy#pv-today"), "what it counted today was counted");
        plant.tick(MIDNIGHT);
        assertEquals(amount("0"), total("energy#pv-today"));
    }

    @Test
    void aCounterThatBeginsAnewAddsOnlyWhatItGains() {
        twoInverters();
        for (int i = 1; i <= 3; i++) {
            tells(B, NOON.plusSeconds(60 * i), "energy#pv-total", "0.1");
        }
        assertEquals(amount("0.1"),
                plant.snapshot().device(B).orElseThrow().samples().get(metric("energy#pv-total")).value());
        assertEquals(amount("58348.7"), total("energy#pv-total"));
        tells(B, NOON.plusSeconds(300), "energy#pv-total", "0.2");
        assertEquals(amount("58348.8"), total("energy#pv-total"));
    }

    @Test
    void aCounterThatJumpsHasBroughtNothing() {
        twoInverters();
        for (int i = 1; i <= 3; i++) {
            tells(B, NOON.plusSeconds(60 * i), "energy#pv-total", "99999");
        }
        assertEquals(amount("58348.7"), total("energy#pv-total"));
    }

    @Test
    void anInverterThatJoinsAddsItselfOnce() {
        tells(A, NOON, "energy#pv-total", 100);
        tells(B, NOON.plusSeconds(5), "energy#pv-total", 50);
        assertEquals(amount("150"), total("energy#pv-total"));
        tells(B, NOON.plusSeconds(10), "energy#pv-total", 50);
        assertEquals(amount("150"), total("energy#pv-total"));
    }

    /** What was kept is there again, and all devices are silent at first. */
    private void restart() {
        Map<DeviceId, String> kept = plant.counted();
        plant = empty();
        kept.forEach(plant::restore);
    }

    @Test
    void aRestartForgetsNothing() {
        twoInverters();
        for (int i = 1; i <= 3; i++) {
            tells(B, NOON.plusSeconds(60 * i), "energy#pv-total", "0.1");
        }
        restart();
        tells(A, NOON.plusSeconds(600), "energy#pv-today", "10.7", "energy#pv-total", "46541.6");
        assertEquals(amount("13.2"), total("energy#pv-today"));
        assertEquals(amount("58348.8"), total("energy#pv-total"));
        restart();
        tells(B, NOON.plusSeconds(900), "energy#pv-today", "2.6", "energy#pv-total", "0.2");
        assertEquals(amount("13.3"), total("energy#pv-today"));
        assertEquals(amount("58348.9"), total("energy#pv-total"));
        plant.tick(MIDNIGHT);
        restart();
        tells(A, MIDNIGHT.plusSeconds(1200), "energy#pv-total", "46541.6");
        assertEquals(amount("0"), total("energy#pv-today"));
        assertEquals(amount("58348.9"), total("energy#pv-total"));
    }

    @Test
    void aRestartAfterMidnightKnowsYesterdaysNumber() {
        tells(A, MIDNIGHT.minusSeconds(120), "energy#pv-today", 13);
        restart();
        tells(A, MIDNIGHT.plusSeconds(1800), "energy#pv-today", "13.1");
        assertEquals(amount("0.1"), total("energy#pv-today"), "its clock is late");
    }

    @Test
    void whatADeviceTellsItselfIsNotRestored() {
        tells(A, NOON, "energy#pv-total", 200);
        plant.restore(A, "sum energy#pv-total 900 2026-06-01T09:00:00Z 0");
        assertEquals(amount("200"), total("energy#pv-total"));
    }

    @Test
    void ofADamagedMemoryIsTakenWhatMakesSense() {
        plant.restore(A, """
                sum energy#pv-total 100 2026-06-01T09:00:00Z 5
                sum energy#no-such-thing 100 2026-06-01T09:00:00Z 5
                sum pv#power 100 2026-06-01T09:00:00Z 5
                sum energy#import-total many 2026-06-01T09:00:00Z 5
                sum energy#export-total 5 yesterday 5
                sum
                day NOBODY energy#pv-today 2026-06-01 5 2026-06-01T09:00:00Z 0 true
                flow nothing

                nonsense""");
        tells(B, NOON, "energy#pv-total", 50);
        assertEquals(values("energy#pv-total", 155), plant.addUp().totals());
    }

    @Test
    void anInverterThatIsRemovedDoesNotComeBackAtMidnight() {
        twoInverters();
        plant.remove(Set.of(B));
        plant.lose(Set.of(new Contribution(B, Source.DIRECT)));
        assertEquals(Optional.empty(), plant.snapshot().device(B));
        assertEquals(Set.of(A), plant.counted().keySet());
        plant.tick(MIDNIGHT);
        assertEquals(amount("46541.5"), total("energy#pv-total"));
    }

    @Test
    void aGatewayThatIsRemovedLeavesTheGridToTheInverters() {
        DeviceId gateway = new DeviceId(DeviceKind.GATEWAY, "G");
        tells(A, NOON, "grid#power", 100, "pv#power", 5);
        tells(gateway, NOON, "gateway#grid-power", 500, "gateway#import-today", 3);
        plant.remove(Set.of(gateway));
        assertEquals(amount("500"), total("grid#power"), "it still answers");
        plant.lose(Set.of(new Contribution(gateway, Source.DIRECT)));
        assertEquals(amount("100"), total("grid#power"));
    }

    @Test
    void whatWasCountedYesterdayIsNotRestoredToday() {
        tells(A, NOON, "energy#pv-today", 13, "energy#load-today", 9, "energy#import-today", 1, "energy#export-today",
                5,
                "energy#pv-total", 100);
        Map<DeviceId, String> kept = plant.counted();
        plant = empty();
        plant.tick(MIDNIGHT.plusSeconds(300));
        kept.forEach(plant::restore);
        tells(B, MIDNIGHT.plusSeconds(310), "energy#pv-today", 0);
        assertEquals(amount("0"), total("energy#pv-today"));
        assertEquals(amount("100"), total("energy#pv-total"));
        tells(A, MIDNIGHT.plusSeconds(320), "energy#load-today", "0.1", "energy#import-today", "0.1",
                "energy#export-today", 0);
        assertEquals(amount("0.1"), total("energy#load-today"));
    }

    /** Some count in whole kWh, and clouds renew their counters every few minutes. */
    @ParameterizedTest
    @CsvSource({"30, 40, 1.0", "30, 30, 1.2", "60, 5, 0.4", "1, 1200, 1.0"})
    void whatIsCountedInStepsIsCountedInTheSumsToo(int interval, int every, BigDecimal step) {
        int steps = 8;
        for (int i = 0; i <= steps * every + 3; i++) {
            BigDecimal told = step.multiply(BigDecimal.valueOf(100 + i / every));
            tells(A, NOON.plusSeconds((long) interval * i), "energy#charge-total", told);
        }
        assertEquals(new Value.Amount(step.multiply(BigDecimal.valueOf(100 + steps))), total("energy#charge-total"));
    }

    @Test
    void whatLiesBehindASilentGatewayIsNotCountedTwice() {
        DeviceId gateway = new DeviceId(DeviceKind.GATEWAY, "G");
        Reading rollUp = reading(A, NOON, "energy#charge-today", 5, "output#power", 5).from(Source.ROLL_UP);
        plant.merge(List.of(
                reading(gateway, NOON, "gateway#charge-today", 5, "gateway#load-today", 9, "gateway#grid-power", 5),
                rollUp));
        tells(A, NOON, "energy#charge-today", 5, "energy#discharge-today", 1, "energy#pv-today", 6, "pv#power", 6);
        plant.lose(Set.of(new Contribution(gateway, Source.DIRECT), Contribution.of(rollUp)));
        assertEquals(amount("5"), total("energy#charge-today"));
        assertEquals(amount("9"), total("energy#load-today"));
    }

    @Test
    void aLoadThatWasMadeOfTooLittleGoesOn() {
        tells(A, NOON, "energy#pv-total", 20000, "energy#import-total", 100, "energy#export-total", 100);
        assertEquals(amount("20000"), total("energy#load-total"));
        tells(A, NOON.plusSeconds(60), "energy#charge-total", 5000, "energy#discharge-total", 4000, "battery#power", 4);
        assertEquals(amount("20000"), total("energy#load-total"));
        tells(A, NOON.plusSeconds(120), "energy#pv-total", "20000.2");
        assertEquals(amount("20000.2"), total("energy#load-total"));
        restart();
        tells(A, NOON.plusSeconds(180), "energy#pv-total", "20000.2");
        tells(A, NOON.plusSeconds(240), "energy#pv-total", "20000.4");
        assertEquals(amount("20000.4"), total("energy#load-total"));
    }
}
