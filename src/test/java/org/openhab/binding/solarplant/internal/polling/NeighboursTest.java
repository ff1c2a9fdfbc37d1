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
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.model.Failure;

/** A target that answers soon keeps its interval, whatever those beside it do, and none of them is forgotten. */
@NonNullByDefault
class NeighboursTest {

    private static final int PLACES = 10;
    private static final double INTERVAL = 5;
    /** What a GivEnergy dongle that says nothing is waited for. */
    private static final double SILENCE = 9.75;
    /** What five requests take of a device that answers each after 4.5 s. */
    private static final double SLOWNESS = 22.5;
    private static final double HALF_AN_HOUR = 1800;

    /** A target whose first poll, and each later one, takes so many seconds. */
    private record Neighbour(FakeTarget target, double first, double takes) {
        void endIfDone(double now) {
            if (target.isFlying()
                    && now - target.asked.getLast() >= (target.asked.size() == 1 ? first : takes)) {
                target.end();
            }
        }
    }

    private final PollWorld world = new PollWorld(new PollSettings(PollMode.NORMAL, Duration.ofSeconds(5),
            Duration.ofSeconds(5), PLACES));
    private final List<Neighbour> neighbours = new ArrayList<>();

    private FakeTarget neighbour(double takes, FakeTarget.Answer answer) {
        return neighbour(takes, takes, answer);
    }

    private FakeTarget neighbour(double first, double takes, FakeTarget.Answer answer) {
        String name = "neighbour " + neighbours.size();
        FakeTarget target = world.target(name, name);
        target.answer = answer;
        target.holds = true;
        neighbours.add(new Neighbour(target, first, takes));
        world.coordinator.add(target);
        return target;
    }

    private void silent(int count) {
        IntStream.range(0, count).forEach(i -> neighbour(SILENCE, FakeTarget.failing(Failure.Kind.TIMEOUT)));
    }

    private void slow(int count) {
        IntStream.range(0, count).forEach(i -> neighbour(SLOWNESS, FakeTarget.FINE));
    }

    private void run(double seconds) {
        for (double end = world.seconds() + seconds; world.seconds() < end;) {
            world.run(0.25);
            neighbours.forEach(neighbour -> neighbour.endIfDone(world.seconds()));
        }
    }

    private void letAllEnd() {
        neighbours.stream().map(Neighbour::target).forEach(world.coordinator::remove);
        neighbours.stream().map(Neighbour::target).filter(FakeTarget::isFlying).forEach(FakeTarget::release);
    }

    private static List<Double> gaps(FakeTarget target) {
        List<Double> all = target.asked;
        return IntStream.range(1, all.size()).mapToObj(i -> all.get(i) - all.get(i - 1)).sorted().toList();
    }

    private static void assertKeepsItsInterval(FakeTarget target) {
        List<Double> gaps = gaps(target);
        assertTrue(gaps.get(gaps.size() / 2) <= 1.2 * INTERVAL, target.asked::toString);
        assertTrue(gaps.getLast() <= 2 * INTERVAL, target.asked::toString);
    }

    private void assertNobodyIsForgotten(int least) {
        neighbours.forEach(neighbour -> assertTrue(neighbour.target.asked.size() >= least,
                () -> neighbour.target + " was polled at " + neighbour.target.asked));
    }

    @Test
    void besideSixtySilentOnesFromTheStart() {
        FakeTarget healthy = world.join("healthy", "healthy");
        silent(60);
        run(HALF_AN_HOUR);
        assertKeepsItsInterval(healthy);
        assertTrue(world.mostFlying <= PLACES);
        assertNobodyIsForgotten(10);
        letAllEnd();
    }

