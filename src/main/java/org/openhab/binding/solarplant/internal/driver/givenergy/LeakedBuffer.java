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

import java.util.Map;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Rejects pages into which the adapter spilled one of its own network packets, and pages that are zero all of a sudden
 * (givenergy.md §6.4, numbers 2 and 3).
 */
@NonNullByDefault
final class LeakedBuffer implements BlockGuard {

    private static final int PAGE = 60;
    /** The last pages of some banks are shorter; what is shorter still may well be zero. */
    private static final int SHORTEST_PAGE = 20;

    /** Words seen in spilled pages, by their place in the page; some were seen with two values. */
    private static final Map<Integer, int[]> SPILLED = Map.ofEntries(Map.entry(28, new int[]{0x4C32}),
            Map.entry(30, new int[]{0xA119}), Map.entry(31, new int[]{0x34EA}),
            Map.entry(32, new int[]{0xE77F}), Map.entry(33, new int[]{0xD475}),
            Map.entry(35, new int[]{0x4500}), Map.entry(40, new int[]{0xE4F9, 0xB619}),
            Map.entry(41, new int[]{0xC0A8}), Map.entry(43, new int[]{0xC0A8}),
            Map.entry(46, new int[]{0xC5E9}), Map.entry(50, new int[]{0x60EF, 0x503C}),
            Map.entry(51, new int[]{0x8018}), Map.entry(52, new int[]{0x43E0}),
            Map.entry(53, new int[]{0xF6CE}), Map.entry(56, new int[]{0x080A}),
            Map.entry(58, new int[]{0xFCC1}), Map.entry(59, new int[]{0x661E}));
    private static final int MOST_BY_CHANCE = 5;

    /** Places in an IPv4 packet with a TCP segment, in words from its beginning. */
    private static final int IP_VERSION = 0x4500;
    private static final int SOURCE = 6;
    private static final int DESTINATION = 8;
    private static final int TCP_FLAGS = 16;

    @Override
    public boolean accepts(int start, int[] words, int @Nullable [] lastGood) {
        if (words.length < SHORTEST_PAGE) {
            return true;
        }
        boolean droppedOut = IntStream.of(words).allMatch(word -> word == 0) && lastGood != null
                && IntStream.of(lastGood).anyMatch(word -> word != 0);
        return !droppedOut && !holdsPacket(words) && !(words.length == PAGE && isSpilled(words));
    }

    private static boolean isSpilled(int[] words) {
        return SPILLED.entrySet().stream().filter(
                entry -> IntStream.of(entry.getValue()).anyMatch(word -> word == words[entry.getKey()]))
                .count() > MOST_BY_CHANCE;
    }

    /** The same with the addresses of another network. */
    private static boolean holdsPacket(int[] words) {
        return IntStream.range(0, words.length - TCP_FLAGS)
                .anyMatch(i -> words[i] == IP_VERSION && isPrivateAddress(words[i + SOURCE])
                        && isPrivateAddress(words[i + DESTINATION])
                        && (words[i + TCP_FLAGS] == 0x8018 || words[i + TCP_FLAGS] == 0x8010));
    }

    private static boolean isPrivateAddress(int word) {
        return word == 0xC0A8 || word >> 8 == 0x0A || word >= 0xAC10 && word <= 0xAC1F;
    }
}
