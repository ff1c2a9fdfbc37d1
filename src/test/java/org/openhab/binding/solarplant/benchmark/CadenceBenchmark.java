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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.handler.BenchmarkPlant;

/**
 * Whether a healthy inverter keeps its interval beside many that do not answer or are slow, from the moment when the
 * plant starts. One plant for each kind of neighbours, all at the same time.
 */
@NonNullByDefault
public final class CadenceBenchmark {

    private static final int INTERVAL_SECONDS = 5;
    private static final int AT_ONCE = 10;
    private static final int SECONDS = 120;
    private static final int DEAD = 60;
    private static final int SLOW = 20;
    private static final Duration LATE = Duration.ofMillis(4500);

    private static final double MOST_OF_MEDIAN_ALONE = 1.2;
    private static final double MOST_INTERVALS = 2;

    private CadenceBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        List<AutoCloseable> open = new ArrayList<>();
        Report report = new Report("A healthy inverter asked every " + INTERVAL_SECONDS + " s, " + AT_ONCE
                + " polls at a time, the first " + SECONDS + " s of a plant");
        try (Simulators slow = Simulators.start(SLOW, LATE, false);
                ExecutorService plants = Executors.newCachedThreadPool()) {
            List<Neighbours> kinds = List.of(Neighbours.none(), Neighbours.refused(DEAD),
                    Neighbours.blackHoles(DEAD, open), Neighbours.silent(DEAD, open),
                    Neighbours.silentDongles(DEAD, open), Neighbours.slow(slow.ports()));
            try (Simulators healthy = Simulators.start(kinds.size(), Duration.ZERO, false)) {
                List<Future<Cadence>> running = new ArrayList<>();
                for (int i = 0; i < kinds.size(); i++) {
                    int port = healthy.ports().get(i);
                    Neighbours beside = kinds.get(i);
                    running.add(plants.submit(() -> cadence(port, beside)));
                }
                double alone = running.getFirst().get().median();
                for (int i = 0; i < kinds.size(); i++) {
                    Cadence cadence = running.get(i).get();
                    String name = kinds.get(i).name();
                    report.atMost("median gap, " + name, cadence.median(), MOST_OF_MEDIAN_ALONE * alone, "s");
                    report.atMost("longest gap, " + name, cadence.longest(), MOST_INTERVALS * INTERVAL_SECONDS, "s");
                }
            }
        }
        for (AutoCloseable each : open) {
            each.close();
        }
        report.end();
    }

    private static Cadence cadence(int port, Neighbours beside) throws InterruptedException {
        try (BenchmarkPlant plant = new BenchmarkPlant(List.of(port), INTERVAL_SECONDS, AT_ONCE)) {
            beside.join(plant);
            return Cadence.of(plant, SECONDS);
        }
    }
}
