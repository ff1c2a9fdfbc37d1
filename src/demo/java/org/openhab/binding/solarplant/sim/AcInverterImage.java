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
 * The registers of a GivEnergy AC-coupled inverter (givenergy.md §4.2) that does its share of what the house's battery
 * does. Export and discharge are positive here.
 */
@NonNullByDefault
final class AcInverterImage {
    private static final int TYPE_CODE = 0x3001;
    private static final int FIRMWARE = 282;

    private AcInverterImage() {}

    static void fill(MapImage image, HouseState house) {
        image.zeros(Space.INPUT, 0, 59).zeros(Space.INPUT, 180, 239);
        image.zeros(Space.HOLDING, 0, 179).zeros(Space.HOLDING, 300, 359);
        image.put(Space.HOLDING, 0, TYPE_CODE).putText(Space.HOLDING, 13, 5, GivEnergyPlant.REACHABLE)
                .put(Space.HOLDING, 19, FIRMWARE).put(Space.HOLDING, 21, FIRMWARE);
        Registers registers = new Registers(image, Space.INPUT);
        double watts = GivEnergyPlant.REACHABLE_SHARE * house.battery();
        terminal(registers, watts);
        grid(registers, house);
        battery(registers, house, watts);
        energies(registers, house);
    }

    /**
     * What can be set, as found: it matches the demand, charges on cheap nights up to 80 %, and holds 4 % back. The rest of
     * the pages in which the settings lie is not for users to write (givenergy.md §5.2).
     */
    static MapImage settings() {
        MapImage settings = new MapImage();
        settings.put(Space.HOLDING, 20, 1).put(Space.HOLDING, 27, 1).put(Space.HOLDING, 29, 0);
        settings.put(Space.HOLDING, 31, 0, 0).put(Space.HOLDING, 35, 26, 6, 1, 12, 0, 0).put(Space.HOLDING, 44, 0, 0);
        settings.put(Space.HOLDING, 50, 100).put(Space.HOLDING, 56, 1600, 1900, 0, 0);
        settings.put(Space.HOLDING, 94, 30, 430, 1).put(Space.HOLDING, 110, 4, 50, 50).put(Space.HOLDING, 114, 4);
        settings.put(Space.HOLDING, 116, 80).put(Space.HOLDING, 311, 0).put(Space.HOLDING, 313, 100, 100);
        return settings.put(Space.HOLDING, 317, 1, 0, 0, 0);
    }

    static double temperature(double watts) {
        return 24 + 0.007 * Math.abs(watts);
    }

    private static void terminal(Registers registers, double watts) {
        double volts = Mains.volts(1);
        // normal, tied to the grid; without strings the places of their voltages repeat the grid's
        registers.word(0, 1, 1).word(49, 1, 1).word(1, volts, 0.1).word(2, volts, 0.1).word(5, volts, 0.1);
        registers.word(10, Math.abs(watts) / volts, 0.1).word(58, Math.abs(watts) / volts, 0.01);
        registers.word(13, Mains.HERTZ, 0.01).word(24, watts, 1).word(43, Math.abs(watts), 1);
        registers.word(41, temperature(watts), 0.1).word(55, temperature(watts) - 2, 0.1);
        registers.word(53, volts, 0.1).word(54, Mains.HERTZ, 0.01);
    }

    private static void grid(Registers registers, HouseState house) {
        registers.word(30, -house.grid(), 1).word(42, house.load(), 1);
        registers.highPair(21, house.total().exported(), 0.1).highPair(32, house.total().imported(), 0.1);
        registers.word(25, house.today().exported(), 0.1).word(26, house.today().imported(), 0.1);
    }

    private static void battery(Registers registers, HouseState house, double watts) {
        double volts = PackImage.volts(house);
        double doing = Math.abs(watts) < 1 ? 0 : watts < 0 ? 2 : 5;
        registers.word(14, doing, 1).word(50, volts, 0.01).word(51, watts / volts, 0.01).word(52, watts, 1);
        registers.word(56, PackImage.temperature(house), 0.1).word(59, house.charge(), 1);
    }

    private static void energies(Registers registers, HouseState house) {
        double share = GivEnergyPlant.REACHABLE_SHARE;
        registers.word(35, share * house.today().charged(), 0.1).word(36, share * house.today().charged(), 0.1);
        registers.word(37, share * house.today().discharged(), 0.1).word(44, share * house.today().discharged(), 0.1);
        registers.highPair(27, share * house.total().charged(), 0.1);
        registers.highPair(45, share * house.total().discharged(), 0.1);
        registers.highPair(6, share * (house.total().charged() + house.total().discharged()), 0.1);
        // hours at work, as if it had drawn 0.8 kW all the time
        registers.highPair(47, house.total().load() / 0.8, 1);
    }
}
