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

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/** Settings change and targets come and go while polls run. */
@NonNullByDefault
class ReconfigurationTest {

    @Test
    void otherIntervalsTakeEffect() {
        PollWorld world = new PollWorld(PollWorld.alternating(3600, 300));
        FakeTarget roof = world.join("roof", "a");
        world.run(100);
        world.coordinator.configure(PollWorld.alternating(20, 5));
        world.run(40);
        assertEquals(List.of(0.0, 120.0, 140.0), roof.full);
        assertEquals(List.of(105.0, 110.0, 115.0, 125.0, 130.0, 135.0), roof.fast);
        world.coordinator.configure(PollWorld.alternating(60, 30));
        world.forget();
        world.run(130);
        // what was due by the old settings stays due, and the new rhythm follows
        assertEquals(List.of(160.0, 240.0), roof.full);
        assertEquals(List.of(145.0, 180.0, 210.0, 270.0), roof.fast);
    }

    @Test
    void theModeChangesEitherWay() {
        PollWorld world = new PollWorld(PollWorld.normal(60));
        FakeTarget roof = world.join("roof", "a");
        world.run(50);
        world.coordinator.configure(PollWorld.alternating(60, 15));
        world.run(30);
        assertEquals(List.of(75.0), roof.fast);
        assertEquals(PollMode.ALTERNATING, world.stats(roof).mode());
        world.coordinator.configure(PollWorld.normal(60));
        world.run(100);
        assertEquals(List.of(75.0), roof.fast);
        assertEquals(PollMode.NORMAL, world.stats(roof).mode());
    }

    @Test
    void fastPollsThatWaitInLineGoWithTheMode() {
        PollWorld world = new PollWorld(PollWorld.alternating(3600, 15));
        FakeTarget first = world.join("first", "a");
        FakeTarget second = world.join("second", "a");
        second.holds = true;
        world.run(40);
        world.coordinator.configure(PollWorld.normal(3600));
        second.release();
        assertEquals(List.of(), first.fast);
    }

