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
 * What all single-phase GivEnergy inverters with packs have in the same registers (givenergy.md §4.2). Export and
 * discharge are positive here.
 */
@NonNullByDefault
final class SinglePhaseRegisters {
    private final MapImage image;
    private final HouseState house;
    private final double share;
    private final Registers inputs;

    /**
     * The registers of an empty image.
     *
     * @param share of what the house's battery does that is this inverter's
     */
    SinglePhaseRegisters(MapImage image, HouseState house, double share) {
        this.image = image.zeros(Space.INPUT, 0, 59).zeros(Space.INPUT, 180, 239).zeros(Space.HOLDING, 0, 59);
        this.house = house;
        this.share = share;
        inputs = new Registers(image, Space.INPUT);
    }

    static double temperature(double watts) {
        return 24 + 0.007 * Math.abs(watts);
    }

    /** The input registers, for what a model has besides. */
    Registers inputs() {
        return inputs;
    }

    SinglePhaseRegisters identity(int typeCode, String serial, int firmware) {
        image.put(Space.HOLDING, 0, typeCode).putText(Space.HOLDING, 13, 5, serial)
                .put(Space.HOLDING, 19, firmware).put(Space.HOLDING, 21, firmware);
        return this;
    }

    /** The AC side, from which so many watts flow into the house. */
    SinglePhaseRegisters terminal(double watts) {
        double volts = Mains.volts(1);
        // normal, tied to the grid
        inputs.word(0, 1, 1).word(49, 1, 1).word(5, volts, 0.1);
        inputs.word(10, Math.abs(watts) / volts, 0.1).word(58, Math.abs(watts) / volts, 0.01);
        inputs.word(13, Mains.HERTZ, 0.01).word(24, watts, 1).word(43, Math.abs(watts), 1);
        inputs.word(41, temperature(watts), 0.1).word(55, temperature(watts) - 2, 0.1);
        inputs.word(53, volts, 0.1).word(54, Mains.HERTZ, 0.01);
        // hours at work, as if it had drawn 0.8 kW all the time
        inputs.highPair(47, house.total().load() / 0.8, 1);
        return this;
    }

    SinglePhaseRegisters grid() {
        inputs.word(30, -house.grid(), 1).word(42, house.load(), 1);
        inputs.highPair(21, house.total().exported(), 0.1).highPair(32, house.total().imported(), 0.1);
        inputs.word(25, house.today().exported(), 0.1).word(26, house.today().imported(), 0.1);
        return this;
    }

    SinglePhaseRegisters battery() {
        double watts = share * house.battery();
        double volts = PackImage.volts(house);
        double doing = Math.abs(watts) < 1 ? 0 : watts < 0 ? 2 : 5;
        inputs.word(14, doing, 1).word(50, volts, 0.01).word(51, watts / volts, 0.01).word(52, watts, 1);
        inputs.word(56, PackImage.temperature(house), 0.1).word(59, house.charge(), 1);
        inputs.word(36, share * house.today().charged(), 0.1).word(37, share * house.today().discharged(), 0.1);
        inputs.highPair(6, share * (house.total().charged() + house.total().discharged()), 0.1);
        return this;
    }
}
