/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The page of one of several like packs (givenergy.md §4.5); discharge is positive.
 *
 * @param number its place among them, from 0
 * @param packs how many of them hang on its inverter
 * @param share of what the house's battery does that is its inverter's
 */
@NonNullByDefault
record PackImage(String serial, int number, int packs, double share) {
    /** Ampere-hours of a new one. */
    static final int DESIGN = 102;
    private static final int CELLS = 16;
    private static final int FIRMWARE = 3022;

    /** Volts of all packs, which are connected in parallel. */
    static double volts(HouseState house) {
        return CELLS * cell(house);
    }

    static double temperature(HouseState house) {
        return 18 + Math.abs(house.battery()) / 1000;
    }

    /** Fills its page. */
    void fill(MapImage image, HouseState house) {
        image.zeros(Space.INPUT, 60, 119);
        Registers registers = new Registers(image, Space.INPUT);
        for (int cell = 0; cell < CELLS; cell++) {
            // a few millivolts apart, and in sum none
            registers.word(60 + cell, cell(house) + 0.001 * ((cell * 7 + number) % CELLS - 7.5) / 2, 0.001);
        }
        double warm = temperature(house) + 0.3 * number;
        for (int group = 0; group < 4; group++) {
            registers.word(76 + group, warm - 0.2 * group, 0.1);
        }
        double watts = share * house.battery() / packs;
        double capacity = DESIGN - 1.4 - 0.3 * number;
        registers.word(80, volts(house), 0.001).word(81, warm + Math.abs(watts) / 200, 0.1);
        registers.highPair(82, volts(house), 0.001).highPair(84, capacity, 0.01).highPair(86, DESIGN, 0.01);
        registers.highPair(88, capacity * house.charge() / 100, 0.01).highPair(101, DESIGN, 0.01);
        registers.word(91, 0x0E10, 1).word(95, watts / volts(house), 0.01).word(96, 214 + 3 * number, 1);
        registers.word(97, CELLS, 1).word(98, FIRMWARE, 1).word(100, house.charge(), 1);
        registers.word(103, warm, 0.1).word(104, warm - 0.6, 0.1).word(115, 8, 1);
        registers.word(105, share * house.total().discharged(), 0.1);
        registers.word(106, share * house.total().charged(), 0.1);
        image.putText(Space.INPUT, 110, 5, serial);
    }

    private static double cell(HouseState house) {
        return 3.2 + 0.0014 * house.charge();
    }
}
