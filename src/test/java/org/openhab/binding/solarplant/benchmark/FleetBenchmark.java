/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.handler.BenchmarkPlant;
import org.openhab.core.thing.Thing;

import com.sun.management.OperatingSystemMXBean;

/**
 * A hundred X3-Hybrid-G4, each of which takes 30 ms for an answer: how long all of them take, and what it costs to ask
 * each every 5 s. The inverters are simulated in another process, so whatever this one uses is ours or the JVM's.
 */
@NonNullByDefault
public final class FleetBenchmark {

    private static final int INVERTERS = 100;
    private static final int AT_ONCE = 10;
    private static final Duration ANSWER = Duration.ofMillis(30);
    private static final int WARM_UP_SWEEPS = 12;
    private static final int SWEEPS = 9;
    private static final int REFRESH_SECONDS = 5;
    private static final int SECONDS = 60;
    private static final int UNTIL_STEADY_SECONDS = 15;

    private static final double MOST_OF_LEAST_TIME = 1.10;
    private static final int MOST_THREADS = 12;
    private static final double MOST_OF_ONE_CORE = 5;
    private static final double MOST_HEAP = 64;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS = ManagementFactory
            .getPlatformMXBean(OperatingSystemMXBean.class);

    private FleetBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int requests = PollBenchmark.reads().size();
        Report report = new Report(INVERTERS + " inverters, " + ANSWER.toMillis() + " ms to each answer, " + AT_ONCE
                + " polls at a time");
        try (Simulators simulators = Simulators.start(INVERTERS, ANSWER, false)) {
            sweeps(report, simulators.ports(), requests);
            minute(report, simulators.ports());
        }
        report.end();
    }

    private static void sweeps(Report report, List<Integer> ports, int requests) throws InterruptedException {
        double least = INVERTERS * requests * ANSWER.toMillis() / (double) AT_ONCE;
        double[] millis = new double[SWEEPS];
        try (BenchmarkPlant plant = new BenchmarkPlant(ports, 3600, AT_ONCE)) {
            long polls = INVERTERS;
            plant.awaitPolls(polls);
            for (int sweep = -WARM_UP_SWEEPS; sweep < SWEEPS; sweep++) {
                long before = plant.sweep();
                polls += INVERTERS;
                plant.awaitPolls(polls);
                if (sweep >= 0) {
                    millis[sweep] = (System.nanoTime() - before) / 1e6;
                }
            }
            requireAll(plant);
        }
        report.note("requests per poll", requests, "");
        report.note("least time of a sweep", least, "ms");
        report.atMost("time of a sweep (median of " + SWEEPS + ")",
                Arrays.stream(millis).sorted().toArray()[SWEEPS / 2],
                MOST_OF_LEAST_TIME * least, "ms");
    }

    private static void minute(Report report, List<Integer> ports) throws InterruptedException {
        long empty = liveHeap();
        @Nullable
        BenchmarkPlant plant = new BenchmarkPlant(ports, REFRESH_SECONDS, AT_ONCE);
        plant.awaitPolls(INVERTERS);
        TimeUnit.SECONDS.sleep(UNTIL_STEADY_SECONDS);
        long published = plant.published();
        long polls = plant.polls();
        long cpu = PROCESS.getProcessCpuTime();
        long began = System.nanoTime();
        long threads = 0;
        for (int second = 0; second < SECONDS; second++) {
            TimeUnit.SECONDS.sleep(1);
            threads = Math.max(threads, ourThreads());
        }
        double elapsed = System.nanoTime() - began;
        double share = 100 * (PROCESS.getProcessCpuTime() - cpu) / elapsed;
        report.note("polls in a minute, one of each inverter every " + REFRESH_SECONDS + " s", plant.polls() - polls,
                "");
        report.atMost("threads of ours, at most", threads, MOST_THREADS, "");
        report.atMost("CPU time of the whole process, of one core", share, MOST_OF_ONE_CORE, "%");
        report.atMost("states published of what is measured, while nothing moves", plant.published() - published, 0,
                "");
        requireAll(plant);
        long inUse = liveHeap();
        List<Thing> things = plant.leaveThings();
        // from here on only openHAB's own things and channels are left of the plant
        plant = null;
        long left = liveHeap();
        report.note("channels per inverter", (double) channels(things) / INVERTERS, "");
        report.note("live heap per inverter of openHAB's things and channels", kibibytes(left - empty), "KiB");
        report.atMost("live heap per inverter of the binding", kibibytes(inUse - left), MOST_HEAP, "KiB");
    }

    private static double kibibytes(long bytes) {
        return bytes / 1024.0 / INVERTERS;
    }

    private static long channels(List<Thing> things) {
        return things.stream().mapToLong(thing -> thing.getChannels().size()).sum();
    }

    /** A fleet that does not answer would be cheap. */
    private static void requireAll(BenchmarkPlant plant) {
        if (plant.connected() != INVERTERS) {
            throw new IllegalStateException(plant.connected() + " inverters answer");
        }
    }

    private static long ourThreads() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds())).filter(Objects::nonNull)
                .map(ThreadInfo::getThreadName).filter(name -> name.contains("solarplant")).count();
    }

    private static long liveHeap() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(100);
            least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
