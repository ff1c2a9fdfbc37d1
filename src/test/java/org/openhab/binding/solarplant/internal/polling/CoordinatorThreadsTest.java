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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;

/** Ticks, comings and goings from many threads at once. */
@NonNullByDefault
class CoordinatorThreadsTest {

    private static final int MOST = 4;
    private static final int WIRES = 6;
    private static final int POLLS = 3000;

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger flying = new AtomicInteger();
    private final AtomicInteger polls = new AtomicInteger();
    private final Map<String, AtomicInteger> onWire = new ConcurrentHashMap<>();
    private final Map<PollTarget, AtomicInteger> telling = new ConcurrentHashMap<>();
    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());

    private final class Busy implements PollTarget {
        private final String wire;

        Busy(int number) {
            this.wire = "wire " + number % WIRES;
        }

        @Override
        public String wire() {
            return wire;
        }

        @Override
        public Optional<Duration> fullInterval() {
            return Optional.empty();
        }

        @Override
        public Duration pollLimit() {
            return Duration.ofDays(1);
        }

        @Override
        public List<Reading> poll(Cadence cadence) throws PollException {
            AtomicInteger neighbours = onWire.computeIfAbsent(wire, key -> new AtomicInteger());
            if (flying.incrementAndGet() > MOST) {
                broken.add("too many polls");
            }
            if (neighbours.incrementAndGet() > 1) {
                broken.add("two polls on one wire");
            }
            int number = polls.incrementAndGet();
            Thread.yield();
            neighbours.decrementAndGet();
            flying.decrementAndGet();
            if (number % 7 == 0) {
                throw new PollException(new Failure(Failure.Kind.TIMEOUT), null);
            }
            return List.of();
        }

        @Override
        public void cut() {}
    }

    private void tell(PollTarget target) {
        AtomicInteger tellers = telling.computeIfAbsent(target, key -> new AtomicInteger());
        if (tellers.incrementAndGet() > 1) {
            broken.add("two outcomes of one target at the same time");
        }
        Thread.yield();
        tellers.decrementAndGet();
    }

    @Test
    @Timeout(60)
    void wiresPlacesAndTurnsAreKeptUnderConcurrency() throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(MOST + 1);
        ExecutorService owners = Executors.newFixedThreadPool(4);
        Coordinator coordinator = new Coordinator(PollWorld.alternating(5, 1, MOST), nanos::get,
                InstantSource.system(), workers, new PollListener() {
                    @Override
                    public void succeeded(PollTarget target, List<Reading> readings, PollStats stats) {
                        tell(target);
                    }

                    @Override
                    public void failed(PollTarget target, PollStats stats) {
                        tell(target);
                    }

                    @Override
                    public void readBack(PollTarget target, List<Reading> readings) {
                        tell(target);
                    }
                });
        List<Future<?>> jobs = new ArrayList<>();
        for (int owner = 0; owner < 4; owner++) {
            int seed = owner;
            jobs.add(owners.submit(() -> live(coordinator, new Random(seed))));
        }
        for (Future<?> job : jobs) {
            job.get(50, TimeUnit.SECONDS);
        }
        workers.shutdown();
        owners.shutdown();
        assertTrue(workers.awaitTermination(10, TimeUnit.SECONDS));
        assertEquals(List.of(), broken);
        assertEquals(Map.of(), coordinator.stats());
    }

    private void live(Coordinator coordinator, Random random) {
        List<PollTarget> mine = new ArrayList<>();
        while (polls.get() < POLLS) {
            Thread.yield();
            nanos.addAndGet(100_000_000L);
            switch (random.nextInt(10)) {
                case 0 -> {
                    PollTarget target = new Busy(random.nextInt(100));
                    mine.add(target);
                    coordinator.add(target);
                }
                case 1 -> {
                    if (!mine.isEmpty()) {
                        coordinator.remove(mine.remove(random.nextInt(mine.size())));
                    }
                }
                case 2 -> coordinator.configure(PollWorld.alternating(5 + random.nextInt(5), 1, MOST));
                default -> coordinator.tick();
            }
        }
        mine.forEach(coordinator::remove);
    }
}
