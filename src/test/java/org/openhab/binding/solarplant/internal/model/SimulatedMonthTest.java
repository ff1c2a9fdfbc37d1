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

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever comes, goes, sleeps, lies or jumps in time: no counter of a plant steps back, and no load is negative. */
@NonNullByDefault
class SimulatedMonthTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Duration STEP = Duration.ofMinutes(5);
    /** The day on which clocks change is among them. */
    private static final Instant BEGIN = Instant.parse("2026-03-10T09:00:00Z");
    private static final int STEPS = 30 * 24 * 12;
    /** So many readings until a device is believed whatever it says. */
    private static final int INSISTED = 3;
    private static final Metric LOAD = Metrics.of("load#power");

    private final Map<Metric, BigDecimal> highest = new HashMap<>();
    private LocalDate day = LocalDate.MIN;

    @Property(tries = 3)
    void aMonth(@ForAll long seed) {
        Random random = new Random(seed);
        Plant plant = new Plant(() -> ZONE, Optional.empty());
        List<InventedInverter> inverters = new ArrayList<>();
        Set<DeviceId> asleep = new HashSet<>();
        Duration wrong = Duration.ZERO;
        int doubtfulUntil = 0;
        highest.clear();
        day = LocalDate.MIN;
        for (int i = 0; i < STEPS; i++) {
            Instant time = BEGIN.plus(STEP.multipliedBy(i));
            if (inverters.size() < 5 && random.nextInt(300) == 0 || i == 0) {
                inverters.add(new InventedInverter("S" + inverters.size(), random, ZONE));
            }
            wrong = clock(wrong, random);
            Instant now = time.plus(wrong);
            // by a wrong clock all counters of a day fall at a time at which they cannot
            doubtfulUntil = wrong.isZero() ? doubtfulUntil : i + INSISTED;
            check(plant.tick(now), now);
            for (InventedInverter inverter : inverters) {
                inverter.live(time, STEP);
                if (random.nextInt(400) == 0) {
                    inverter.loseCounters();
                    // so much that is impossible at once is insisted on before it is believed
                    doubtfulUntil = i + INSISTED;
                }
                if (asleep.contains(inverter.id()) ? random.nextInt(60) > 0 : random.nextInt(150) == 0) {
                    asleep.add(inverter.id());
                    check(plant.lose(Set.of(new Contribution(inverter.id(), Source.DIRECT))), now);
                } else {
                    // what comes back may have lost its counters meanwhile
                    doubtfulUntil = asleep.remove(inverter.id()) ? i + INSISTED : doubtfulUntil;
                    boolean lies = random.nextInt(40) == 0;
                    doubtfulUntil = lies ? Math.max(doubtfulUntil, i + INSISTED) : doubtfulUntil;
                    check(plant.merge(List.of(lies ? inverter.lie(now) : inverter.reading(now))), now);
                }
            }
            if (random.nextInt(1000) == 0) {
                plant = restarted(plant);
            }
            if (asleep.isEmpty() && i >= doubtfulUntil) {
                closes(plant, inverters);
            }
        }
    }

    /** Once in a while the computer's clock is two hours ahead or behind, for a while. */
    private static Duration clock(Duration wrong, Random random) {
        if (wrong.isZero()) {
            return random.nextInt(1500) == 0 ? Duration.ofHours(random.nextBoolean() ? 2 : -2) : wrong;
        }
        return random.nextInt(30) == 0 ? Duration.ZERO : wrong;
    }

    private static Plant restarted(Plant before) {
        Map<DeviceId, String> kept = before.counted();
        Plant after = new Plant(() -> ZONE, Optional.empty());
        kept.forEach(after::restore);
        assertTrue(kept.keySet().containsAll(before.snapshot().devices().keySet()));
        return after;
    }

    private void check(PlantSnapshot snapshot, Instant now) {
        LocalDate today = now.atZone(ZONE).toLocalDate();
        if (!today.equals(day)) {
            day = today;
            highest.keySet().removeIf(Metric::isDailyCounter);
        }
        snapshot.totals().forEach((metric, value) -> {
            if (value instanceof Value.Amount(BigDecimal number)) {
                if (DeviceState.isCounter(metric)) {
                    BigDecimal before = highest.merge(metric, number, BigDecimal::max);
                    assertEquals(before, number, () -> metric.id() + " steps back at " + now);
                }
                if (metric.id().startsWith("load#") || metric.id().startsWith("energy#")) {
                    assertTrue(number.signum() >= 0, () -> metric.id() + " is " + number);
                }
            }
        });
    }

    private static void closes(Plant plant, List<InventedInverter> inverters) {
        double load = inverters.stream().mapToDouble(inverter -> inverter.power("load")).sum();
        if (plant.addUp().totals().get(LOAD) instanceof Value.Amount(BigDecimal told)) {
            assertEquals(load, told.doubleValue(), load / 100 + inverters.size() * 2, "the balance closes");
        }
    }
}
