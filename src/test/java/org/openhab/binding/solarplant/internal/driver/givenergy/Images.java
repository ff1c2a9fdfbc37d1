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

import static org.openhab.binding.solarplant.sim.Space.HOLDING;
import static org.openhab.binding.solarplant.sim.Space.INPUT;

import java.util.Collections;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.sim.MapImage;

/** Registers of invented devices, by hand from givenergy.md §4. */
@NonNullByDefault
final class Images {

    private Images() {}

    /** An inverter, EMS or gateway by its type code: the identity page, and its bank of input registers. */
    static MapImage owner(int code, int arm, String serial) {
        MapImage image = new MapImage().zeros(HOLDING, 0, 59).put(HOLDING, 0, code).putText(HOLDING, 13, 5, serial)
                .put(HOLDING, 19, 501).put(HOLDING, 21, arm).put(HOLDING, 55, 200);
        return switch (code >> 12) {
            case 4, 6 -> threePhase(image);
            case 5 -> image.put(INPUT, 2040, 1).zeros(INPUT, 2040, 2094);
            case 7 -> image.put(INPUT, 1604, 2).zeros(INPUT, 1600, 1859);
            default -> (code >> 8) == 0x82 ? threePhase(image) : singlePhase(image);
        };
    }

    /** The pages of settings that any model may have, with times and levels as they are found. */
    static MapImage settings(MapImage owner) {
        return owner.put(HOLDING, 20, 0).put(HOLDING, 27, 1).put(HOLDING, 94, 30, 430).put(HOLDING, 110, 4, 50, 50)
                .put(HOLDING, 114, 4).put(HOLDING, 116, 100).put(HOLDING, 313, 100, 100)
                .put(HOLDING, 1078, 5).put(HOLDING, 1108, 100, 5, 100, 100).put(HOLDING, 2040, 0, 2, 2)
                .put(HOLDING, 2046, 4).put(HOLDING, 2055, 100).put(HOLDING, 2071, 9500).zeros(HOLDING, 60, 119)
                .zeros(HOLDING, 240, 359).zeros(HOLDING, 1060, 1124).zeros(HOLDING, 2040, 2075);
    }

    private static MapImage singlePhase(MapImage image) {
        return image.put(INPUT, 0, 1, 3000).put(INPUT, 5, 2400).put(INPUT, 24, 700).put(INPUT, 42, 700)
                .put(INPUT, 49, 1, 5240).put(INPUT, 59, 50).zeros(INPUT, 0, 59).put(INPUT, 185, 1)
                .zeros(INPUT, 180, 239);
    }

    private static MapImage threePhase(MapImage image) {
        return image.put(INPUT, 1001, 3000).put(INPUT, 1061, 2400).put(INPUT, 1075, 1).put(INPUT, 1131, 3200, 60)
                .put(INPUT, 1210, 1)
                .put(INPUT, 1320, 1).put(INPUT, 1370, 1).zeros(INPUT, 1000, 1413);
    }

    /** A slot of an EMS, counted from 1. */
    static MapImage managed(MapImage ems, int slot, String serial, int power, int charge) {
        return ems.put(INPUT, 2053 + slot, power).put(INPUT, 2057 + slot, charge).putText(INPUT, 2061 + 5 * slot, 5,
                serial);
    }

    /** A slot of a gateway, counted from 1; the power is the registers', positive when charging. */
    static MapImage allInOne(MapImage gateway, int slot, String serial, int power, int charge) {
        return gateway.put(INPUT, 1815 + slot, power).put(INPUT, 1800 + slot, charge).putText(INPUT, 1836 + 5 * slot,
                5, serial);
    }

    static MapImage pack(String serial) {
        return new MapImage().put(INPUT, 60, Collections.nCopies(16, 3300L).stream().mapToLong(i -> i).toArray())
                .put(INPUT, 76, 200, 201, 202, 203, 52800, 250, 0, 52800, 0, 9800, 0, 10000, 0, 4900)
                .put(INPUT, 95, 1000, 120, 16, 3022).put(INPUT, 100, 50, 0, 10000, 203, 200)
                .putText(INPUT, 110, 5, serial).zeros(INPUT, 60, 119);
    }

    static MapImage meter(int power) {
        return new MapImage().put(INPUT, 60, 2400).put(INPUT, 68, power, 0, 0, power).put(INPUT, 84, 5000)
                .zeros(INPUT, 60, 119);
    }

    /** The configuration page of high-voltage batteries. */
    static MapImage stacks(int count) {
        return new MapImage().put(INPUT, 60, 0, count).zeros(INPUT, 60, 119);
    }

    static MapImage stack(int modules) {
        return new MapImage().put(INPUT, 60, 0x4241, 0x4141, 0, 0x0100, modules).put(INPUT, 74, 3000)
                .put(INPUT, 80, 50 << 8 | 50).put(INPUT, 98, 520, 260).put(INPUT, 120, 3300).zeros(INPUT, 60, 142);
    }

    static MapImage module(String serial) {
        return new MapImage().put(INPUT, 60, IntStream.range(0, 24).mapToLong(cell -> 3300 + cell).toArray())
                .put(INPUT, 90, 200, 201).putText(INPUT, 114, 5, serial).zeros(INPUT, 60, 119);
    }
}
