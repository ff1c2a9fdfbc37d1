/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.polling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.model.Failure;

/** Targets that share more than a wire: the account behind it, and the list of what hangs on it. */
@NonNullByDefault
class SharedWireTest {

    private static final double HOUR = 3600;

    @Test
    void rejectedCredentialsStopAllOfTheWireAtOnceAndNobodyElse() {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 15));
        List<FakeTarget> cloud = List.of(world.join("one", "cloud"), world.join("two", "cloud"),
                world.join("three", "cloud"));
        FakeTarget roof = world.join("roof", "lan");
        world.run(60);
        cloud.get(1).answer = FakeTarget.failing(Failure.Kind.CREDENTIALS);
        world.run(60);
        for (FakeTarget system : cloud) {
            assertEquals(Failure.Kind.CREDENTIALS, world.lastFailure(system).kind());
            assertFalse(world.stats(system).connected());
            assertEquals(1, world.failures.get(system).size(), "told once");
        }
        assertTrue(world.stats(roof).connected());
        world.forget();
        world.run(3500);
        cloud.forEach(system -> assertEquals(List.of(), system.asked));
        assertEquals(58, roof.full.size());
    }

    @Test
    void anHourLaterOneOfThemIsAskedAndItsSuccessFreesAll() {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 15));
        List<FakeTarget> cloud = List.of(world.join("one", "cloud"), world.join("two", "cloud"),
                world.join("three", "cloud"));
        cloud.forEach(system -> system.answer = FakeTarget.failing(Failure.Kind.CREDENTIALS));
        world.run(60);
        world.forget();
        world.run(HOUR);
        assertEquals(1, cloud.stream().mapToInt(system -> system.asked.size()).sum(), "for all of them");
        cloud.forEach(system -> system.answer = FakeTarget.FINE);
        world.run(HOUR + 70);
        cloud.forEach(system -> assertTrue(world.stats(system).connected(), system.toString()));
    }

    @Test
    void aPollThatSomebodyWantsIsTriedThough() {
        PollWorld world = new PollWorld(PollWorld.normal(60));
        FakeTarget one = world.join("one", "cloud");
        FakeTarget two = world.join("two", "cloud");
        one.answer = FakeTarget.failing(Failure.Kind.CREDENTIALS);
        world.run(120);
        one.answer = FakeTarget.FINE;
        world.coordinator.poll(one);
        assertEquals(1, one.tries);
        world.run(70);
        assertTrue(world.stats(one).connected());
        assertTrue(world.stats(two).connected());
    }

    @Test
    void whoWaitsInLineWhenTheWireStopsIsNotPolled() {
        PollWorld world = new PollWorld(PollWorld.normal(60));
        FakeTarget first = world.target("first", "cloud");
        first.holds = true;
        first.answer = FakeTarget.failing(Failure.Kind.CREDENTIALS);
        world.coordinator.add(first);
        FakeTarget second = world.join("second", "cloud");
        first.release();
        world.run(HOUR);
        assertEquals(List.of(), second.asked);
        assertEquals(0, world.stats(second).polls());
        assertEquals(Optional.of(Failure.Kind.CREDENTIALS), world.stats(second).lastFailure().map(Failure::kind));
    }

    @Test
    void whoJoinsAfterwardsIsAskedSinceTheCredentialsMayBeOthers() {
        PollWorld world = new PollWorld(PollWorld.normal(60));
        FakeTarget before = world.join("before", "cloud");
        before.answer = FakeTarget.failing(Failure.Kind.CREDENTIALS);
        world.run(120);
        FakeTarget after = world.join("after", "cloud");
        assertEquals(1, after.full.size());
        assertTrue(world.stats(after).connected());
    }

    @Test
    void aTargetWithNothingForFastTicksCostsTheOthersNone() {
        PollWorld world = new PollWorld(PollWorld.alternating(3600, 10));
        FakeTarget list = world.target("list", "cloud");
        list.slowOnly = true;
        list.fullInterval = Optional.of(Duration.ofMinutes(15));
        world.coordinator.add(list);
        FakeTarget one = world.join("one", "cloud");
        FakeTarget two = world.join("two", "cloud");
        world.run(HOUR);
        assertEquals(List.of(), list.fast);
        assertEquals(4, list.full.size(), 1);
        assertEquals(360, one.fast.size() + two.fast.size(), 4);
        assertEquals(one.fast.size(), two.fast.size(), 2);
    }
}
