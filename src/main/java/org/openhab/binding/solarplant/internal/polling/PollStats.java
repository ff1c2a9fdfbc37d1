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

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Failure;

/**
 * How a target's polls have gone.
 *
 * @param mode how the plant was polled at the last one
 * @param lastCadence what the last one asked for; nothing before the first
 * @param polls how many there were
 * @param lastFull when the last full poll succeeded
 * @param lastSuccess when the last poll of any kind succeeded
 * @param failures how many failed in a row up to now
 * @param duration how long the last one took
 * @param lastFailure why the last one failed; nothing if it did not
 * @param connected whether the target counts as connected; lost after {@value #FAILURES_UNTIL_LOST} failures in a row,
 *            or after one that cannot heal by itself
 */
@NonNullByDefault
public record PollStats(PollMode mode, Optional<Cadence> lastCadence, long polls, Optional<Instant> lastFull,
        Optional<Instant> lastSuccess, int failures, Duration duration, Optional<Failure> lastFailure,
        boolean connected) {

    private static final int FAILURES_UNTIL_LOST = 5;

    /** Of a target that was not polled yet. */
    static PollStats none(PollMode mode) {
        return new PollStats(mode, Optional.empty(), 0, Optional.empty(), Optional.empty(), 0, Duration.ZERO,
                Optional.empty(), false);
    }

    PollStats succeeded(PollMode by, Cadence cadence, Duration took, Instant at) {
        return new PollStats(by, Optional.of(cadence), polls + 1,
                cadence.isFull() ? Optional.of(at) : lastFull, Optional.of(at), 0, took, Optional.empty(), true);
    }

    PollStats failed(PollMode by, Cadence cadence, Duration took, Failure failure) {
        boolean lost = failures + 1 >= FAILURES_UNTIL_LOST || failure.kind().isCertain();
        return new PollStats(by, Optional.of(cadence), polls + 1, lastFull, lastSuccess, failures + 1, took,
                Optional.of(failure), connected && !lost);
    }

    /** Without having been asked itself: a neighbour on its wire was told that nobody there is served. */
    PollStats stopped(Failure failure) {
        return new PollStats(mode, lastCadence, polls, lastFull, lastSuccess, failures + 1, duration,
                Optional.of(failure), false);
    }
}
