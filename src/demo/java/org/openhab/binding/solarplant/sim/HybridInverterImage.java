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
 * The registers of a GivEnergy hybrid inverter of the second generation (givenergy.md §4.2) with the strings and the
 * battery of a house.
 */
@NonNullByDefault
final class HybridInverterImage {
    private static final int TYPE_CODE = 0x2003;
    /** By its hundreds the second generation (givenergy.md §3.2). */
    private static final int FIRMWARE = 920;
    /** Where the holding registers say what all packs hold together, in Ah (givenergy.md §4.3). */
    private static final int AMPERE_HOURS = 55;

    private HybridInverterImage() {}

    static void fill(MapImage image, Site site, HouseState house) {
        SinglePhaseRegisters registers = new SinglePhaseRegisters(image, house, 1);
        registers.identity(TYPE_CODE, GivEnergyHouse.INVERTER, FIRMWARE).terminal(house.output()).grid().battery();
        image.put(Space.HOLDING, AMPERE_HOURS, PackImage.DESIGN);
        strings(registers.inputs(), site, house);
        registers.inputs().word(44, house.today().roof(), 0.1).highPair(45, house.total().roof(), 0.1).highPair(11,
                house.total().roof(), 0.1);
    }

    private static void strings(Registers inputs, Site site, HouseState house) {
        double peaks = site.strings().stream().mapToDouble(RoofString::peak).sum();
        for (int i = 0; i < site.strings().size(); i++) {
            RoofString string = site.strings().get(i);
            double watts = house.strings().get(i);
            double volts = string.voltage(watts);
            inputs.word(1 + i, volts, 0.1).word(8 + i, volts > 0 ? watts / volts : 0, 0.1);
            // the invented house keeps no energy of each string: its part of the roof is its part of the yield
            inputs.word(17 + 2 * i, house.today().roof() * string.peak() / peaks, 0.1).word(18 + 2 * i, watts, 1);
        }
    }
}
