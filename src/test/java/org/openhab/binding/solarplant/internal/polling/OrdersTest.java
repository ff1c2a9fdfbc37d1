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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;

/** Orders on the wires that are polled: they go first, overlap with nothing, keep their pace, and always come to an end. */
@NonNullByDefault
class OrdersTest {

    static final Order ORDER = new Order.Release(new DeviceId(DeviceKind.INVERTER, "A"));
    private static final Outcome GONE = new Outcome.Refused(new Refusal(Refusal.Kind.NOT_CONNECTED));

    private final PollWorld world = new PollWorld(PollWorld.normal(60));

    private CompletableFuture<Outcome> order(FakeTarget target) {
        return world.coordinator.submit(target, ORDER, () -> {});
    }

    @Test
    void anOrderForAnIdleWireIsCarriedOutAtOnce() {
        FakeTarget target = world.join("target", "a");
        assertEquals(new Outcome.Unchanged(), order(target).getNow(GONE));
        assertEquals(List.of(0.0), target.ordered);
    }

    @Test
    void itGoesBeforeThePollsThatWaitAndOverlapsWithNone() {
        FakeTarget first = world.join("first", "a");
        FakeTarget second = world.join("second", "a");
        FakeTarget third = world.join("third", "a");
        world.run(55);
        world.forget();
        first.holds = true;
        world.run(65);
        assertTrue(first.isFlying());
        assertEquals(List.of(), second.asked, "waits for the wire");
        third.outcome = () -> {
            assertEquals(List.of(), second.asked);
            return new Outcome.Unchanged();
        };
        CompletableFuture<Outcome> outcome = order(third);
        assertFalse(outcome.isDone());
        first.release();
        assertEquals(new Outcome.Unchanged(), outcome.getNow(GONE));
        assertEquals(List.of(120.0), third.ordered);
        assertEquals(List.of(120.0), second.asked);
    }

    @Test
    void pollsWaitWhileAnOrderIsUnderWay() {
        FakeTarget target = world.join("target", "a");
        target.forget();
        target.holds = true;
        CompletableFuture<Outcome> outcome = order(target);
        world.run(200);
        assertEquals(List.of(), target.asked);
        target.release();
        assertTrue(outcome.isDone());
        assertEquals(List.of(200.0), target.asked);
    }

    @Test
    void betweenTwoOrdersLiesASecondInWhichPollsFindTheirGap() {
        FakeTarget target = world.join("target", "a");
        FakeTarget neighbour = world.join("neighbour", "a");
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            outcomes.add(order(i % 2 == 0 ? target : neighbour));
        }
        FakeTarget late = world.join("late", "a");
        assertEquals(List.of(0.0), late.asked);
        world.run(10);
        assertEquals(List.of(0.0, 2.0), target.ordered);
        assertEquals(List.of(1.0, 3.0), neighbour.ordered);
        outcomes.forEach(outcome -> assertTrue(outcome.isDone()));
    }

    @Test
    void thePauseBeginsWhenTheOrderEnds() {
        FakeTarget target = world.join("target", "a");
        target.holds = true;
        order(target);
        CompletableFuture<Outcome> next = order(target);
        world.run(5);
        target.release();
        assertFalse(next.isDone());
        world.run(0.75);
        assertFalse(next.isDone());
        world.run(0.25);
        assertTrue(next.isDone());
    }

    @Test
    void wiresDoNotWaitForEachOther() {
        FakeTarget a = world.join("a", "a");
        FakeTarget b = world.join("b", "b");
        a.holds = true;
        order(a);
        assertTrue(order(b).isDone());
        a.release();
    }

    @Test
    void whoIsUnknownOrHasNotAnsweredYetGetsNoOrder() {
        assertEquals(GONE, order(world.target("unknown", "a")).getNow(new Outcome.Unchanged()));
        FakeTarget dead = world.target("dead", "a").dead();
        world.coordinator.add(dead);
        assertEquals(GONE, order(dead).getNow(new Outcome.Unchanged()));
        assertEquals(List.of(), dead.ordered);
    }

    @Test
    void whoLeavesIsCutAndItsOrderCountsAsUncertain() {
        FakeTarget leaving = world.join("leaving", "a");
        leaving.holds = true;
        leaving.outcome = () -> new Outcome.Verified(List.of(leaving.reading()));
        CompletableFuture<Outcome> running = order(leaving);
        CompletableFuture<Outcome> waiting = order(leaving);
        world.coordinator.remove(leaving);
        assertEquals(1, leaving.cuts);
        assertEquals(new Outcome.Unverified(new Failure(Failure.Kind.UNREACHABLE), List.of()), running.getNow(GONE));
        assertEquals(GONE, waiting.getNow(new Outcome.Unchanged()));
        leaving.release();
        world.run(60);
        assertEquals(List.of(), world.readBack, "what it says too late is not passed on");
        assertEquals(1, leaving.ordered.size());
    }

    @Test
    void whatWasReadBackIsPassedOnBeforeTheOutcomeAndBeforeTheNextPoll() {
        FakeTarget target = world.join("target", "a");
        Reading reading = target.reading();
        target.outcome = () -> new Outcome.Verified(List.of(reading));
        List<String> events = new ArrayList<>();
        world.listening = () -> events.add("read back");
        order(target).thenRun(() -> events.add("outcome"));
        world.run(3);
        assertEquals(List.of(List.of(reading)), world.readBack);
        assertEquals("read back", events.getFirst());
        assertEquals(1, world.stats(target).polls(), "an order is no poll");
    }

    @Test
    void aDefectOfADriverIsAnUncertainOutcomeAndTheWireGoesOn() {
        FakeTarget target = world.join("target", "a");
        target.outcome = () -> {
            throw new IllegalStateException("a defect");
        };
        assertEquals(new Outcome.Unverified(new Failure(Failure.Kind.INTERNAL), List.of()), order(target).getNow(GONE));
        target.forget();
        world.run(120);
        assertEquals(2, target.asked.size());
    }

    @Test
    void withoutAThreadNothingIsSent() {
        FakeTarget target = world.join("target", "a");
        world.hasThreads = false;
        assertEquals(GONE, order(target).getNow(new Outcome.Unchanged()));
        world.hasThreads = true;
        world.run(2);
        assertTrue(order(target).isDone());
        assertEquals(1, target.ordered.size());
    }

    @Test
    void anOrderThatTakesTooLongIsCut() {
        FakeTarget target = world.join("target", "a");
        target.limit = Duration.ofSeconds(30);
        target.holds = true;
        target.outcome = () -> new Outcome.Unverified(new Failure(Failure.Kind.TIMEOUT), List.of());
        target.whenCut = target::release;
        CompletableFuture<Outcome> outcome = order(target);
        world.run(31);
        assertEquals(1, target.cuts);
        assertEquals(new Outcome.Unverified(new Failure(Failure.Kind.TIMEOUT), List.of()), outcome.getNow(GONE));
    }
}
