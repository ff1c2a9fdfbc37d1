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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.handler.BenchmarkPlant;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.Request;

import com.sun.management.ThreadMXBean;

/**
 * What a full poll of an X3-Hybrid-G4 costs the CPU, from the request to the published state, against a socket over
 * which the very same requests are made, and nothing is done with the answers; and how much memory it uses up. Beside
 * them j2mod makes the same requests. All take turns in one thread, so that whatever else the machine does hits all alike.
 */
@NonNullByDefault
public final class PollBenchmark {

    private static final double MOST_BYTES = 45;
    private static final double MOST_BEYOND_SOCKET = 30;
    /** Until the compiler has had its say, also on a busy machine. */
    private static final int WARM_UP_ROUNDS = 400;
    private static final int ROUNDS = 41;
    private static final int POLLS_PER_ROUND = 150;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private interface Poll {
        void run() throws Exception;
    }

    /** What one poll takes of the thread that makes it. */
    private record Cost(double micros, double kilobytes) {}

    private PollBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        List<Request> reads = reads();
        Report report = new Report("One full poll of an X3-Hybrid-G4: transport, decode, merge, diff, publish");
        try (Simulators simulators = Simulators.start(1, Duration.ZERO, true);
                BenchmarkPlant plant = new BenchmarkPlant(simulators.ports(), 3600, 1);
                BareSocket socket = new BareSocket(simulators.ports().getFirst(), reads);
                BareModbus bare = new BareModbus(simulators.ports().getFirst(), reads)) {
            plant.addBattery("H34A10BENCH000");
            plant.awaitPolls(1);
            List<Poll> polls = List.of(plant.forcedPoll()::run, bare::poll, socket::poll);
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                for (Poll poll : polls) {
                    cost(poll);
                }
            }
            long before = plant.published();
            List<List<Cost>> rounds = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                List<Cost> costs = new ArrayList<>();
                for (Poll poll : polls) {
                    costs.add(cost(poll));
                }
                rounds.add(costs);
            }
            report.note("requests", reads.size(), "");
            report.note("states published per poll", (plant.published() - before) / (double) ROUNDS / POLLS_PER_ROUND,
                    "");
            report.note("CPU time of the binding", median(rounds, costs -> costs.get(0).micros), "µs");
            report.note("CPU time of bare j2mod", median(rounds, costs -> costs.get(1).micros), "µs");
            report.note("CPU time of a bare socket", median(rounds, costs -> costs.get(2).micros), "µs");
            report.note("ratio of the binding to bare j2mod",
                    median(rounds, costs -> costs.get(0).micros / costs.get(1).micros), "");
            report.atMost("CPU time beyond the bare socket",
                    median(rounds, costs -> costs.get(0).micros - costs.get(2).micros), MOST_BEYOND_SOCKET, "µs");
            report.note("memory that bare j2mod uses up", median(rounds, costs -> costs.get(1).kilobytes), "kB");
            report.note("memory that a bare socket uses up", median(rounds, costs -> costs.get(2).kilobytes), "kB");
            report.atMost("memory that the binding uses up", median(rounds, costs -> costs.get(0).kilobytes),
                    MOST_BYTES, "kB");
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

    private static Cost cost(Poll poll) throws Exception {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < POLLS_PER_ROUND; i++) {
            poll.run();
        }
        return new Cost((THREADS.getCurrentThreadCpuTime() - nanos) / 1e3 / POLLS_PER_ROUND,
                (THREADS.getCurrentThreadAllocatedBytes() - bytes) / 1e3 / POLLS_PER_ROUND);
    }

    private static double median(List<List<Cost>> rounds, ToDoubleFunction<List<Cost>> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }
}
