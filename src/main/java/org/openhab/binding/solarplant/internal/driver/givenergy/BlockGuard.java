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

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** Judges a block of registers that came with a valid checksum and may be nonsense all the same (givenergy.md §6.4). */
@NonNullByDefault
@FunctionalInterface
interface BlockGuard {

    /**
     * Whether to believe a block.
     *
     * @param start its first register
     * @param words its registers
     * @param lastGood the same registers as last believed; null if there are none yet
     */
    boolean accepts(int start, int[] words, int @Nullable [] lastGood);

    /** Believes what all of these believe. What one of them rejects the next ones do not see, nor remember. */
    static BlockGuard all(List<BlockGuard> guards) {
        return (start, words, lastGood) -> guards.stream().allMatch(guard -> guard.accepts(start, words, lastGood));
    }
}
