/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The registers that were read, by the blocks in which they came. */
@NonNullByDefault
final class Words {

    private static final int BLANK = 0xFFFF;

    private record Read(Block block, int[] words) {}

    private final List<Read> reads = new ArrayList<>();
    private int rejected;

    void add(Block block, int[] words) {
        reads.add(new Read(block, words));
    }

    /** A block came that is not to be believed. */
    void reject() {
        rejected++;
    }

    /** Whether these are what a device sends that has lost what it speaks for: nothing but 0xFFFF. */
    static boolean areBlank(int[] words) {
        for (int word : words) {
            if (word != BLANK) {
                return false;
            }
        }
        return true;
    }

    /** What a single register said is not believed if it is blank: others were, so that it is no number. */
    void rejectBlankOnes() {
        if (reads.removeIf(read -> areBlank(read.words))) {
            rejected++;
        }
    }

    /** How many blocks came that are not to be believed. */
    int rejected() {
        return rejected;
    }

    /** Those of these registers that were not read. */
    List<Register> missing(List<Register> registers) {
        return registers.stream().filter(register -> of(register).isEmpty()).toList();
    }

    boolean isEmpty() {
        return reads.isEmpty();
    }

    /** The register's words; nothing if it was not read. */
    Optional<int[]> of(Register register) {
        for (Read read : reads) {
            if (read.block.covers(register)) {
                int from = register.address() - read.block.start();
                return Optional.of(Arrays.copyOfRange(read.words, from, from + register.type().width()));
            }
        }
        return Optional.empty();
    }
}
