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
     * G3. Its target is what the inverter takes, positive as for charging: for that of the battery it is worked out from
     * what the strings deliver at the moment. How long it holds is a setting of its own.
     */
    G3(0x007C, 5, "power") {
        @Override
        int[] words(Target target) {
            int[] words = release();
            words[0] = 1;
            put(words, 1, -target.watts() - target.roof());
            return words;
        }
    },
    /**
     * G4 and G5. Of its modes only push power speaks of the battery; the target of the others is what the inverter
     * delivers, and would have to follow the sun.
     */
    G4(0x007C, 15, "push-power") {
        @Override
        int[] words(Target target) {
            int[] words = release();
            words[0] = 4;
            words[1] = SET_NOW;
            words[0x82 - 0x7C] = target.seconds();
            words[0x88 - 0x7C] = target.seconds();
            put(words, 0x89 - 0x7C, target.watts());
            return words;
        }
    },
    /**
     * G6. What comes before the last is the time in seconds, whatever the firmware. The last is the next thing to do in
     * newer firmware, 160 for an end of remote control; in older it is a time limit, which then is 160 s.
     */
    G6(0x00A0, 8, "pv-and-battery-timed") {
        @Override
        int[] words(Target target) {
            int[] words = release();
            words[0] = 8;
            words[1] = SET_NOW;
            // the roof is not to be held back
            put(words, 2, PV_PER_RATED * target.rated());
            put(words, 4, target.watts());
            words[6] = target.seconds();
            words[7] = LEAVE;
            return words;
        }
    };

    /**
     * What is asked of the battery.
     *
     * @param watts positive discharges, negative charges
     * @param seconds how long
     * @param rated the inverter's rated power, in W
     * @param roof what the strings deliver now, in W
     */
    record Target(int watts, int seconds, int rated, int roof) {

        /** The same while the strings deliver so much. */
        Target under(int newRoof) {
            return new Target(watts, seconds, rated, newRoof);
        }
    }

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
        return switch (device.fact("generation")) {
            case 3 -> G3;
            case 4, 5 -> G4;
            default -> G6;
        };
    }

    int start() {
        return start;
    }

    /** The mode that the inverter says it is in while it obeys. */
    String mode() {
        return mode;
    }

    /** What makes the battery do this. */
    abstract int[] words(Target target);

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
