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
import java.util.Arrays;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Rejects battery pages that are put together from two buffers: some physical values jump at once (givenergy.md §6.4,
 * numbers 4 to 6).
 */
@NonNullByDefault
final class PackSplice implements BlockGuard {

    private static final int PAGE_START = 60;
    /** Without any page for so long nobody can tell a jump from a change. */
    private static final Duration COMPARABLE = Duration.ofSeconds(300);

    /** A value of the page and how much it may change from one poll to the next, in its own raw unit. */
    private record Limit(int register, int words, int change) {}

    private static final List<Limit> LIMITS = limits();
    private static final int CELLS = 16;
    private static final int FIRMWARE = 98;
    private static final int CELL_COUNT = 97;
    private static final int CAPACITY = 84;
    private static final int SERIAL = 110;
    private static final int SERIAL_WORDS = 5;

    private final InstantSource clock;
    private Instant lastPage = Instant.MIN;
    private int @Nullable [] held;

    PackSplice(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean accepts(int start, int[] words, int @Nullable [] lastGood) {
        if (start != PAGE_START || words.length < SERIAL - PAGE_START + SERIAL_WORDS) {
            return true;
        }
        Instant now = clock.instant();
        boolean comparable = lastPage.isAfter(now.minus(COMPARABLE));
        lastPage = now;
        if (!Serial.isValid(Serial.text(words, SERIAL - PAGE_START)) || hasNoCells(words)) {
            return false;
        }
        int[] before = comparable ? lastGood : null;
        if (before == null) {
            return agreesWithHeld(words);
        }
        if (before[FIRMWARE - PAGE_START] != words[FIRMWARE - PAGE_START]
                || before[CELL_COUNT - PAGE_START] != words[CELL_COUNT - PAGE_START]) {
            return agreesWithHeld(words);
        }
        long jumps = LIMITS.stream().filter(limit -> jumps(limit, before, words)).count();
        if (jumps == 0) {
            held = null;
            return true;
        }
        return jumps == 1 && agreesWithHeld(words);
    }

    /** What is doubted is held for one poll, and believed if the next page says the same. */
    private boolean agreesWithHeld(int[] words) {
        int[] earlier = held;
        boolean agrees = earlier != null && earlier[FIRMWARE - PAGE_START] == words[FIRMWARE - PAGE_START]
                && LIMITS.stream().noneMatch(limit -> jumps(limit, earlier, words));
        held = agrees ? null : words;
        return agrees;
    }

    private static boolean hasNoCells(int[] words) {
        boolean present = words[FIRMWARE - PAGE_START] != 0 || words[CAPACITY - PAGE_START + 1] != 0;
        return present && Arrays.stream(words, 0, CELLS).allMatch(word -> word == 0);
    }

    private static boolean jumps(Limit limit, int[] before, int[] now) {
        return Math.abs(raw(limit, now) - raw(limit, before)) > limit.change;
    }

    private static long raw(Limit limit, int[] words) {
        int at = limit.register - PAGE_START;
        return limit.words == 1 ? (short) words[at] : (long) words[at] << 16 | words[at + 1];
    }

    private static List<Limit> limits() {
        java.util.ArrayList<Limit> limits = new java.util.ArrayList<>();
        for (int cell = 60; cell < 76; cell++) {
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
