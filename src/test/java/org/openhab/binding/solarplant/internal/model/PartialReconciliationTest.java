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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A plant that makes anew only what a poll has changed knows the same as one that makes all anew each time. */
@NonNullByDefault
class PartialReconciliationTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** Two hours before midnight. */
    private static final Instant BEGIN = Instant.parse("2026-06-01T20:00:00Z");
    private static final List<DeviceId> INVERTERS = List.of(inverter("A"), inverter("B"), inverter("C"));
    private static final int STEPS = 150;
    private static final int LONGEST_STEP = 200_000;

    @Property(tries = 60)
    void bothKnowTheSame(@ForAll long seed) {
        Plant partly = new Plant(() -> ZONE, Optional.empty());
        Plant wholly = new Plant(() -> ZONE, Optional.empty());
        Random random = new Random(seed);
        Instant now = BEGIN;
        for (int i = 0; i < STEPS; i++) {
            now = now.plusMillis(random.nextInt(LONGEST_STEP));
            long step = random.nextLong();
            step(partly, new Random(step), now);
            step(wholly, new Random(step), now);
            assertEquals(wholly.renew().devices(), partly.snapshot().devices());
            partly.tick(now);
            wholly.tick(now);
            assertEquals(wholly.renew().devices(), partly.snapshot().devices());
            assertEquals(wholly.snapshot().totals(), partly.snapshot().totals());
        }
        assertEquals(INVERTERS.size() * 2, partly.snapshot().devices().size());
    }

    private static void step(Plant plant, Random random, Instant now) {
        DeviceId inverter = INVERTERS.get(random.nextInt(INVERTERS.size()));
        DeviceId battery = inverter.part(DeviceKind.BATTERY, 1);
        Source source = Source.values()[random.nextInt(Source.values().length)];
        switch (random.nextInt(8)) {
            case 0 -> plant.lose(Set.of(new Contribution(inverter, source), new Contribution(battery, source)));
            case 1 -> plant.expire(Set.of(new Contribution(inverter, source)), now.minusSeconds(300));
            case 2, 3 -> plant.merge(List.of(new Reading(new Device(battery, inverter, Map.of()), source, now,
                    Cadence.FULL, values("battery#max-charge-power", 1000 + random.nextInt(5) * 100,
                            "battery#state-of-charge", 50 + random.nextInt(3)),
                    0)));
            default -> plant.merge(List.of(new Reading(new Device(inverter, null, Map.of()), source, now, Cadence.FULL,
                    values("pv#power", random.nextInt(5000), "battery#power", random.nextInt(4000) - 2000,
                            "battery#state-of-charge", 50 + random.nextInt(3), "battery#capacity", 10,
                            "output#power", random.nextInt(5000), "grid#power", random.nextInt(4000) - 2000,
                            "energy#pv-today", random.nextInt(3), "energy#pv-total", 900 + random.nextInt(3)),
                    0)));
        }
    }

    @Test
    void aSnapshotStaysWhatItWas() {
        Plant plant = new Plant(() -> ZONE, Optional.empty());
        PlantSnapshot one = plant.merge(List.of(reading(INVERTERS.get(0), "pv#power", 1)));
        PlantSnapshot two = plant.merge(List.of(reading(INVERTERS.get(1), "pv#power", 2)));
        PlantSnapshot three = plant.merge(List.of(reading(INVERTERS.get(0), NOON.plusSeconds(9), "pv#power", 3)));
        assertEquals(Set.of(INVERTERS.get(0)), one.devices().keySet());
        assertEquals(1, one.devices().size());
        assertEquals(List.of("1", "2"), powers(two));
        assertEquals(List.of("3", "2"), powers(three));
        assertSame(two.devices().get(INVERTERS.get(1)), three.devices().get(INVERTERS.get(1)));
    }

    private static List<String> powers(PlantSnapshot snapshot) {
        return snapshot.devices().entrySet().stream().map(entry -> {
            assertSame(entry.getValue(), snapshot.devices().get(entry.getKey()));
            assertTrue(snapshot.devices().containsKey(entry.getKey()));
            return entry.getValue().number(metric("pv#power")).orElseThrow().toPlainString();
        }).toList();
    }

    @Test
    void totalsWithinASecondComeWithTheTick() {
        Plant plant = new Plant(() -> ZONE, Optional.empty());
        plant.tick(NOON.minusSeconds(1));
        assertEquals(amount("1"), power(plant.merge(List.of(reading(INVERTERS.get(0), NOON, "pv#power", 1)))),
                "the first are there at once");
        PlantSnapshot second = plant.merge(List.of(reading(INVERTERS.get(1), NOON.plusMillis(400), "pv#power", 2)));
        assertEquals(amount("1"), power(second));
        PlantSnapshot ticked = plant.tick(NOON.plusMillis(500));
        assertEquals(amount("3"), power(ticked));
        assertSame(second.devices(), ticked.devices());
        assertSame(ticked, plant.tick(NOON.plusMillis(1500)), "nothing has changed");
        assertEquals(amount("6"), power(plant.merge(List.of(reading(INVERTERS.get(1), NOON.plusMillis(1500), "pv#power",
                5)))), "a second has passed");
        assertEquals(amount("5"), power(plant.lose(Set.of(new Contribution(INVERTERS.get(0), Source.DIRECT)))));
    }

    private static Value power(PlantSnapshot snapshot) {
        return Objects.requireNonNull(snapshot.totals().get(metric("pv#power")));
    }

    @Test
    void aReadingAfterMidnightBeginsTheDayForAll() {
        Plant plant = new Plant(() -> ZONE, Optional.empty());
        Instant midnight = Instant.parse("2026-06-01T22:00:00Z");
        plant.merge(List.of(reading(INVERTERS.get(0), BEGIN, "energy#pv-today", 7)));
        PlantSnapshot after = plant
                .merge(List.of(reading(INVERTERS.get(1), midnight.plusMillis(1), "energy#pv-total", 7)));
        assertEquals(amount("0"), after.device(INVERTERS.get(0)).orElseThrow().samples()
                .get(metric("energy#pv-today")).value());
    }
}
