/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.polling.Coordinator;
import org.openhab.binding.solarplant.internal.polling.PollListener;
import org.openhab.binding.solarplant.internal.polling.PollMode;
import org.openhab.binding.solarplant.internal.polling.PollSettings;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.binding.solarplant.internal.polling.PollTarget;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudRig;
import org.openhab.binding.solarplant.sim.CloudAnswer;
import org.openhab.binding.solarplant.sim.CloudFault;
import org.openhab.binding.solarplant.sim.CloudRequest;
import org.openhab.binding.solarplant.sim.CloudScope;

/** Five systems of one account for an hour: one that is broken costs the others nothing. */
@NonNullByDefault
@Timeout(120)
class FiveSystemsTest {

    private static final int SYSTEMS = 5;
    private static final Duration FULL = Duration.ofSeconds(60);
    private static final Duration FAST = Duration.ofSeconds(15);

    private final DriverRig rig;
    private final Map<PollTarget, List<Instant>> successes = new HashMap<>();

    /** A system as something to poll. */
    private record Target(String serial, AlphaEssCloudDriver driver) implements PollTarget {

        @Override
        public String wire() {
            return "cloud";
        }

        @Override
        public Optional<Duration> fullInterval() {
            return Optional.empty();
        }

        @Override
        public Duration pollLimit() {
            return Duration.ofHours(1);
        }

        @Override
        public List<Reading> poll(Cadence cadence) throws PollException, InterruptedException {
            return driver.poll(cadence);
        }

        @Override
        public void cut() {
            driver.cut();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    FiveSystemsTest() throws IOException {
        rig = new DriverRig();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static String serial(int number) {
        return "AL700000000000" + number;
    }

    /** One thread does it all, so that whoever waits for the account's pace lets time pass for everyone. */
    private List<Target> runForAnHour() throws Exception {
        for (int number = 1; number <= SYSTEMS; number++) {
            rig.rig.bound.bind(CloudRig.smile(serial(number)));
        }
        rig.listed();
        List<Runnable> due = new ArrayList<>();
        Coordinator coordinator = new Coordinator(new PollSettings(PollMode.ALTERNATING, FULL, FAST, 10),
                rig.rig.time::nanos, rig.rig.time, due::add, new PollListener() {
                    @Override
                    public void succeeded(PollTarget target, List<Reading> readings, PollStats stats) {
                        successes.computeIfAbsent(target, key -> new ArrayList<>()).add(rig.rig.time.instant());
                    }

                    @Override
                    public void failed(PollTarget target, PollStats stats) {
                        // counted by its absence
                    }

                    @Override
                    public void readBack(PollTarget target, List<Reading> readings) {
                        throw new AssertionError("nobody gave an order");
                    }
                });
        List<Target> targets = new ArrayList<>();
        for (int number = 1; number <= SYSTEMS; number++) {
            targets.add(new Target(serial(number), rig.driver(serial(number))));
        }
        targets.forEach(coordinator::add);
        Instant end = rig.rig.time.instant().plus(Duration.ofHours(1));
        while (rig.rig.time.instant().isBefore(end)) {
            while (!due.isEmpty()) {
                due.removeFirst().run();
            }
            rig.rig.time.pass(Duration.ofMillis(500));
            coordinator.tick();
        }
        return targets;
    }

    private long calls(String serial) {
        return rig.rig.cloud.requests().stream().map(CloudRequest::serial).filter(serial::equals).count();
    }

    private Duration longestGap(Target target) {
        List<Instant> at = successes.getOrDefault(target, List.of());
        Duration longest = Duration.ZERO;
        for (int i = 1; i < at.size(); i++) {
            Duration gap = Duration.between(at.get(i - 1), at.get(i));
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        return longest;
    }

    private int turns(Target target) {
        return successes.getOrDefault(target, List.of()).size();
    }

    /** Sixty full polls, and a fifth of 240 fast ticks; those that fall together with a full poll are one with it. */
    private static final int TURNS = 60 + 48;
    private static final int TOGETHER = 12;

    @Test
    void allFiveGetTheirTurns() throws Exception {
        for (Target target : runForAnHour()) {
            assertEquals(TURNS, turns(target), TOGETHER + 1, target.serial());
        }
    }

    @Test
    void theOtherFourGetAllTheirTurnsAndThoseOfTheBrokenOne() throws Exception {
        String broken = serial(3);
        rig.rig.cloud.faults().add(new CloudFault.Instead(CloudAnswer.badGateway()), CloudScope.ALWAYS.serial(broken));
        for (Target target : runForAnHour()) {
            if (target.serial().equals(broken)) {
                assertEquals(0, turns(target));
            } else {
                assertTrue(turns(target) >= TURNS, target.serial() + " " + turns(target));
                assertTrue(longestGap(target).compareTo(FULL.plusSeconds(10)) <= 0,
                        target.serial() + " " + longestGap(target));
            }
        }
        assertTrue(calls(broken) <= 40, calls(broken) + " calls: it is asked, but not pestered");
    }

    @Test
    void theAccountIsAskedOnceASecondAtMost() throws Exception {
        runForAnHour();
        List<Instant> at = rig.rig.cloud.requests().stream().map(CloudRequest::at).toList();
        for (int i = 1; i < at.size(); i++) {
            assertTrue(Duration.between(at.get(i - 1), at.get(i)).compareTo(Duration.ofSeconds(1)) >= 0,
                    at.get(i) + "");
        }
    }
}
