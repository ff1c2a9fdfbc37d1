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
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.model.Failure;

/** What may happen to a poll under way, and that none of it harms the next. */
@NonNullByDefault
class FlightTest {

    private final PollWorld world = new PollWorld(PollWorld.alternating(60, 15, 2));

    private FakeTarget held(String name, String wire) {
        FakeTarget target = world.target(name, wire);
        target.holds = true;
        world.coordinator.add(target);
        return target;
    }

    @Test
    void whoLeavesIsCutAndNothingOfItIsPassedOn() {
        FakeTarget leaving = held("leaving", "a");
        world.run(1);
        world.coordinator.remove(leaving);
        assertEquals(1, leaving.cuts);
        assertEquals(Map.of(), world.coordinator.stats());
        world.run(100_000);
        leaving.release();
        world.run(600);
        assertEquals(Map.of(), world.readings);
        assertEquals(Map.of(), world.failures);
        assertEquals(1, leaving.asked.size());
        assertEquals(Map.of(), world.coordinator.stats());
    }

    @Test
    void theFailureOfOneWhoLeftIsNotPassedOnEither() {
        FakeTarget leaving = held("leaving", "a");
        leaving.answer = FakeTarget.failing(Failure.Kind.UNREACHABLE);
        leaving.whenCut = leaving::release;
        world.coordinator.remove(leaving);
        assertFalse(leaving.isFlying());
        assertEquals(Map.of(), world.failures);
    }

    @Test
    void whoLeavesWhileItIsNotPolledIsNotCut() {
        FakeTarget idle = world.join("idle", "a");
        FakeTarget neighbour = held("neighbour", "a");
        world.coordinator.remove(idle);
        assertEquals(0, idle.cuts, "the wire belongs to the neighbour now");
        neighbour.release();
        assertEquals(1, world.readings.get(neighbour).size());
    }

    @Test
    void whoTakesOverAWireWaitsForItsLastPoll() {
        FakeTarget before = held("before", "a");
        world.coordinator.remove(before);
        FakeTarget after = world.join("after", "a");
        world.run(30);
        assertEquals(List.of(), after.asked);
        before.release();
        assertEquals(List.of(30.0), after.asked);
        world.run(60);
        assertEquals(5, after.asked.size());
    }

    @Test
    void whoComesBackDuringItsOwnPollHearsNothingOfIt() {
        FakeTarget target = held("target", "a");
        world.coordinator.remove(target);
        world.coordinator.add(target);
        target.release();
        assertEquals(Map.of(), world.readings);
        world.run(15);
        assertEquals(1, world.readings.get(target).size(), "only what was asked since");
        assertEquals(1, world.stats(target).polls());
        assertEquals(2, target.asked.size());
    }

    @Test
    void whoWaitsInLineAndLeavesIsNotPolled() {
        FakeTarget first = held("first", "a");
        FakeTarget second = world.join("second", "a");
        world.coordinator.remove(second);
        world.coordinator.remove(second);
        first.release();
        assertEquals(List.of(), second.asked);
        assertEquals(0, second.cuts);
    }

    @Test
    void aPollThatOverrunsItsLimitIsCutAndItsLateResultDropped() {
        FakeTarget slow = held("slow", "a");
        slow.limit = Duration.ofSeconds(20);
        world.run(20);
        assertEquals(0, slow.cuts, "exactly its limit is allowed");
        world.run(0.25);
        assertEquals(1, slow.cuts);
        world.run(1);
        assertEquals(5, slow.cuts, "cut again until it ends: it may have connected anew");
        slow.release();
        assertEquals(Map.of(), world.readings);
        PollStats stats = world.failures.get(slow).getFirst();
        assertEquals(Failure.Kind.POLL_OVERRUN, stats.lastFailure().orElseThrow().kind());
        assertEquals(1, stats.failures());
        assertEquals(Duration.ofMillis(21_250), stats.duration());
        world.run(10);
        assertEquals(5, slow.cuts);
        assertEquals(1, world.readings.get(slow).size(), "the next poll is heard again");
    }

    @Test
    void overrunsCountForTheBackoffWhateverTheTargetSays() {
        FakeTarget slow = world.target("slow", "a");
        slow.limit = Duration.ofSeconds(3);
        slow.answer = FakeTarget.failing(Failure.Kind.CREDENTIALS);
        slow.whenCut = () -> {
            slow.release();
            slow.holds = true;
        };
        slow.holds = true;
        world.coordinator.add(slow);
        world.run(40);
        assertEquals(3, world.stats(slow).failures());
        world.run(60);
        assertEquals(3, slow.asked.size());
        world.run(15);
        assertEquals(4, slow.asked.size());
    }

