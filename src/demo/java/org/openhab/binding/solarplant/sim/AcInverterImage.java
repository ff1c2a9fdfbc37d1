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
 * does.
 */
@NonNullByDefault
final class AcInverterImage {
    private static final int TYPE_CODE = 0x3001;
    private static final int FIRMWARE = 282;

    private AcInverterImage() {}

    static void fill(MapImage image, HouseState house) {
        image.zeros(Space.HOLDING, 60, 179).zeros(Space.HOLDING, 300, 359);
        double share = GivEnergyPlant.REACHABLE_SHARE;
        SinglePhaseRegisters registers = new SinglePhaseRegisters(image, house, share);
        registers.identity(TYPE_CODE, GivEnergyPlant.REACHABLE, FIRMWARE).terminal(share * house.battery()).grid()
                .battery();
        // without strings the places of their voltages repeat the grid's
        registers.inputs().word(1, Mains.volts(1), 0.1).word(2, Mains.volts(1), 0.1);
        // charged from the AC side, and what it gave to it
        registers.inputs().word(35, share * house.today().charged(), 0.1)
                .word(44, share * house.today().discharged(), 0.1).highPair(27, share * house.total().charged(), 0.1)
                .highPair(45, share * house.total().discharged(), 0.1);
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
}
