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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Rejects battery pages that are put together from two buffers: some physical values jump at once (givenergy.md §6.4,
 * numbers 5 and 6).
 */
@NonNullByDefault
final class PackSplice implements BlockGuard {

    private static final int PAGE_START = 60;
    private static final int PAGE = 60;
    /**
     * So long after the last page that was believed, nobody can tell a jump from a change. What was rejected meanwhile does
     * not count: a battery that was calibrated jumps for good.
     */
    private static final Duration COMPARABLE = Duration.ofSeconds(300);
    /** The number of cells and the firmware change with a repair or an update; both stay as they are then. */
    private static final int POLLS_UNTIL_CHANGED = 10;
    private static final Duration TIME_UNTIL_CHANGED = Duration.ofSeconds(900);

    /** A value of the page and how much it may change from one poll to the next, in its own raw unit. */
    private record Limit(int register, int words, int change) {}

    /** Another build than before: since when, and how often it was seen in a row. */
    private record Change(int firmware, int cellCount, Instant since, int polls) {}

    private static final List<Limit> LIMITS = limits();
    private static final int CELLS = 16;
    private static final int FIRMWARE = 98 - PAGE_START;
    private static final int CELL_COUNT = 97 - PAGE_START;
    private static final int CAPACITY = 84 - PAGE_START;

    private final InstantSource clock;
    private Instant lastGoodAt = Instant.MIN;
    private int @Nullable [] good;
    private int @Nullable [] held;
    private @Nullable Change change;

    /**
     * @param clock the time of pages
     * @param first the page by which the battery was found: the first of the two that must agree
     */
    PackSplice(InstantSource clock, int[] first) {
        this.clock = clock;
        this.held = first;
    }

    @Override
    public boolean accepts(int start, int[] words, int @Nullable [] lastGood) {
        if (start != PAGE_START || words.length < PAGE) {
            return true;
        }
        boolean believed = !hasNoCells(words) && follows(words);
        if (believed) {
            good = words;
            lastGoodAt = clock.instant();
            held = null;
            change = null;
        }
        return believed;
    }

    private boolean follows(int[] words) {
        int[] before = good;
        if (before == null) {
            return agreesWithHeld(words);
        }
        if (!sameBuild(before, words)) {
            return isChangedForGood(words);
        }
        change = null;
        if (!lastGoodAt.isAfter(clock.instant().minus(COMPARABLE))) {
            return true;
        }
        long jumps = LIMITS.stream().filter(limit -> jumps(limit, before, words)).count();
        if (jumps > 1) {
            held = null;
        }
        return jumps == 0 || jumps == 1 && agreesWithHeld(words);
    }

    /** What is doubted is held for one poll, and believed if the next page says the same. */
    private boolean agreesWithHeld(int[] words) {
        int[] earlier = held;
        held = words;
        return earlier != null && sameBuild(earlier, words)
                && LIMITS.stream().noneMatch(limit -> jumps(limit, earlier, words));
    }

    private boolean isChangedForGood(int[] words) {
        Instant now = clock.instant();
        Change before = change;
        Change after = before != null && before.firmware == words[FIRMWARE] && before.cellCount == words[CELL_COUNT]
                ? new Change(before.firmware, before.cellCount, before.since, before.polls + 1)
                : new Change(words[FIRMWARE], words[CELL_COUNT], now, 1);
        change = after;
        return after.polls >= POLLS_UNTIL_CHANGED && !after.since.plus(TIME_UNTIL_CHANGED).isAfter(now);
    }

    private static boolean sameBuild(int[] before, int[] now) {
        return before[FIRMWARE] == now[FIRMWARE] && before[CELL_COUNT] == now[CELL_COUNT];
    }

    private static boolean hasNoCells(int[] words) {
        boolean present = words[FIRMWARE] != 0 || words[CAPACITY] != 0 || words[CAPACITY + 1] != 0;
        return present && Arrays.stream(words, 0, CELLS).allMatch(word -> word == 0);
    }

    private static boolean jumps(Limit limit, int[] before, int[] now) {
        int at = limit.register - PAGE_START;
        // as a signed difference one word may be signed or not, and a counter may begin anew
        long difference = limit.words == 1 ? (short) (now[at] - before[at]) : wide(now, at) - wide(before, at);
        return Math.abs(difference) > limit.change;
    }

    private static long wide(int[] words, int at) {
        return (long) words[at] << 16 | words[at + 1];
    }

    private static List<Limit> limits() {
        List<Limit> limits = new ArrayList<>();
        for (int cell = PAGE_START; cell < PAGE_START + CELLS; cell++) {
            limits.add(new Limit(cell, 1, 300));
        }
        for (int temperature : new int[]{76, 77, 78, 79, 103, 104}) {
            limits.add(new Limit(temperature, 1, 50));
        }
        limits.add(new Limit(81, 1, 200));
        limits.add(new Limit(80, 1, 1600));
        limits.add(new Limit(82, 2, 4000));
        for (int capacity : new int[]{84, 86, 88, 101}) {
            limits.add(new Limit(capacity, 2, 1500));
        }
        limits.add(new Limit(100, 1, 10));
        limits.add(new Limit(105, 1, 50));
        limits.add(new Limit(106, 1, 50));
        return List.copyOf(limits);
    }
}
