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

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;

/** Registers in which a device says in plain text, or with a number, what it is. */
@NonNullByDefault
sealed interface Inscription {

    /** The address space. */
    RegisterSpace space();

    /** The first register. */
    int address();

    /** How many registers it takes. */
    int count();

    /** What these registers say, without what surrounds it; empty if they say nothing. */
    String told(int[] words, WordOrder order);

    /** Whether that is what was expected. */
    boolean says(String expected, int[] words, WordOrder order);

    /** Letters, two to a register, up to the first zero. */
    record Letters(RegisterSpace space, int address, int count) implements Inscription {
        @Override
        public String told(int[] words, WordOrder order) {
            ByteBuffer bytes = ByteBuffer.allocate(2 * words.length);
            for (int word : words) {
                bytes.putShort((short) word);
            }
            String all = new String(bytes.array(), StandardCharsets.UTF_8);
            int end = all.indexOf('\0');
            return (end < 0 ? all : all.substring(0, end)).replaceAll("\\p{Cntrl}", "").strip();
        }

        /** What follows may differ from device to device. */
        @Override
        public boolean says(String expected, int[] words, WordOrder order) {
            return told(words, order).startsWith(expected);
        }
    }

    /** A number. */
    record Number(RegisterSpace space, int address, RegisterType type) implements Inscription {
        @Override
        public int count() {
            return type.width();
        }

        @Override
        public String told(int[] words, WordOrder order) {
            return Long.toString(type.raw(words, order));
        }

        /** One number or one of a range, as {@link Interval#parse} reads it. */
        @Override
        public boolean says(String expected, int[] words, WordOrder order) {
            return Interval.parse(expected).contains(Factor.number(told(words, order)));
        }
    }
}
