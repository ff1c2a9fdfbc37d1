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

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Rejects a page of an inverter in which several values jump as they never do from one poll to the next: it is put
 * together from two buffers (givenergy.md §6.4). A device that insists on it {@value #INSISTENCE} times in a row is
 * believed, since a battery may really go.
 */
@NonNullByDefault
final class PageJumps implements BlockGuard {

    private static final int INSISTENCE = 3;
    private static final int MOST_JUMPS = 1;
    /** So long after the last page that was believed, nobody can tell a jump from a change. */
    private static final Duration COMPARABLE = Duration.ofSeconds(300);
    private static final int PERCENT = 100;

    /**
     * How much a value may change.
     *
     * @param at its place in the page
     * @param words how many registers it has
     * @param change the most, in its own raw unit
     * @param percent the same as a part of what it was, of which the larger one counts
     */
    private record Limit(int at, int words, int change, int percent) {

        boolean isBroken(int[] before, int[] now) {
            long was = number(before);
            long difference = words == 1 ? (short) (now[at] - before[at]) : number(now) - was;
            return Math.abs(difference) > Math.max(change, was * percent / PERCENT);
        }

        private long number(int[] page) {
            return words == 1 ? page[at] : (long) page[at] << 16 | page[at + 1];
        }
    }

    /**
     * The page of a single-phase inverter from register 0 on: temperatures by 20 K, the battery's voltage by 5 V or a
     * fifth, its state of charge by 20 %, counters of a life by 100 kWh or 100 h (givenergy.md §4.2).
     */
    private static final List<Limit> SINGLE_PHASE = List.of(new Limit(41, 1, 200, 0), new Limit(55, 1, 200, 0),
            new Limit(56, 1, 200, 0), new Limit(50, 1, 500, 20), new Limit(59, 1, 20, 0), new Limit(6, 2, 1000, 0),
            new Limit(11, 2, 1000, 0), new Limit(21, 2, 1000, 0), new Limit(27, 2, 1000, 0),
            new Limit(32, 2, 1000, 0), new Limit(45, 2, 1000, 0), new Limit(47, 2, 100, 0));

    /** The page of a three-phase inverter from register 1120 on, in the same limits (givenergy.md §4.4). */
    private static final List<Limit> THREE_PHASE = List.of(new Limit(8, 1, 200, 0), new Limit(9, 1, 200, 0),
            new Limit(10, 1, 200, 0), new Limit(11, 1, 50, 20), new Limit(12, 1, 20, 0), new Limit(13, 1, 50, 20));
    private static final int THREE_PHASE_START = 1120;

    private final List<Limit> limits;
    private final InstantSource clock;
    private Instant lastGoodAt = Instant.MIN;
    private int times;

    private PageJumps(List<Limit> limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** The guard of the page of input registers that begins here; one that believes all if nothing is known of it. */
    static BlockGuard of(int start, InstantSource clock) {
        return new PageJumps(start == 0 ? SINGLE_PHASE : start == THREE_PHASE_START ? THREE_PHASE : List.of(), clock);
    }

    @Override
    public boolean accepts(int start, int[] words, int @Nullable [] lastGood) {
        boolean comparable = lastGood != null && lastGood.length == words.length
                && lastGoodAt.isAfter(clock.instant().minus(COMPARABLE));
        long jumps = comparable ? limits.stream().filter(limit -> limit.isBroken(lastGood, words)).count() : 0;
        times = jumps > MOST_JUMPS ? times + 1 : 0;
        if (times > 0 && times < INSISTENCE) {
            return false;
        }
        times = 0;
        lastGoodAt = clock.instant();
        return true;
    }
}
