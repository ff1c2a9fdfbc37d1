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
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.handler.BenchmarkPlant;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.Request;

/**
 * What a full poll of an X3-Hybrid-G4 costs the CPU, from the request to the published state, against j2mod making the
 * very same requests. Both take turns in one thread, so that whatever else the machine does hits both alike.
 */
@NonNullByDefault
public final class PollBenchmark {

    private static final double BOUND = 2.0;
    /** Until the compiler has had its say, also on a busy machine. */
    private static final int WARM_UP_ROUNDS = 400;
    private static final int ROUNDS = 41;
    private static final int POLLS_PER_ROUND = 150;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private interface Poll {
        void run() throws Exception;
    }

    private PollBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        List<Request> reads = reads();
        Report report = new Report("One full poll of an X3-Hybrid-G4: transport, decode, merge, diff, publish");
        try (Simulators simulators = Simulators.start(1, Duration.ZERO, true);
                BenchmarkPlant plant = new BenchmarkPlant(simulators.ports(), 3600, 1);
                BareModbus bare = new BareModbus(simulators.ports().getFirst(), reads)) {
            plant.addBattery("H34A10BENCH000");
            plant.awaitPolls(1);
            BenchmarkPlant.ForcedPoll poll = plant.forcedPoll();
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                microseconds(POLLS_PER_ROUND, poll::run);
                microseconds(POLLS_PER_ROUND, bare::poll);
            }
            double[] ours = new double[ROUNDS];
            double[] theirs = new double[ROUNDS];
            double[] ratios = new double[ROUNDS];
            long before = plant.published();
            for (int round = 0; round < ROUNDS; round++) {
                ours[round] = microseconds(POLLS_PER_ROUND, poll::run);
                theirs[round] = microseconds(POLLS_PER_ROUND, bare::poll);
                ratios[round] = ours[round] / theirs[round];
            }
            report.note("requests", reads.size(), "");
            report.note("states published per poll", (plant.published() - before) / (double) ROUNDS / POLLS_PER_ROUND,
                    "");
            report.note("CPU time of the binding", median(ours), "µs");
            report.note("CPU time of bare j2mod", median(theirs), "µs");
            report.atMost("ratio", median(ratios), BOUND, "");
        }
        report.end();
    }

    /** The requests of a full poll, as the simulator sees them. */
    static List<Request> reads() throws Exception {
        try (ModbusSimulator simulator = ModbusSimulator.serve(Simulators.image(0, false));
                BenchmarkPlant plant = new BenchmarkPlant(List.of(simulator.port()), 3600, 1)) {
            plant.awaitPolls(1);
            simulator.clearRequests();
            plant.sweep();
            plant.awaitPolls(2);
            return simulator.requests();
        }
    }

    private static double microseconds(int polls, Poll poll) throws Exception {
        long before = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < polls; i++) {
            poll.run();
        }
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e3 / polls;
    }

    private static double median(double[] figures) {
        return Arrays.stream(figures).sorted().toArray()[figures.length / 2];
    }
}
