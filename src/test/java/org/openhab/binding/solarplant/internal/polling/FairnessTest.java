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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Reading;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;

/** A hundred targets on ten wires for a day, some of which fail now and then: everybody gets a fair share. */
@NonNullByDefault
class FairnessTest {

    private static final int TARGETS = 100;
    private static final int WIRES = 10;
    private static final int DAY = 86_400;
    private static final long SECOND = 1_000_000_000L;
    private static final PollSettings SETTINGS = new PollSettings(PollMode.ALTERNATING, Duration.ofMinutes(10),
            Duration.ofSeconds(15), 10);

    /** One who fails at random: the sick half in spells of up to an hour and now and then, the healthy half never. */
    private static final class Member implements PollTarget {
        private final int number;
        private final boolean sick;
        private int downUntil;
        private int failuresInARow;
        /** Its fast polls, and the full polls that took the place of one. */
        private int turns;
        private int lastPolled;
        private int longestWait;
        private int waitedUntil;
        /** How many ticks each neighbour took since this one had its last, or could not have taken one. */
        private final Map<Member, Integer> overtakenBy = new HashMap<>();

        Member(int number) {
            this.number = number;
            this.sick = number / WIRES % 2 == 1;
        }

        @Override
        public String wire() {
            return "wire " + number % WIRES;
        }

        @Override
        public Optional<Duration> fullInterval() {
            return Optional.empty();
        }

        @Override
        public Duration pollLimit() {
            return Duration.ofMinutes(2);
        }

        @Override
        public List<Reading> poll(Cadence cadence) {
            return List.of();
        }

        @Override
        public void cut() {}

        boolean fails(Random random, int second) {
            if (sick && random.nextInt(200) == 0) {
                downUntil = second + random.nextInt(3600);
            }
            return second < downUntil || sick && random.nextInt(20) == 0;
        }
    }

    private Schedule schedule = new Schedule(SETTINGS);
    private List<Member> members = List.of();

    @BeforeTry
    void begin() {
        schedule = new Schedule(SETTINGS);
        members = IntStream.range(0, TARGETS).mapToObj(Member::new).toList();
    }

    @Property(tries = 8, seed = "20260601")
    void nobodyIsOvertakenTwiceAndSharesAreEqual(@ForAll int seed) {
        Random random = new Random(seed);
        members.forEach(member -> schedule.add(member, 0));
        for (int second = 0; second < DAY; second++) {
            Set<String> fast = new HashSet<>();
            Map<String, Member> full = new HashMap<>();
            List<Poll> polls = new ArrayList<>(advance(second));
            // polls end at once here; so more than are allowed at the same time fit into one second
            while (!polls.isEmpty()) {
                Poll poll = polls.removeFirst();
                Member member = (Member) poll.target();
                assertTrue(poll.due() <= second * SECOND);
                end(poll, member.fails(random, second), second);
                if (poll.cadence() == Cadence.FAST) {
                    took(member);
                    fast.add(member.wire());
                } else {
                    full.putIfAbsent(member.wire(), member);
                    member.overtakenBy.clear();
                    neighbours(member).forEach(other -> other.overtakenBy.remove(member));
                }
                polls.addAll(advance(second));
            }
            for (int wire = 0; wire < WIRES; wire++) {
                String name = "wire " + wire;
                if (hasTick(wire, second) && !fast.contains(name)) {
                    Member instead = full.get(name);
                    assertNotNull(instead, "a tick was lost");
                    instead.turns++;
                }
            }
        }
        for (Member member : members.stream().filter(each -> !each.sick).toList()) {
            neighbours(member).filter(other -> !other.sick)
                    .forEach(other -> assertTrue(Math.abs(other.turns - member.turns) <= 1,
                            () -> other.turns + " and " + member.turns));
            assertTrue(member.longestWait <= 160,
                    member.number + " waited for " + member.longestWait + " s until " + member.waitedUntil);
        }
    }

