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
}
