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

/** A single-phase meter behind a GivEnergy EMS (givenergy.md §4.7); import is positive, and so is generation. */
@NonNullByDefault
final class EmsMeterImage {
    private static final double POWER_FACTOR = 0.98;

    private EmsMeterImage() {}

    static void grid(MapImage image, HouseState house) {
        fill(image, house.grid(), house.total().imported(), house.total().exported());
    }

    static void generation(MapImage image, HouseState house) {
        fill(image, house.roof(), house.total().roof(), 0);
    }

    private static void fill(MapImage image, double watts, double imported, double exported) {
        image.zeros(Space.INPUT, 60, 119);
        double apparent = Math.abs(watts) / POWER_FACTOR;
        double reactive = 0.2 * apparent;
        double amperes = apparent / Mains.volts(1);
        double factor = Math.signum(watts) * POWER_FACTOR;
        new Registers(image, Space.INPUT).word(60, Mains.volts(1), 0.1).word(63, amperes, 0.1).word(67, amperes, 0.1)
                .word(68, watts, 1).word(71, watts, 1).word(72, reactive, 1).word(75, reactive, 1)
                .word(76, apparent, 0.1).word(79, apparent, 0.1).word(80, factor, 0.0001).word(83, factor, 0.0001)
                .word(84, Mains.HERTZ, 0.01).word(85, imported, 0.1).word(87, exported, 0.1);
    }
}
