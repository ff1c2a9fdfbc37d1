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

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.model.Cadence;

/** Polls that somebody waits for. */
@NonNullByDefault
class WishesTest {

    private final PollWorld world = new PollWorld(PollWorld.normal(3600));

    @Test
    void aWishIsPolledAtOnceAndToldOf() {
        FakeTarget roof = world.join("roof", "wire");
        long before = world.stats(roof).polls();
        CompletableFuture<PollStats> wish = world.coordinator.poll(roof);
        assertTrue(wish.isDone());
        assertEquals(before + 1, wish.join().polls());
        assertEquals(world.stats(roof), wish.join());
    }

    @Test
    void whoIsBackedOffIsPolledAllTheSame() {
        FakeTarget roof = world.join("roof", "wire");
        roof.dead();
        for (int failed = 1; failed <= 12; failed++) {
            assertEquals(failed, world.coordinator.poll(roof).join().failures());
        }
    }

    @Test
    void aWishWaitsForWhoeverIsOnTheWireAndOthersJoinIt() {
        FakeTarget roof = world.join("roof", "wire");
        FakeTarget barn = world.join("barn", "wire");
        world.forget();
        roof.holds = true;
        CompletableFuture<PollStats> held = world.coordinator.poll(roof);
        CompletableFuture<PollStats> wish = world.coordinator.poll(barn);
        assertSame(wish, world.coordinator.poll(barn));
        assertFalse(held.isDone() || wish.isDone());
        roof.release();
        assertTrue(held.isDone());
        assertTrue(wish.isDone());
        assertEquals(1, barn.full.size());
    }

    @Test
    void aWishAsksForTheSettingsToo() {
        FakeTarget roof = world.join("roof", "wire");
        assertEquals(Optional.of(Cadence.FULL), world.stats(roof).lastCadence());
        assertEquals(Optional.of(Cadence.WHOLE), world.coordinator.poll(roof).join().lastCadence());
        assertEquals(Optional.of(world.now()), world.stats(roof).lastFull());
    }

    @Test
    void aFullPollThatFallsDueWhileAWishIsGrantedIsServedByIt() {
        PollWorld busy = new PollWorld(PollWorld.normal(60));
        FakeTarget roof = busy.join("roof", "wire");
        busy.run(55);
        busy.forget();
        roof.holds = true;
        busy.coordinator.poll(roof);
        busy.run(10);
        roof.release();
        busy.run(10);
        assertEquals(1, roof.full.size());
    }

    @Test
    void whoLeavesGrantsNoWishes() {
        FakeTarget roof = world.join("roof", "wire");
        FakeTarget barn = world.join("barn", "wire");
        roof.holds = true;
        CompletableFuture<PollStats> flying = world.coordinator.poll(roof);
        CompletableFuture<PollStats> waiting = world.coordinator.poll(barn);
        world.coordinator.remove(barn);
        assertTrue(waiting.isCancelled());
        world.coordinator.remove(roof);
        // at once: the workers may end with the plant, before the poll does
        assertTrue(flying.isCancelled());
        roof.release();
        assertTrue(world.coordinator.poll(barn).isCompletedExceptionally());
    }
}
