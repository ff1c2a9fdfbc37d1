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

import static org.junit.jupiter.api.Assertions.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Failure;

/** What is told of how polls went. */
@NonNullByDefault
class PollStatsTest {

    @Test
    void beforeTheFirstPollNothingIsKnown() {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 15));
        FakeTarget roof = world.target("roof", "a");
        roof.holds = true;
        world.coordinator.add(roof);
        assertEquals(new PollStats(PollMode.ALTERNATING, Optional.empty(), 0, Optional.empty(), Optional.empty(), 0,
                Duration.ZERO, Optional.empty(), false), world.stats(roof));
        roof.release();
    }

    @Test
    void successesAndFailuresAreCounted() {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 15));
        FakeTarget roof = world.target("roof", "a");
        roof.holds = true;
        world.coordinator.add(roof);
        world.run(2);
        roof.release();
        Instant full = PollWorld.MORNING.plusSeconds(2);
        assertEquals(new PollStats(PollMode.ALTERNATING, Optional.of(Cadence.FULL), 1, Optional.of(full),
                Optional.of(full), 0, Duration.ofSeconds(2), Optional.empty(), true), world.stats(roof));
        world.run(14);
        Instant fast = PollWorld.MORNING.plusSeconds(15);
        assertEquals(new PollStats(PollMode.ALTERNATING, Optional.of(Cadence.FAST), 2, Optional.of(full),
                Optional.of(fast), 0, Duration.ZERO, Optional.empty(), true), world.stats(roof));
        roof.dead();
        world.run(30);
        PollStats failed = new PollStats(PollMode.ALTERNATING, Optional.of(Cadence.FAST), 4, Optional.of(full),
                Optional.of(fast), 2, Duration.ZERO, Optional.of(new Failure(Failure.Kind.TIMEOUT)), true);
        assertEquals(failed, world.stats(roof));
        assertEquals(failed, world.failures.get(roof).getLast());
        roof.answer = FakeTarget.FINE;
        world.run(15);
        assertEquals(Optional.of(PollWorld.MORNING.plusSeconds(60)), world.stats(roof).lastFull());
        assertEquals(Optional.empty(), world.stats(roof).lastFailure());
        assertEquals(0, world.stats(roof).failures());
    }

    @Test
    void theFifthFailureInARowDisconnects() {
        PollWorld world = new PollWorld(PollWorld.alternating(3600, 10));
        FakeTarget roof = world.join("roof", "a");
        roof.dead();
        world.run(3600);
        List<Boolean> connected = world.failures.get(roof).stream().map(PollStats::connected).toList();
        assertEquals(List.of(true, true, true, true, false, false), connected.subList(0, 6));
        roof.answer = FakeTarget.FINE;
        world.run(60);
        assertTrue(world.stats(roof).connected(), "the first success connects it again");
    }

    @ParameterizedTest
    @EnumSource(Failure.Kind.class)
    void whatIsCertainDisconnectsAtOnce(Failure.Kind kind) {
        PollStats connected = PollStats.none(PollMode.NORMAL).succeeded(PollMode.NORMAL, Cadence.FULL, Duration.ZERO,
                Instant.EPOCH);
        PollStats failed = connected.failed(PollMode.NORMAL, Cadence.FULL, Duration.ZERO, new Failure(kind));
        assertEquals(!kind.needsUser() && kind != Failure.Kind.SYSTEM_OFFLINE, failed.connected());
        boolean forTheUser = List.of(Failure.Kind.CREDENTIALS, Failure.Kind.ADDRESS_BLOCKED,
                Failure.Kind.NOT_BOUND, Failure.Kind.WRONG_DEVICE, Failure.Kind.WRONG_KIND,
                Failure.Kind.UNKNOWN_CODE, Failure.Kind.UNKNOWN_MODEL,
                Failure.Kind.UNKNOWN_PROFILE, Failure.Kind.NO_PROFILE, Failure.Kind.WRONG_FAMILY,
                Failure.Kind.NO_IDENTITY, Failure.Kind.BAD_PROFILE).contains(kind);
        assertEquals(forTheUser, kind.needsUser());
    }

    @Test
    void whoNeverAnsweredIsNotConnectedByFailing() {
        PollStats failed = PollStats.none(PollMode.NORMAL).failed(PollMode.NORMAL, Cadence.FULL, Duration.ZERO,
                new Failure(Failure.Kind.TIMEOUT));
        assertFalse(failed.connected());
    }

    @Test
    void modesHaveTheNamesOfTheConfiguration() {
        assertEquals("normal", PollMode.NORMAL.id());
        assertEquals("alternating", PollMode.ALTERNATING.id());
    }

    @Test
    void statisticsAreASnapshot() {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 15));
        FakeTarget roof = world.join("roof", "a");
        var before = world.coordinator.stats();
        world.run(30);
        assertEquals(1, before.get(roof).polls());
        assertEquals(3, world.stats(roof).polls());
    }
}
