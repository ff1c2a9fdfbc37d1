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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.handler.BenchmarkPlant;

/**
 * When a plant's measured inverter was polled, seen from outside.
 *
 * @param gaps seconds from the beginning to the first poll, and from each to the next, the longest last
 */
@NonNullByDefault
record Cadence(List<Double> gaps) {

    private static final long LOOK_MILLIS = 10;

    /** Watches the plant for a while, which has just begun. */
    static Cadence of(BenchmarkPlant plant, int seconds) throws InterruptedException {
        List<Double> gaps = new ArrayList<>();
        long began = System.nanoTime();
        long last = began;
        long seen = 0;
        for (long now = began; now - began < TimeUnit.SECONDS.toNanos(seconds); now = System.nanoTime()) {
            long polls = plant.polls();
            if (polls > seen) {
                gaps.add((now - last) / 1e9);
                last = now;
                seen = polls;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return new Cadence(gaps.stream().sorted().toList());
    }

    double median() {
        return gaps.get(gaps.size() / 2);
    }

    double longest() {
        return gaps.getLast();
    }
}