    /** Whether a fast tick of that wire fell into the second before this one; the first is at once, with the full polls. */
    private static boolean hasTick(int wire, int second) {
        double offset = 15.0 / WIRES * wire;
        return second == 0
                || second > 8 && Math.floor((second - offset) / 15) > Math.floor((second - 1 - offset) / 15);
    }

    private Stream<Member> neighbours(Member member) {
        return members.stream().filter(other -> other != member && other.wire().equals(member.wire()));
    }

    private void took(Member winner) {
        winner.turns++;
        winner.overtakenBy.clear();
        neighbours(winner).forEach(other -> {
            if (other.failuresInARow >= 3) {
                other.overtakenBy.clear();
            } else {
                int times = other.overtakenBy.merge(winner, 1, Integer::sum);
                assertTrue(times <= 1, "a neighbour took two ticks before this one got its turn");
            }
        });
    }

    /** Nobody gives orders here. */
    private List<Poll> advance(int second) {
        return schedule.advance(second * SECOND).stream().map(Poll.class::cast).toList();
    }

    private void end(Poll poll, boolean fails, int second) {
        Member member = (Member) poll.target();
        if (second - member.lastPolled > member.longestWait) {
            member.longestWait = second - member.lastPolled;
            member.waitedUntil = second;
        }
        member.lastPolled = second;
        member.failuresInARow = fails ? member.failuresInARow + 1 : 0;
        if (fails) {
            schedule.failed(member, Failure.Kind.TIMEOUT, second * SECOND);
        } else {
            schedule.succeeded(poll, second * SECOND);
        }
        schedule.finished(poll, second * SECOND);
    }

    /** Polls take their time, a failing one much longer, so that lines form and places run short. */
    @Property(tries = 5, seed = "20260602")
    void nobodyStarvesWhereWiresAreSlow(@ForAll int seed, @ForAll @IntRange(min = 3, max = 10) int most) {
        Random random = new Random(seed);
        schedule.configure(new PollSettings(PollMode.ALTERNATING, Duration.ofMinutes(5), Duration.ofSeconds(15), most),
                0);
        members.forEach(member -> schedule.add(member, 0));
        Map<Poll, Integer> flights = new HashMap<>();
        for (int second = 0; second < DAY / 4; second++) {
            for (Poll poll : List.copyOf(flights.keySet())) {
                if (flights.get(poll) <= second) {
                    flights.remove(poll);
                    end(poll, ((Member) poll.target()).fails(random, second), second);
                }
            }
            for (Poll poll : advance(second)) {
                boolean down = second < ((Member) poll.target()).downUntil;
                int time = down ? 8 : 1 + random.nextInt(2);
                assertNull(flights.put(poll, second + time));
            }
            assertTrue(flights.size() <= most);
            assertEquals(flights.size(), flights.keySet().stream().map(poll -> poll.target().wire()).distinct().count(),
                    "one poll on a wire");
        }
        for (Member member : members) {
            int limit = member.sick ? 5 * 600 : 450;
            assertTrue(member.longestWait <= limit, member.number + " waited for " + member.longestWait + " s");
        }
    }

    @Test
    void nothingIsLeftOfThoseWhoHaveLeft() throws ReflectiveOperationException {
        List<Poll> flights = new ArrayList<>();
        for (int second = 0; second < 2000; second++) {
            Member guest = new Member(second);
            schedule.add(guest, second * SECOND);
            flights.addAll(advance(second));
            if (second % 7 == 0) {
                flights.forEach(poll -> schedule.finished(poll, DAY * SECOND));
                flights.clear();
            }
            schedule.remove(guest, second * SECOND);
            if (second % 5 == 0) {
                flights.forEach(poll -> schedule.finished(poll, DAY * SECOND));
                flights.clear();
            }
        }
        flights.forEach(poll -> schedule.finished(poll, DAY * SECOND));
        for (String field : List.of("turns", "wires")) {
            var state = Schedule.class.getDeclaredField(field);
            state.setAccessible(true);
            assertEquals(Map.of(), state.get(schedule), field);
        }
    }
}
