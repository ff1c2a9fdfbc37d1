/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver;

import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Rejects a block of registers whose end is blank all of a sudden, nothing but 0 or nothing but 0xFFFF: whoever filled it
 * in was interrupted, and the values before that end are no better. A device that says so {@value #INSISTENCE} times in a
 * row is believed.
 */
@NonNullByDefault
public final class BlankTail {

    private static final int INSISTENCE = 3;
    /** Fewer registers at the end of a block may well become blank together, as those of one phase or of one slot. */
    private static final int LEAST_LENGTH = 12;
    /** So many of them held something before. */
    private static final int LEAST_LOST = 4;
    private static final int ALL_ONES = 0xFFFF;

    private int times;

    /**
     * Whether to believe a block.
     *
     * @param words its registers
     * @param before the same registers as last believed; null if there are none yet
     */
    public boolean accepts(int[] words, int @Nullable [] before) {
        if (before == null || before.length != words.length
                || !lost(words, before, 0) && !lost(words, before, ALL_ONES)) {
            times = 0;
            return true;
        }
        times++;
        return times >= INSISTENCE;
    }

    private static boolean lost(int[] words, int[] before, int blank) {
        int from = end(words, blank);
        int length = end(before, blank) - from;
        return length >= LEAST_LENGTH
                && IntStream.range(from, words.length).filter(at -> before[at] != blank).count() >= LEAST_LOST;
    }

    /** The place from which on all is blank. */
    private static int end(int[] words, int blank) {
        int end = words.length;
        while (end > 0 && words[end - 1] == blank) {
            end--;
        }
        return end;
    }
}
