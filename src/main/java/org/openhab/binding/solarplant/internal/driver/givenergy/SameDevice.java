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

import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.driver.givenergy.Topology.Role;

/**
 * Rejects pages in which the device at an address is not the one that was found there: another serial number, or none of
 * what such a device always tells (givenergy.md §2.2, §6.4 number 4).
 */
@NonNullByDefault
final class SameDevice implements BlockGuard {

    /** Members of a plant are found by, and begin with, this page. */
    static final int PAGE_START = 60;
    private static final int PACK_SERIAL = 110 - PAGE_START;
    private static final int MODULE_SERIAL = 114 - PAGE_START;
    private static final int VERSION_WORDS = 4;
    private static final int BLANKS = 0x2020;

    private final Role role;
    private final String serial;
    private boolean away;

    /**
     * @param role what the device is
     * @param serial its serial number; empty if it has none
     */
    SameDevice(Role role, String serial) {
        this.role = role;
        this.serial = serial;
    }

    @Override
    public boolean accepts(int start, int[] words, int @Nullable [] lastGood) {
        if (start != PAGE_START) {
            return !away;
        }
        String answering = serialIn(role, words);
        boolean same = serial.isEmpty() ? isPresent(role, words) : answering.equals(serial);
        // a serial number of nonsense is a spoilt page; the device may well be there
        away = !same && (Serial.isValid(answering) || IntStream.of(words).allMatch(word -> word == 0));
        return same;
    }

    /** Whether another device, or nobody, was told of the last time. */
    boolean isAway() {
        return away;
    }

    /** Whether a page is one of a device; absent ones are answered for with zeros by some owners. */
    static boolean isPresent(Role role, int[] words) {
        return switch (role) {
            case METER -> words[0] != 0;
            case PACK -> Serial.isValid(Serial.text(words, PACK_SERIAL));
            case STACK -> IntStream.range(0, VERSION_WORDS).anyMatch(i -> words[i] != 0 && words[i] != BLANKS);
            case MODULE -> !Serial.text(words, MODULE_SERIAL).isBlank();
        };
    }

    /** The serial number in a page; empty if there is no valid one. */
    static String serialIn(Role role, int[] words) {
        String text = switch (role) {
            case PACK -> Serial.text(words, PACK_SERIAL);
            case MODULE -> Serial.ofModule(words);
            // a meter has none, and that of a stack lies in a page that not every stack answers for
            case METER, STACK -> "";
        };
        return Serial.isValid(text) ? text : "";
    }
}
