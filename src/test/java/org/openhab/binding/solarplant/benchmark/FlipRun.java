/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Driver;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Plant;
import org.openhab.binding.solarplant.internal.model.PollException;

/** One inverter in a plant of its own, asked every 5 to 15 s of a virtual clock over a wire that lies. */
@NonNullByDefault
final class FlipRun {

    private static final int LEAST_SECONDS = 5;
    private static final int MOST_SECONDS = 15;

    private final FlippedBits wire;
    private final Driver driver;
    private final Random random;
    private final Plant plant = new Plant(() -> ZoneOffset.UTC, Optional.empty());
    private Instant now = FrozenInverter.MORNING;
    private int refused;

    FlipRun(FrozenInverter vendor, int number) {
        random = new Random(31L * vendor.ordinal() + number);
        wire = vendor.wire(number, random);
        driver = vendor.driver(wire, () -> now);
    }

    /** Asks until so many answers were wrong. */
    FlipCounts until(int corrupt) throws PollException, InterruptedException {
        // who answers and what is true is known before anything is wrong
        for (int i = 0; i < 2; i++) {
            pass();
            plant.merge(driver.poll(Cadence.WHOLE));
        }
        FlipCounts counts = new FlipCounts(plant.snapshot().devices().values().stream()
                .filter(state -> state.device().id().kind() == DeviceKind.INVERTER)
                .flatMap(state -> state.device().ratedPower().stream()).findFirst().orElseThrow(), plant.snapshot(),
                driver.settings());
        wire.lie();
        while (wire.corrupt() < corrupt) {
            Duration time = pass();
            try {
                plant.merge(driver.poll(Cadence.FULL));
            } catch (PollException e) {
                refused++;
            }
            plant.tick(now);
            counts.take(plant.snapshot(), time);
        }
        driver.close();
        return counts;
    }

    /** How many answers were wrong. */
    int corrupt() {
        return wire.corrupt();
    }

    /** How many polls were thrown away as a whole. */
    int refused() {
        return refused;
    }

    private Duration pass() {
        Duration time = Duration.ofSeconds(random.nextInt(LEAST_SECONDS, MOST_SECONDS + 1));
        now = now.plus(time);
        return time;
    }
}
