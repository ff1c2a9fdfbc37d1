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

/** What a three-phase SolaX hybrid inverter and its meters say about each phase. */
@NonNullByDefault
final class HybridPhases {
    private final Registers registers;
    private final SolaxModel model;
    private final HouseState house;

    HybridPhases(Registers registers, SolaxModel model, HouseState house) {
        this.registers = registers;
        this.model = model;
        this.house = house;
    }

    void fill() {
        for (int phase = 1; phase <= 3; phase++) {
            double volts = Mains.volts(phase);
            double output = house.output() / 3;
            int own = 0x006A + 4 * (phase - 1);
            registers.word(own, volts, 0.1).word(own + 1, output / volts, 0.1).word(own + 2, output, 1);
            registers.word(own + 3, Mains.HERTZ, 0.01).word(0x009B + phase, volts, 0.1);

            double feedIn = output + garage(phase) - house.load() * Mains.share(phase);
            registers.pair(0x0080 + 2 * phase, feedIn, 1).pair(0x00B0 + 2 * phase, garage(phase), 1);
            registers.word(0x00C4 + phase, 0.98, 0.01).word(0x00C9 + phase, volts, 0.1);
            registers.word(0x00CD + phase, feedIn / volts, 0.1);
            if (!model.hasNewProtocol()) {
                registers.word(0x00C0 + phase, 30, 1);
            }
        }
        // the totals again, as sums of the rounded phases: devices add what they show
        registers.sum(0x0002, 0x006C, 0x0070, 0x0074);
    }

    /** The second inverter is a single-phase one. */
    private double garage(int phase) {
        return phase == 2 ? house.garage() : 0;
    }
}
