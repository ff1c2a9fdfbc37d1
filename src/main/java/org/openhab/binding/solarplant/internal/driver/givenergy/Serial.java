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

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Serial numbers as GivEnergy keeps them: two characters in a register, ten in all (givenergy.md §1.10). */
@NonNullByDefault
final class Serial {

    private static final int REGISTERS = 5;
    private static final Pattern VALID = Pattern.compile("[A-Z0-9]{10}");

    private Serial() {}

    /** The text of five registers. */
    static String text(int[] words, int at) {
        StringBuilder text = new StringBuilder();
        for (int i = at; i < at + REGISTERS; i++) {
            text.append((char) (words[i] >> 8)).append((char) (words[i] & 0xFF));
        }
        return text.toString().replace('\0', ' ').strip().toUpperCase(Locale.ROOT);
    }

    /**
     * The serial number in a module's page from register 60 on. It lies at 114 to 118; some modules keep its first two
     * letters at 110 instead (givenergy.md §4.6).
     */
    static String ofModule(int[] words) {
        int[] registers = Arrays.copyOfRange(words, 54, 59);
        if (registers[0] == 0) {
            registers[0] = words[50];
        }
        return text(registers, 0);
    }

    static boolean isValid(String text) {
        return VALID.matcher(text).matches();
    }
}