    @Test
    void aJumpInTimeCutsWhatIsUnderWay() {
        FakeTarget sleeping = held("sleeping", "a");
        sleeping.limit = Duration.ofSeconds(60);
        sleeping.whenCut = sleeping::release;
        world.jump(Duration.ofHours(8));
        assertEquals(1, world.failures.get(sleeping).size());
        world.run(15);
        assertEquals(2, sleeping.asked.size());
    }

    @Test
    void aTargetThatCannotBeCutDoesNotSaveTheOthers() {
        FakeTarget stubborn = held("stubborn", "a");
        FakeTarget other = held("other", "b");
        stubborn.limit = other.limit = Duration.ofSeconds(5);
        stubborn.whenCut = () -> {
            throw new IllegalStateException("cannot be cut");
        };
        world.run(6);
        assertTrue(stubborn.cuts > 0 && other.cuts > 0);
        world.coordinator.remove(stubborn);
        assertEquals(1, world.coordinator.stats().size());
    }

    @Test
    void defectsOfADriverAreFailuresAndLeakNoPlace() {
        for (FakeTarget.Answer defect : List.<FakeTarget.Answer>of(() -> {
            throw new IllegalStateException("defect");
        }, () -> {
            throw new NoClassDefFoundError("defect");
        }, () -> {
            throw new InterruptedException();
        })) {
            FakeTarget broken = world.target("broken", "a");
            broken.answer = defect;
            world.coordinator.add(broken);
            world.run(30);
            assertEquals(Failure.Kind.INTERNAL, world.lastFailure(broken).kind());
            assertEquals(3, world.stats(broken).failures());
            world.coordinator.remove(broken);
        }
        assertPlacesAreFree();
    }

    @Test
    void whoWasToldToStopIsStillToldSoAfterwards() {
        List<Boolean> told = new ArrayList<>();
        world.listening = () -> told.add(Thread.currentThread().isInterrupted());
        FakeTarget stopped = world.target("stopped", "a");
        stopped.answer = () -> {
            throw new InterruptedException();
        };
        world.coordinator.add(stopped);
        assertEquals(List.of(true), told);
    }

    @Test
    void defectsOfTheListenerDoNotStopTheLoop() {
        FakeTarget fine = world.join("fine", "a");
        FakeTarget dead = world.target("dead", "b").dead();
        for (Runnable defect : List.<Runnable>of(() -> {
            throw new IllegalStateException("defect");
        }, () -> {
            throw new NoClassDefFoundError("defect");
        })) {
            world.listening = defect;
            world.coordinator.add(dead);
            world.forget();
            world.run(60);
            assertEquals(4, fine.asked.size());
            assertEquals(2, dead.asked.size(), "three failures in all, then it is backed off");
            world.coordinator.remove(dead);
        }
        world.listening = () -> {};
        world.coordinator.remove(fine);
        assertPlacesAreFree();
    }

    @Test
    void whereThereIsNoThreadAPollFailsAndThePlaceIsFree() {
        FakeTarget roof = world.join("roof", "a");
        world.hasThreads = false;
        world.run(15);
        assertEquals(Failure.Kind.INTERNAL, world.lastFailure(roof).kind());
        world.hasThreads = true;
        world.run(15);
        assertEquals(List.of(0.0, 30.0), roof.asked);
        world.coordinator.remove(roof);
        assertPlacesAreFree();
    }

    @Test
    void theNextPollWaitsUntilTheListenerWasTold() {
        FakeTarget first = world.join("first", "a");
        FakeTarget second = world.join("second", "a");
        List<Integer> meanwhile = new ArrayList<>();
        world.listening = () -> {
            if (meanwhile.isEmpty()) {
                int before = first.asked.size() + second.asked.size();
                meanwhile.add(before);
                world.jump(Duration.ofHours(1));
                assertEquals(before, first.asked.size() + second.asked.size());
                meanwhile.add(1);
            }
        };
        world.run(15);
        assertEquals(2, meanwhile.size(), "no poll overtook the one that was being told of");
        assertTrue(first.asked.size() > 1 && second.asked.size() > 1, "they came right after");
    }

    @Test
    void theListenerMayMakeATargetLeave() {
        FakeTarget roof = world.target("roof", "a");
        world.listening = () -> world.coordinator.remove(roof);
        world.coordinator.add(roof);
        world.run(600);
        assertEquals(1, roof.asked.size());
        assertEquals(0, roof.cuts);
        world.listening = () -> {};
        assertPlacesAreFree();
    }

    private void assertPlacesAreFree() {
        FakeTarget one = held("one", "x");
        FakeTarget two = held("two", "y");
        assertTrue(one.isFlying() && two.isFlying());
    }
}
