/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.Site;

/** How the demo ends. */
@NonNullByDefault
@Timeout(20)
class ShowTest {
    private static final PlantView SICK = new SamplePlant(new DayCurve(Site.home(ZoneOffset.UTC)), Clock.systemUTC());

    @Test
    void endsWithSuccessOnlyIfEveryThingIsOnline() {
        Optional<Duration> soon = Optional.of(Duration.ofMillis(1));
        assertEquals(1, new Show(SICK, view -> {}).run(new Lifetime(), soon), "one thing is offline");
        assertEquals(1, new Show(new FixedPlant(), view -> {}).run(new Lifetime(), soon), "no thing at all");
        ThingView well = new ThingView("a:b:c", "C", "b", "ONLINE", "NONE", "", Map.of(), List.of());
        assertEquals(0, new Show(new FixedPlant(well), view -> {}).run(new Lifetime(), soon));
    }

    @Test
    void anInterruptWaitsUntilAllIsClosed() {
        Lifetime lifetime = new Lifetime();
        assertFalse(lifetime.endsWithin(Duration.ofMillis(1)));
        CompletableFuture<Integer> code = CompletableFuture
                .supplyAsync(() -> new Show(SICK, view -> {}).run(lifetime, Optional.empty()))
                .whenComplete((result, error) -> lifetime.closed());
        lifetime.end();
        assertEquals(0, code.join());
    }
}