    @Test
    void fewerPollsAtOnceTakeEffectAsPollsEnd() {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 15, 3));
        List<FakeTarget> targets = IntStream.range(0, 4).mapToObj(i -> world.target("t" + i, "w" + i)).toList();
        targets.forEach(target -> {
            target.holds = true;
            world.coordinator.add(target);
        });
        world.coordinator.configure(PollWorld.alternating(60, 15, 1));
        targets.get(0).release();
        targets.get(1).release();
        assertFalse(targets.get(3).isFlying());
        targets.get(2).release();
        assertTrue(targets.get(3).isFlying());
        world.coordinator.configure(PollWorld.alternating(60, 15, 3));
        world.run(120);
        assertTrue(targets.get(0).asked.size() > 1, "more at once take effect as well");
    }

    @Test
    void whoIsBackedOffStaysSo() {
        PollWorld world = new PollWorld(PollWorld.alternating(3600, 10));
        FakeTarget dead = world.target("dead", "a").dead();
        world.coordinator.add(dead);
        world.run(45);
        world.coordinator.configure(PollWorld.alternating(3600, 20));
        world.run(200);
        // turns at 30, 40, 50 (still due) and 80 are skipped: the fifth is at 100
        assertEquals(List.of(0.0, 10.0, 20.0, 100.0, 200.0), dead.asked);
        assertEquals(5, world.stats(dead).failures());
    }

    @Test
    void reconfiguringAgainAndAgainNeitherStarvesNorFloods() {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 15));
        List<FakeTarget> targets = IntStream.range(0, 6).mapToObj(i -> world.join("t" + i, "w" + i % 3)).toList();
        for (int i = 0; i < 1200; i++) {
            world.run(3);
            world.coordinator.configure(PollWorld.alternating(i % 2 == 0 ? 60 : 59, i % 2 == 0 ? 15 : 14));
        }
        targets.forEach(target -> assertRhythm(target, 60, 45));
    }

    @Test
    void thoseWhoComeAndGoNeitherStarveNorFloodTheOthers() {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 15));
        FakeTarget first = world.join("first", "a");
        FakeTarget second = world.join("second", "a");
        FakeTarget third = world.join("third", "b");
        for (int i = 0; i < 1200; i++) {
            FakeTarget guest = world.join("guest " + i, i % 3 == 0 ? "a" : "c" + i % 5);
            world.run(3);
            if (i % 4 != 0) {
                world.coordinator.remove(guest);
            }
            if (i % 20 == 0) {
                world.coordinator.stats().keySet().stream().filter(target -> target.toString().startsWith("guest"))
                        .forEach(world.coordinator::remove);
            }
        }
        List.of(first, second, third).forEach(target -> assertRhythm(target, 60, 90));
    }

    /** Whatever comes and goes: full polls between half an interval and one and a half, and fast ones without a gap. */
    private static void assertRhythm(FakeTarget target, double fullInterval, double fastGap) {
        DoubleStream gaps = IntStream.range(2, target.full.size())
                .mapToDouble(i -> target.full.get(i) - target.full.get(i - 1));
        gaps.forEach(gap -> assertTrue(gap >= fullInterval / 2 - 1 && gap <= fullInterval * 1.5 + 1,
                target + " was asked for everything after " + gap + " s"));
        assertTrue(target.full.size() > 3600 / 60 / 1.5);
        double widest = IntStream.range(1, target.asked.size())
                .mapToDouble(i -> target.asked.get(i) - target.asked.get(i - 1)).max().orElseThrow();
        assertTrue(widest <= fastGap, target + " heard nothing for " + widest + " s");
        int most = (int) (3600 / 7.0) + 120;
        assertTrue(target.asked.size() < most, target + " was asked " + target.asked.size() + " times");
    }

    @Test
    void whoLeavesDoesNotDisturbTheTurnsOfTheOthers() {
        PollWorld world = new PollWorld(PollWorld.alternating(36_000, 10));
        List<FakeTarget> targets = IntStream.range(0, 4).mapToObj(i -> world.join("t" + i, "a")).toList();
        world.run(20);
        assertEquals(List.of(List.of(), List.of(10.0), List.of(20.0), List.of()),
                targets.stream().map(target -> target.fast).toList());
        world.coordinator.remove(targets.get(1));
        world.run(10);
        assertEquals(List.of(30.0), targets.get(3).fast, "one who had its turn left");
        world.coordinator.remove(targets.get(2));
        world.run(10);
        assertEquals(List.of(40.0), targets.get(0).fast);
        world.coordinator.remove(targets.get(3));
        world.run(10);
        assertEquals(List.of(40.0, 50.0), targets.get(0).fast, "one who was to have its turn left");
        world.coordinator.remove(targets.get(0));
        world.run(100);
        assertEquals(2, targets.get(0).fast.size());
    }

    @Test
    void whoHadTheLastTurnMayLeave() {
        PollWorld world = new PollWorld(PollWorld.alternating(36_000, 10));
        List<FakeTarget> targets = IntStream.range(0, 3).mapToObj(i -> world.join("t" + i, "a")).toList();
        world.run(10);
        world.coordinator.remove(targets.get(1));
        world.run(10);
        assertEquals(List.of(20.0), targets.get(2).fast);
        assertEquals(List.of(), targets.get(0).fast);
    }

    @Test
    void thoseWhoStayAreSpreadAnew() {
        PollWorld world = new PollWorld(PollWorld.normal(60));
        List<FakeTarget> targets = IntStream.range(0, 3).mapToObj(i -> world.join("t" + i, "w" + i)).toList();
        world.run(100);
        world.coordinator.remove(targets.get(0));
        world.run(100);
        world.forget();
        world.run(120);
        assertEquals(List.of(240.0, 300.0), targets.get(1).full);
        assertEquals(List.of(210.0, 270.0), targets.get(2).full);
    }

    @Test
    void morePollsAtOnceStartAtOnce() {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 15, 1));
        FakeTarget first = world.target("first", "a");
        first.holds = true;
        world.coordinator.add(first);
        FakeTarget second = world.join("second", "b");
        assertEquals(List.of(), second.asked);
        world.coordinator.configure(PollWorld.alternating(60, 15, 2));
        assertEquals(List.of(0.0), second.asked);
    }

    @Test
    void fullPollsThatWaitInLineStayWhateverTheMode() {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 15, 1));
        FakeTarget first = world.target("first", "a");
        first.holds = true;
        world.coordinator.add(first);
        FakeTarget second = world.join("second", "b");
        world.coordinator.configure(PollWorld.normal(60));
        first.release();
        assertEquals(List.of(0.0), second.full);
    }

    @Test
    void aShorterIntervalCountsFromTheLastPoll() {
        PollWorld world = new PollWorld(PollWorld.normal(3600));
        FakeTarget roof = world.join("roof", "a");
        world.run(2);
        world.coordinator.configure(PollWorld.normal(20));
        world.run(40);
        assertEquals(List.of(0.0, 20.0, 40.0), roof.full);
    }
}
