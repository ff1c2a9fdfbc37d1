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

import org.eclipse.jdt.annotation.NonNullByDefault;

/** How a number lies in registers. */
@NonNullByDefault
enum RegisterType {
    U16(1, 0, 0xFFFF) {
        @Override
        long raw(int[] words, WordOrder order) {
            return words[0];
        }
    },
    S16(1, Short.MIN_VALUE, Short.MAX_VALUE) {
        @Override
        long raw(int[] words, WordOrder order) {
            return (short) words[0];
        }
    },
    U32(2, 0, 0xFFFF_FFFFL) {
        @Override
        long raw(int[] words, WordOrder order) {
            return order.join(words[0], words[1]);
        }
    },
    /** Whatever the word order of the family is. */
    U32_LOW_FIRST(2, 0, 0xFFFF_FFFFL) {
        @Override
        long raw(int[] words, WordOrder order) {
            return WordOrder.LOW_FIRST.join(words[0], words[1]);
        }

        @Override
        int[] words(long raw, WordOrder order) {
            return WordOrder.LOW_FIRST.split(raw);
        }
    },
    S32(2, Integer.MIN_VALUE, Integer.MAX_VALUE) {
        @Override
        long raw(int[] words, WordOrder order) {
            return (int) order.join(words[0], words[1]);
        }
    },
    /** A floating point number of 32 bits; the raw number is these bits. */
    F32(2, 0, 0xFFFF_FFFFL) {
        @Override
        long raw(int[] words, WordOrder order) {
            return order.join(words[0], words[1]);
        }
    },
    HIGH_BYTE(1, 0, 0xFF) {
        @Override
        long raw(int[] words, WordOrder order) {
            return words[0] >> 8;
        }
    },
    LOW_BYTE(1, 0, 0xFF) {
        @Override
        long raw(int[] words, WordOrder order) {
            return words[0] & 0xFF;
        }
    };

    private final int width;
    private final long least;
    private final long most;

    RegisterType(int width, long least, long most) {
        this.width = width;
        this.least = least;
        this.most = most;
    }

    /** Whether the raw number is the number itself. */
    boolean isWhole() {
        return this != F32;
    }

    /** How many registers it takes. */
    int width() {
        return width;
    }

    /** The number in these registers, of which there are {@link #width()}. */
    abstract long raw(int[] words, WordOrder order);

    /** Whether such a number fits. */
    boolean holds(long raw) {
        return raw >= least && raw <= most;
    }

    /** The registers in which this number lies, if it {@link #holds fits} and they hold nothing else. */
    int[] words(long raw, WordOrder order) {
        return width == 1 ? new int[]{(int) raw & 0xFFFF} : order.split(raw);
    }
}
