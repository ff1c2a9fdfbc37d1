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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Contribution;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Plant;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Source;
import org.openhab.binding.solarplant.internal.model.Value;

import com.sun.management.ThreadMXBean;

/**
 * What it costs to take in one reading of a plant with few devices and of one with many, and to look once a second for
 * what is too old. Both plants take turns, and the median of many rounds counts, so that a busy machine hits both alike.
 * In both the same number of devices tell, since what many know does not fit into the processor's cache; how much that
 * adds is noted.
 */
@NonNullByDefault
public final class GrowthBenchmark {

    private static final int FEW = 10;
    private static final int MANY = 1000;
    private static final int LOOKED_AT = 300;
    private static final double MOST_RATIO = 1.5;
    private static final double MOST_LOOK = 100;
    private static final int ROUNDS = 201;
    private static final int MERGES = 200;
    private static final Instant BEGIN = Instant.parse("2026-06-01T10:00:00Z");
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final List<Metric> METRICS = Metrics.types().stream().filter(type -> !type.isNumbered())
            .map(type -> type.metric(0)).filter(metric -> Set.of("pv", "grid", "output", "battery", "load", "energy")
                    .contains(metric.type().group()))
            .toList();

    private GrowthBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Report report = new Report("A plant that grows: one reading taken in, and one look for what is too old");
        Plant few = plant(FEW);
        Plant many = plant(MANY);
        Plant looked = plant(LOOKED_AT);
        List<Set<Contribution>> all = contributions(LOOKED_AT);
        double[] ofFew = new double[ROUNDS];
        double[] ofMany = new double[ROUNDS];
        double[] ofAll = new double[ROUNDS];
        double[] looks = new double[ROUNDS];
        for (int warm = 0; warm < 2; warm++) {
            for (int round = 0; round < ROUNDS; round++) {
                ofFew[round] = merges(few, FEW, round);
                ofMany[round] = merges(many, FEW, round);
                ofAll[round] = merges(many, MANY, round);
                looks[round] = look(looked, all);
            }
        }
        report.note("metrics of a reading", METRICS.size(), "");
        report.note("a reading, " + FEW + " devices", median(ofFew), "µs");
        report.note("a reading, " + MANY + " devices of which " + FEW + " tell", median(ofMany), "µs");
        report.note("a reading, " + MANY + " devices that tell in turn", median(ofAll), "µs");
        report.atMost("ratio where " + FEW + " tell", median(ofMany) / median(ofFew), MOST_RATIO, "");
        report.atMost("look for what is too old, " + LOOKED_AT + " devices", median(looks), MOST_LOOK, "µs");
        report.end();
    }

    private static Plant plant(int devices) {
        Plant plant = new Plant(() -> ZoneOffset.UTC, Optional.empty());
        for (int i = 0; i < devices; i++) {
            plant.merge(List.of(reading(i, 0)));
        }
        plant.tick(BEGIN);
        return plant;
    }

    /** All within a second after the totals were made, as between two ticks. */
    private static double merges(Plant plant, int tellers, int round) {
        List<Reading> readings = IntStream.range(0, MERGES)
                .mapToObj(i -> reading((round * MERGES + i) % tellers, round * MERGES + i)).toList();
        long nanos = THREADS.getCurrentThreadCpuTime();
        readings.forEach(reading -> plant.merge(List.of(reading)));
        double micros = (THREADS.getCurrentThreadCpuTime() - nanos) / 1e3 / MERGES;
        plant.tick(BEGIN);
        return micros;
    }

    private static double look(Plant plant, List<Set<Contribution>> all) {
        long nanos = THREADS.getCurrentThreadCpuTime();
        for (Set<Contribution> contributions : all) {
            plant.expire(contributions, BEGIN.minusSeconds(1));
        }
        plant.tick(BEGIN);
        return (THREADS.getCurrentThreadCpuTime() - nanos) / 1e3;
    }

    private static List<Set<Contribution>> contributions(int devices) {
        return IntStream.range(0, devices)
                .mapToObj(i -> Set.of(new Contribution(id(i), Source.DIRECT))).toList();
    }

    private static DeviceId id(int number) {
        return new DeviceId(DeviceKind.INVERTER, "BENCH" + number);
    }

    private static Reading reading(int device, int turn) {
        Map<Metric, Value> values = new HashMap<>();
        METRICS.forEach(metric -> values.put(metric, Value.Amount.of(metric.isDailyCounter()
                || metric.isLifetimeCounter() ? 1000 : 50 + turn % 3)));
        return new Reading(new Device(id(device), null, Map.of()), BEGIN, Cadence.FULL, values, 0);
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
