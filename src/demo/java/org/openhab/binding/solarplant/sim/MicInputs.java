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

/** The input registers of SolaX string inverters. They see no grid meter here: the hybrid inverter has it. */
@NonNullByDefault
final class MicInputs {
    private static final int NORMAL = 2;
    private static final int WAITING = 0;

    private MicInputs() {}

    static void generation2(Registers registers, Site site, HouseState house) {
        double watts = house.garage();
        double volts = site.garage().voltage(watts);
        registers.word(0x0400, volts, 0.1).word(0x0402, volts > 0 ? watts / volts : 0, 0.1);
        for (int phase = 1; phase <= 3; phase++) {
            registers.word(0x0403 + phase, Mains.volts(phase), 0.1).word(0x0406 + phase, Mains.HERTZ, 0.01);
            registers.word(0x0409 + phase, watts / 3 / Mains.volts(phase), 0.1).word(0x040F + phase, watts / 3, 1);
        }
        registers.word(0x040D, temperature(site, watts), 1).sum(0x040E, 0x0410, 0x0411, 0x0412);
        registers.word(0x040F, mode(watts), 1).word(0x0413, watts, 1).word(0x0414, watts, 1);
        registers.pair(0x0423, house.total().garage(), 0.1).pair(0x0425, house.today().garage(), 0.1);
        registers.word(0x042C, temperature(site, watts) - 3, 1);
    }

    static void generation4(Registers registers, Site site, HouseState house) {
        double watts = house.garage();
        double volts = site.garage().voltage(watts);
        registers.word(0x0400, Mains.volts(2), 0.1).word(0x0403, watts / Mains.volts(2), 0.1);
        registers.word(0x0406, Mains.HERTZ, 0.01).word(0x0409, watts, 1);
        registers.word(0x040A, volts, 0.1).word(0x040D, volts > 0 ? watts / volts : 0, 0.1).word(0x0410, watts, 1);
        registers.word(0x0413, temperature(site, watts), 1).word(0x0414, temperature(site, watts) - 3, 1);
        registers.word(0x0415, mode(watts), 1);
        registers.pair(0x042B, house.total().garage(), 0.1).word(0x0437, house.today().garage(), 0.1);
    }

    private static int mode(double watts) {
        return watts > 0 ? NORMAL : WAITING;
    }

    private static double temperature(Site site, double watts) {
        return 24 + 20 * watts / Math.max(1, site.garage().peak());
    }
}
