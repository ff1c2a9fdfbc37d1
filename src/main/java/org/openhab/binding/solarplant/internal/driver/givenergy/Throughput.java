/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.givenergy;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What went into a battery and out of it in all its life, in 0.1 kWh. The devices count both in 16 bits that begin anew at
 * 6553.6 kWh, but also their sum in 32 bits, which tells how often that happened (givenergy.md §3.3).
 *
 * @param charge what went in
 * @param discharge what came out
 */
@NonNullByDefault
record Throughput(long charge, long discharge) {

    private static final long WRAP = 0x10000;
    /** The sum and its parts lie in pages that are read one after the other. */
    private static final long OUT_OF_STEP = 5;
    /** No battery gives back less than half of what it takes. */
    private static final int LEAST_SHARE_GIVEN_BACK = 2;

    /**
     * @param sum both together, as 32 bits
     * @param charge what went in, modulo 16 bits
     * @param discharge what came out, modulo 16 bits
     * @return nothing if the counters are not those of which this is the sum: the device does not support them
     */
    static Optional<Throughput> of(long sum, int charge, int discharge) {
        long rest = sum - charge - discharge;
        long wraps = Math.round((double) rest / WRAP);
        if (charge == 0 && discharge == 0 || wraps < 0 || Math.abs(rest - wraps * WRAP) > OUT_OF_STEP) {
            return Optional.empty();
        }
        Comparator<Throughput> closest = Comparator.comparingLong(pair -> Math.abs(pair.charge - pair.discharge));
        Predicate<Throughput> likely = pair -> pair.charge >= pair.discharge
                && pair.charge <= LEAST_SHARE_GIVEN_BACK * pair.discharge;
        return LongStream.rangeClosed(0, wraps)
                .mapToObj(in -> new Throughput(charge + in * WRAP, discharge + (wraps - in) * WRAP))
                .min(Comparator.comparing(likely::test, Comparator.reverseOrder()).thenComparing(closest));
    }
}
