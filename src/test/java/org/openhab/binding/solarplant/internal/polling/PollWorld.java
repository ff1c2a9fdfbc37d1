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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Reading;

/**
 * A coordinator in a world whose time the test turns on. Each poll has a thread, but the world stands still until that
 * thread has ended or is held by its target; so everything happens in one order.
 */
@NonNullByDefault
final class PollWorld {

    static final long PATIENCE_SECONDS = 10;
    static final Instant MORNING = Instant.parse("2026-06-01T06:00:00Z");
    private static final Duration STEP = Duration.ofMillis(250);
    /** Elapsed time begins anywhere: here shortly before its number overflows. */
    private static final long BEGIN = Long.MAX_VALUE - Duration.ofSeconds(7).toNanos();

    private final ThreadLocal<Task> task = new ThreadLocal<>();
    private final Set<FakeTarget> flying = ConcurrentHashMap.newKeySet();
    private final List<FakeTarget> targets = new ArrayList<>();
    private volatile long elapsed;

    final Map<PollTarget, List<List<Reading>>> readings = new HashMap<>();
    final Map<PollTarget, List<PollStats>> failures = new HashMap<>();
    final List<List<Reading>> readBack = new ArrayList<>();
    final Coordinator coordinator;
    /** What else the listener does. */
    Runnable listening = () -> {};
    boolean hasThreads = true;
    int mostFlying;

    PollWorld(PollSettings settings) {
        coordinator = new Coordinator(settings, () -> BEGIN + elapsed, () -> MORNING.plusNanos(elapsed), this::execute,
                new PollListener() {
                    @Override
                    public void succeeded(PollTarget target, List<Reading> news, PollStats stats) {
                        readings.computeIfAbsent(target, key -> new ArrayList<>()).add(news);
                        listening.run();
                    }

                    @Override
                    public void failed(PollTarget target, PollStats stats) {
                        failures.computeIfAbsent(target, key -> new ArrayList<>()).add(stats);
                        listening.run();
                    }

                    @Override
                    public void readBack(PollTarget target, List<Reading> news) {
                        readBack.add(news);
                        listening.run();
                    }
                });
    }

    static PollSettings normal(int fullSeconds) {
        return new PollSettings(PollMode.NORMAL, Duration.ofSeconds(fullSeconds), Duration.ofSeconds(15), 100);
    }

    static PollSettings alternating(int fullSeconds, int fastSeconds) {
        return alternating(fullSeconds, fastSeconds, 100);
    }

    static PollSettings alternating(int fullSeconds, int fastSeconds, int maxConcurrent) {
        return new PollSettings(PollMode.ALTERNATING, Duration.ofSeconds(fullSeconds),
                Duration.ofSeconds(fastSeconds), maxConcurrent);
    }

    /** A target that is not polled yet. */
    FakeTarget target(String name, String wire) {
        FakeTarget target = new FakeTarget(this, name, wire);
        targets.add(target);
        return target;
    }

    /** A target that joins now. */
    FakeTarget join(String name, String wire) {
        FakeTarget target = target(name, wire);
        coordinator.add(target);
        return target;
    }

    /** Lets so much time pass, with a tick now and then. */
    void run(double seconds) {
        long end = elapsed + (long) (seconds * 1e9);
        while (elapsed < end) {
            elapsed += STEP.toNanos();
            coordinator.tick();
        }
    }

    /** Time that passes at once, as while a computer sleeps; then one tick. */
    void jump(Duration time) {
        elapsed += time.toNanos();
        coordinator.tick();
    }

    double seconds() {
        return elapsed / 1e9;
    }

    Instant now() {
        return MORNING.plusNanos(elapsed);
    }

    PollStats stats(PollTarget target) {
        PollStats stats = coordinator.stats().get(target);
        assertNotNull(stats);
        return stats;
    }

    Failure lastFailure(PollTarget target) {
        return stats(target).lastFailure().orElseThrow();
    }

    /** Nobody remembers what was asked so far. */
    void forget() {
        targets.forEach(FakeTarget::forget);
    }

    void departed(FakeTarget target) {
        flying.add(target);
        assertEquals(1, flying.stream().filter(other -> other.wire().equals(target.wire())).count(),
                "polls on one wire at the same time");
        mostFlying = Math.max(mostFlying, flying.size());
    }

    void landed(FakeTarget target) {
        flying.remove(target);
    }

    boolean isFlying(FakeTarget target) {
        return flying.contains(target);
    }

    /** What this thread does. */
    Task task() {
        return task.get();
    }

    static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "the world stands still");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(Runnable poll) {
        if (!hasThreads) {
            throw new RejectedExecutionException("no thread");
        }
        Task flight = new Task();
        Thread.ofVirtual().start(() -> {
            task.set(flight);
            try {
                poll.run();
            } finally {
                flight.quiet.countDown();
            }
        });
        await(flight.quiet);
    }

    /** What one thread does. */
    static final class Task {
        /** Open once it has ended, or is held. */
        private volatile CountDownLatch quiet = new CountDownLatch(1);

        /** It is held from now on: the world goes on. */
        void hold() {
            quiet.countDown();
        }

        /** Lets go of what is held, and waits until all is done that follows from it. */
        void resume(Runnable letGo) {
            CountDownLatch next = new CountDownLatch(1);
            quiet = next;
            letGo.run();
            await(next);
        }
    }
}
