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
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.model.Cadence;

/** Who is asked when while all is well. */
@NonNullByDefault
class CadenceTest {

    @Test
    void whoJoinsIsAskedForEverythingAtOnce() {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 15));
        world.run(7);
        FakeTarget roof = world.join("roof", "a");
        assertEquals(List.of(7.0), roof.full);
        assertEquals(List.of(), roof.fast);
        assertEquals(1, world.readings.get(roof).size());
    }

    @Test
    void fullPollsAreSpreadOverTheInterval() {
        PollWorld world = new PollWorld(PollWorld.normal(60));
        List<FakeTarget> targets = List.of(world.join("0", "a"), world.join("1", "b"), world.join("2", "a"),
                world.join("3", "c"));
        world.run(120);
        world.forget();
        world.run(180);
        for (int i = 0; i < 4; i++) {
            double first = 120 + (i == 0 ? 60 : 15.0 * i);
            assertEquals(List.of(first, first + 60, first + 120), targets.get(i).full, "target " + i);
            assertEquals(List.of(), targets.get(i).fast);
        }
    }

    @Test
    void fastTicksOfWiresAreSpreadOverTheInterval() {
        PollWorld world = new PollWorld(PollWorld.alternating(3600, 20));
        List<FakeTarget> targets = List.of(world.join("0", "a"), world.join("1", "b"), world.join("2", "c"),
                world.join("3", "d"));
        world.run(40);
        world.forget();
        world.run(40);
        assertEquals(List.of(60.0, 80.0), targets.get(0).fast);
        assertEquals(List.of(45.0, 65.0), targets.get(1).fast);
        assertEquals(List.of(50.0, 70.0), targets.get(2).fast);
        assertEquals(List.of(55.0, 75.0), targets.get(3).fast);
    }

    @Test
    void membersOfAWireTakeTurns() {
        PollWorld world = new PollWorld(PollWorld.alternating(3600, 15));
        List<FakeTarget> targets = List.of(world.join("0", "a"), world.join("1", "a"), world.join("2", "a"));
        world.run(100);
        assertEquals(List.of(45.0, 90.0), targets.get(0).fast);
        assertEquals(List.of(15.0, 60.0), targets.get(1).fast);
        assertEquals(List.of(30.0, 75.0), targets.get(2).fast);
    }

    @Test
    void aTargetMayHaveAFullIntervalOfItsOwn() {
        PollWorld world = new PollWorld(PollWorld.normal(60));
        FakeTarget quick = world.target("quick", "a");
        quick.fullInterval = Optional.of(Duration.ofSeconds(10));
        world.coordinator.add(quick);
        FakeTarget slow = world.join("slow", "b");
        world.run(100);
        assertEquals(List.of(0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 100.0), quick.full);
        assertEquals(List.of(0.0, 90.0), slow.full);
    }

    @Test
    void aFullPollTakesThePlaceOfTheFastOne() {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 15));
        FakeTarget roof = world.join("roof", "a");
        world.run(130);
        assertEquals(List.of(0.0, 60.0, 120.0), roof.full);
        assertEquals(List.of(15.0, 30.0, 45.0, 75.0, 90.0, 105.0), roof.fast);
    }

    @Test
    void theFullPollOfOneDoesNotTakeTheFastOneOfAnother() {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 20));
        FakeTarget first = world.join("first", "a");
        FakeTarget second = world.join("second", "a");
        world.run(200);
        // first is due at 0, 60, 120, 180 and second 30 s later; ticks fall on each 20th second, second's turn first
        assertEquals(List.of(0.0, 60.0, 120.0, 180.0), first.full);
        assertEquals(List.of(0.0, 90.0, 150.0), second.full);
        assertEquals(List.of(40.0, 80.0, 160.0, 200.0), first.fast);
        assertEquals(List.of(20.0, 60.0, 100.0, 140.0, 180.0), second.fast);
    }

    @Test
    void aFullPollThatFallsDueDuringAFastOneFollowsIt() {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 15));
        FakeTarget slow = world.join("slow", "a");
        for (int round = 1; round < 5; round++) {
            world.run(44.75);
            slow.holds = true;
            world.run(15.75);
            assertTrue(slow.isFlying());
            slow.release();
            world.run(-0.5 + 60 * round - (world.seconds() - 0.5));
        }
        assertEquals(5, slow.full.size(), "a full poll for each minute: " + slow.full);
        assertEquals(60.5, slow.full.get(1));
    }

    @Test
    void noTickIsLostWhileAnybodyCanTakeIt() {
        PollWorld world = new PollWorld(PollWorld.alternating(3600, 15));
        FakeTarget first = world.join("first", "a");
        FakeTarget second = world.join("second", "a");
        FakeTarget third = world.join("third", "a");
        second.holds = true;
        world.run(100);
        assertEquals(List.of(15.0), second.fast);
        assertEquals(List.of(), third.fast);
        second.release();
        // the ticks at 30 and 45 s wait in line; later ones found nobody
        assertEquals(List.of(100.0), third.fast);
        assertEquals(List.of(100.0), first.fast);
        world.run(20);
        assertEquals(List.of(15.0, 105.0), second.fast);
        assertEquals(List.of(100.0, 120.0), third.fast);
    }

    @Test
    void aFullPollReplacesTheFastOneThatWaitsInLine() {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 15));
        FakeTarget first = world.join("first", "a");
        FakeTarget second = world.join("second", "a");
        world.run(14);
        first.holds = true;
        second.holds = true;
        world.run(60);
        second.release();
        first.release();
        assertEquals(List.of(15.0), second.fast);
        assertEquals(List.of(), first.fast);
        assertEquals(List.of(0.0, 74.0), first.full);
    }

    @Test
    void noMorePollsAtOnceThanAllowed() {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 15, 2));
        List<FakeTarget> targets = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            FakeTarget target = world.target(name, name);
            target.holds = true;
            world.coordinator.add(target);
            targets.add(target);
        }
        world.run(1);
        assertEquals(2, world.mostFlying);
        assertTrue(targets.get(0).isFlying() && targets.get(1).isFlying());
        targets.get(1).release();
        assertTrue(targets.get(2).isFlying(), "the place is taken at once");
        assertFalse(targets.get(3).isFlying());
        targets.get(2).release();
        assertTrue(targets.get(3).isFlying(), "who waited longest comes first");
        assertEquals(2, world.mostFlying);
    }

    @Test
    void afterAJumpInTimeEachIsAskedOnceAndThenAsBefore() {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 15));
        FakeTarget first = world.join("first", "a");
        FakeTarget second = world.join("second", "b");
        world.run(100);
        world.forget();
        world.jump(Duration.ofHours(7));
        assertEquals(1, first.asked.size());
        assertEquals(1, second.asked.size());
        double jumped = world.seconds();
        world.run(180);
        assertEquals(2, first.full.stream().filter(at -> at > jumped).count());
        assertEquals(3, second.full.stream().filter(at -> at > jumped).count());
        assertTrue(first.full.stream().skip(1).allMatch(at -> at % 60 == 0), first.full.toString());
        assertTrue(second.full.stream().skip(1).allMatch(at -> at % 60 == 30), second.full.toString());
    }

    @Test
    void normalModeKnowsNoFastPolls() {
        PollWorld world = new PollWorld(PollWorld.normal(60));
        FakeTarget roof = world.join("roof", "a");
        world.run(600);
        assertEquals(11, roof.full.size());
        assertEquals(Optional.of(Cadence.FULL), world.stats(roof).lastCadence());
        assertEquals(List.of(), roof.fast);
    }
}
