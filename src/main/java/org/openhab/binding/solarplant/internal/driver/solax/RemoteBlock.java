/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.solax;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;

/** The registers of remote control, which a generation has here or there (solax.md §3.13). */
@NonNullByDefault
enum RemoteBlock {

    /**
     * G4 and G5. Of its modes only push power speaks of the battery; the target of the others is what the inverter
     * delivers, and would have to follow the sun.
     */
    A(0x007C, 15, "push-power") {
        @Override
        int[] words(int watts, int seconds, int rated) {
            int[] words = release();
            words[0] = 4;
            words[1] = SET_NOW;
            words[0x82 - 0x7C] = seconds;
            words[0x88 - 0x7C] = seconds;
            put(words, 0x89 - 0x7C, watts);
            return words;
        }
    },
    /**
     * G6. What comes before the last is the time in seconds, whatever the firmware. The last is the next thing to do in
     * newer firmware, 160 for an end of remote control; in older it is a time limit, which then is 160 s.
     */
    B(0x00A0, 8, "pv-and-battery-timed") {
        @Override
        int[] words(int watts, int seconds, int rated) {
            int[] words = release();
            words[0] = 8;
            words[1] = SET_NOW;
            // the roof is not to be held back
            put(words, 2, PV_PER_RATED * rated);
            put(words, 4, watts);
            words[6] = seconds;
            words[7] = LEAVE;
            return words;
        }
    };

    private static final int SET_NOW = 1;
    private static final int LEAVE = 160;
    /** More than any roof delivers: an inverter has at most twice its rated power on it. */
    private static final int PV_PER_RATED = 3;

    private final int start;
    private final int count;
    private final String mode;

    RemoteBlock(int start, int count, String mode) {
        this.start = start;
        this.count = count;
        this.mode = mode;
    }

    /** The block of this device's generation. */
    static RemoteBlock of(RegisterDevice device) {
        return device.fact("generation") >= 6 ? B : A;
    }

    int start() {
        return start;
    }

    /** The mode that the inverter says it is in while it obeys. */
    String mode() {
        return mode;
    }

    /**
     * What makes the battery do this.
     *
     * @param watts positive discharges, negative charges, as with the vendor
     * @param seconds how long
     * @param rated the inverter's rated power, in W
     */
    abstract int[] words(int watts, int seconds, int rated);

    /** What ends remote control: mode 0, and 0 in all else. */
    int[] release() {
        return new int[count];
    }

    /** The low word comes first. */
    private static void put(int[] words, int at, int number) {
        words[at] = number & 0xFFFF;
        words[at + 1] = number >>> 16;
    }
}
