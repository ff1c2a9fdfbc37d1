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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.solarplant.internal.model.Failure;

/** Who fails is asked less often, and the others do not notice. */
@NonNullByDefault
class BackoffTest {

    @Test
    void afterThreeFailuresEveryFifthTurnIsTaken() {
        PollWorld world = new PollWorld(PollWorld.alternating(3600, 10));
        FakeTarget dead = world.target("dead", "a").dead();
        world.coordinator.add(dead);
        world.run(180);
        assertEquals(List.of(0.0, 10.0, 20.0, 70.0, 120.0, 170.0), dead.asked);
    }

    @Test
    void fullPollsAreBackedOffAlike() {
        PollWorld world = new PollWorld(PollWorld.normal(60));
        FakeTarget dead = world.target("dead", "a").dead();
        world.coordinator.add(dead);
        world.run(1100);
        assertEquals(List.of(0.0, 60.0, 120.0, 420.0, 720.0, 1020.0), dead.full);
    }

    @Test
    void fullAndFastTurnsThatFallTogetherAreOneTurn() {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 15));
        FakeTarget dead = world.target("dead", "a").dead();
        world.coordinator.add(dead);
        world.run(490);
        assertEquals(List.of(0.0, 15.0, 30.0, 105.0, 180.0, 255.0, 330.0, 405.0, 480.0), dead.asked);
        assertEquals(List.of(0.0, 180.0, 480.0), dead.full);
    }

    @Test
    void fullAndFastTurnsThatFallApartAreCountedTogether() {
        PollWorld world = new PollWorld(PollWorld.alternating(50, 20));
        FakeTarget dead = world.target("dead", "a").dead();
        world.coordinator.add(dead);
        world.run(220);
        // turns at 20, 40, 50 (full), 60, 80, 100 (both), 120, 140, 150 (full), 160, 180, 200 (both), 220
        assertEquals(List.of(0.0, 20.0, 40.0, 120.0, 200.0), dead.asked);
        assertEquals(List.of(0.0, 200.0), dead.full);
    }

    @Test
    void theFirstSuccessEndsTheBackoff() {
        PollWorld world = new PollWorld(PollWorld.alternating(3600, 10));
        FakeTarget weak = world.target("weak", "a").dead();
        world.coordinator.add(weak);
        world.run(69);
        weak.answer = FakeTarget.FINE;
        world.run(31);
        assertEquals(List.of(0.0, 10.0, 20.0, 70.0, 80.0, 90.0, 100.0), weak.asked);
        weak.dead();
        world.run(80);
        // three failures make it skip again, and the count of its turns begins anew
        assertEquals(List.of(110.0, 120.0, 130.0, 180.0), weak.asked.subList(7, 11));
    }

    @Test
    void oneOfFiveIsDeadAndTheOthersGetEveryTick() {
        PollWorld world = new PollWorld(PollWorld.alternating(86_400, 15));
        List<FakeTarget> targets = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            targets.add(world.join("inverter " + i, "a"));
        }
        FakeTarget dead = targets.get(2).dead();
        world.run(15 * 420);
        List<Double> ticks = targets.stream().flatMap(target -> target.fast.stream()).sorted().toList();
        List<Double> all = Stream.iterate(15.0, at -> at + 15).limit(420).toList();
        assertEquals(all, ticks, "not one tick is lost or given twice");
        // two failures up to its third turn in the third round; then one turn in five, each round being the four others
        List<Double> retries = dead.fast.subList(3, dead.fast.size());
        for (int i = 1; i < retries.size(); i++) {
            assertEquals(15.0 * 21, retries.get(i) - retries.get(i - 1));
        }
        assertTrue(retries.size() >= 18);
        long least = targets.stream().filter(target -> target != dead).mapToInt(target -> target.fast.size()).min()
                .orElseThrow();
        long most = targets.stream().filter(target -> target != dead).mapToInt(target -> target.fast.size()).max()
                .orElseThrow();
        assertTrue(most - least <= 1, least + " to " + most);
    }

    @Test
    void aWireOfDeadTargetsRetriesEachOfThem() {
        PollWorld world = new PollWorld(PollWorld.alternating(86_400, 10));
        List<FakeTarget> targets = Stream.of("a", "b", "c").map(name -> world.target(name, "wire").dead()).toList();
        targets.forEach(world.coordinator::add);
        world.run(300);
        world.forget();
        world.run(1000);
        for (FakeTarget target : targets) {
            assertTrue(target.asked.size() >= 14, target + " " + target.asked);
        }
    }

    @Test
    void aThirdFailureTakesBackTheFullPollThatWaits() {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 25));
        FakeTarget dead = world.target("dead", "a").dead();
        world.coordinator.add(dead);
        world.run(49);
        dead.holds = true;
        world.run(12);
        dead.release();
        assertEquals(List.of(0.0, 25.0, 50.0), dead.asked);
    }

    @ParameterizedTest
    @EnumSource(Failure.Kind.class)
    void onlyRejectedCredentialsStopATarget(Failure.Kind kind) {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 15));
        FakeTarget refused = world.target("refused", "a");
        refused.answer = FakeTarget.failing(kind);
        world.coordinator.add(refused);
        world.run(3599);
        if (kind == Failure.Kind.CREDENTIALS) {
            assertEquals(List.of(0.0), refused.asked);
        } else {
            assertTrue(refused.asked.size() > 40);
        }
    }

    @Test
    void whoIsStoppedLeavesItsTurnsToTheOthersUntilItIsReplaced() {
        PollWorld world = new PollWorld(PollWorld.alternating(3600, 15));
        FakeTarget refused = world.target("refused", "a");
        refused.answer = FakeTarget.failing(Failure.Kind.CREDENTIALS);
        world.coordinator.add(refused);
        FakeTarget other = world.join("other", "a");
        world.run(60);
        assertEquals(List.of(15.0, 30.0, 45.0, 60.0), other.fast);
        world.coordinator.configure(PollWorld.alternating(60, 5));
        world.run(600);
        assertEquals(1, refused.asked.size(), "other settings do not mend credentials");
        world.coordinator.remove(refused);
        FakeTarget mended = world.join("mended", "a");
        assertEquals(List.of(world.seconds()), mended.full);
    }

    @Test
    void rejectedCredentialsTakeBackTheFullPollThatWaits() {
        PollWorld world = new PollWorld(PollWorld.alternating(60, 15));
        FakeTarget refused = world.join("refused", "a");
        world.run(44);
        refused.answer = FakeTarget.failing(Failure.Kind.CREDENTIALS);
        refused.holds = true;
        world.run(20);
        refused.release();
        world.run(600);
        assertEquals(List.of(0.0, 15.0, 30.0, 45.0), refused.asked);
    }
}