    @Test
    void besideTwentySlowOnesFromTheStart() {
        FakeTarget healthy = world.join("healthy", "healthy");
        slow(20);
        run(HALF_AN_HOUR);
        assertKeepsItsInterval(healthy);
        assertTrue(world.mostFlying <= PLACES);
        assertNobodyIsForgotten(25);
        letAllEnd();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoseFirstPollTakesLongIsNotTakenForSlow(boolean silent) {
        FakeTarget healthy = neighbour(4, 0.5, FakeTarget.FINE);
        if (silent) {
            silent(60);
        } else {
            slow(20);
        }
        run(HALF_AN_HOUR);
        assertKeepsItsInterval(healthy);
        letAllEnd();
    }

    @Test
    void severalBesideSilentAndSlowOnes() {
        List<FakeTarget> healthy = IntStream.range(0, 3).mapToObj(i -> world.join("healthy " + i, "healthy " + i))
                .toList();
        silent(60);
        slow(20);
        run(HALF_AN_HOUR);
        healthy.forEach(NeighboursTest::assertKeepsItsInterval);
        assertNobodyIsForgotten(4);
        letAllEnd();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10})
    void whoJoinsLastWaitsForOneTryOfTheOthersAtMost(int places) {
        world.coordinator.configure(new PollSettings(PollMode.NORMAL, Duration.ofSeconds(5), Duration.ofSeconds(5),
                places));
        silent(6 * places);
        FakeTarget healthy = world.join("healthy", "healthy");
        run(7 * SILENCE);
        assertTrue(healthy.asked.getFirst() <= 7 * SILENCE, healthy.asked::toString);
        healthy.forget();
        run(HALF_AN_HOUR);
        assertKeepsItsInterval(healthy);
        letAllEnd();
    }

    @Test
    void whoFailsOnceDoesNotWaitBehindThoseWhoWereGivenUp() {
        FakeTarget healthy = world.join("healthy", "healthy");
        silent(60);
        run(HALF_AN_HOUR);
        healthy.forget();
        healthy.answer = () -> {
            healthy.answer = FakeTarget.FINE;
            FakeTarget.failing(Failure.Kind.TIMEOUT).give();
        };
        run(60);
        assertKeepsItsInterval(healthy);
        letAllEnd();
    }

    @Test
    void whoFailsOnceDoesNotWaitBehindThoseWhoAreSlow() {
        FakeTarget healthy = world.join("healthy", "healthy");
        slow(20);
        run(HALF_AN_HOUR);
        healthy.forget();
        healthy.answer = () -> {
            healthy.answer = FakeTarget.FINE;
            FakeTarget.failing(Failure.Kind.TIMEOUT).give();
        };
        run(60);
        assertKeepsItsInterval(healthy);
        letAllEnd();
    }

    @Test
    void aWholeFleetThatAnswersUsesAllPlacesFromTheStart() {
        for (int i = 0; i < 60; i++) {
            neighbour(0.5, FakeTarget.FINE);
        }
        run(3.5);
        assertNobodyIsForgotten(1);
        assertEquals(PLACES, world.mostFlying);
        letAllEnd();
    }

    @Test
    void whoDoesNotAnswerIsTriedEvenWhereThePlacesDoNotSufficeForThoseWhoDo() {
        for (int i = 0; i < 100; i++) {
            neighbour(1, FakeTarget.FINE);
        }
        run(60);
        FakeTarget late = neighbour(SILENCE, FakeTarget.failing(Failure.Kind.TIMEOUT));
        run(120);
        assertTrue(late.asked.size() >= 3, late.asked::toString);
        letAllEnd();
    }

    @Test
    void whoPausesBecauseTheDeviceWantsItSoIsNotSlow() {
        for (int i = 0; i < 20; i++) {
            neighbour(2.5, FakeTarget.FINE).whenPolled = () -> world.coordinator.pauses(2_000_000_000L);
        }
        run(60);
        world.mostFlying = 0;
        run(60);
        assertEquals(PLACES, world.mostFlying);
        FakeTarget healthy = world.join("healthy", "healthy");
        run(60);
        assertTrue(gaps(healthy).getLast() <= 1.5 * INTERVAL + 2.5, () -> gaps(healthy).toString());
        letAllEnd();
    }

    @Test
    void ordersWaitForNoPlace() {
        FakeTarget healthy = world.join("healthy", "healthy");
        world.coordinator.configure(new PollSettings(PollMode.NORMAL, Duration.ofSeconds(5), Duration.ofSeconds(5), 1));
        slow(3);
        run(1);
        assertEquals(1, neighbours.stream().filter(neighbour -> neighbour.target.isFlying()).count());
        assertTrue(world.coordinator.submit(healthy, OrdersTest.ORDER, () -> {}).isDone());
        letAllEnd();
    }
}
