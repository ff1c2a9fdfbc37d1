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

/** The live registers of an AlphaESS system (alphaess.md §4.2 to §4.6). */
@NonNullByDefault
final class AlphaEssRegisters {
    private static final double BATTERY_VOLTS = 200;
    private static final int DC_COUPLED = 2;
    private static final int HYBRID = 3;

    private final Registers registers;
    private final Site site;
    private final HouseState house;

    AlphaEssRegisters(MapImage image, Site site, HouseState house) {
        registers = new Registers(image, Space.HOLDING);
        this.site = site;
        this.house = house;
    }

    void fill() {
        grid();
        battery();
        inverter();
        strings();
        pvMeter();
    }

    private void grid() {
        double grid = Math.round(house.grid());
        registers.highPair(0x0010, house.total().exported(), 0.01).highPair(0x0012, house.total().imported(), 0.01);
        registers.word(0x0014, Mains.volts(1), 1).word(0x0017, grid / Mains.volts(1), 0.1);
        registers.word(0x001A, Mains.HERTZ, 0.01).highPair(0x001B, grid, 1).highPair(0x0021, grid, 1);
        registers.highPair(0x0023, 85, 1).highPair(0x0029, 85, 1).highPair(0x0031, Math.hypot(grid, 85), 1);
        registers.word(0x0033, 0.98, 0.01).word(0x0036, 0.98, 0.01);
    }

    private void battery() {
        double volts = BATTERY_VOLTS + house.charge() / 10;
        registers.word(0x0100, volts, 0.1).word(0x0101, house.battery() / volts, 0.1);
        registers.word(0x0102, house.charge(), 0.1).word(0x0103, 257, 1).word(0x0104, 3, 1);
        double cell = 3.2 + 0.0014 * house.charge();
        registers.word(0x0105, 1, 1).word(0x0106, 3, 1).word(0x0107, cell - 0.006, 0.001);
        registers.word(0x0108, 1, 1).word(0x0109, 11, 1).word(0x010A, cell + 0.007, 0.001);
        registers.word(0x010B, 1, 1).word(0x010C, 1, 1).word(0x010D, 22.1, 0.1);
        registers.word(0x010E, 1, 1).word(0x010F, 8, 1).word(0x0110, 24.6, 0.1);
        registers.word(0x0118, 2, 1).word(0x0119, site.capacity(), 0.1).word(0x011B, 98, 0.1);
        registers.highPair(0x0120, house.total().charged(), 0.1).highPair(0x0122, house.total().discharged(), 0.1);
        registers.word(0x0126, house.battery(), 1).word(0x012C, site.batteryLimit(), 1);
        registers.word(0x012D, site.batteryLimit(), 1);
    }

    private void inverter() {
        double volts = Mains.volts(1);
        registers.word(0x0400, volts, 0.1).word(0x0403, house.output() / volts, 0.1);
        registers.highPair(0x0406, house.output(), 1).highPair(0x040C, house.output(), 1);
        registers.word(0x040E, volts, 0.1).word(0x0411, 90 / volts, 0.1);
        registers.highPair(0x0414, 90, 1).highPair(0x041A, 90, 1).word(0x041C, Mains.HERTZ, 0.01);
        registers.word(0x0435, 27 + Math.abs(house.output()) / 250, 0.1).word(0x0440, 1, 1);
    }

    private void strings() {
        for (int i = 0; i < site.strings().size(); i++) {
            double watts = house.strings().get(i);
            double volts = site.strings().get(i).voltage(watts);
            registers.word(0x041D + 4 * i, volts, 0.1).word(0x041E + 4 * i, volts > 0 ? watts / volts : 0, 0.1);
            registers.highPair(0x041F + 4 * i, watts, 1);
        }
        registers.highPair(0x043E, house.total().roof(), 0.1).highPair(0x0453, house.roof(), 1);
        registers.highPair(0x08D2, house.total().roof() + house.total().garage(), 0.01);
    }

    /** The garage has an inverter of its own, which a second meter measures. */
    private void pvMeter() {
        boolean hasMeter = site.garage().peak() > 0;
        registers.word(0x0805, hasMeter ? HYBRID : DC_COUPLED, 1);
        if (hasMeter) {
            registers.highPair(0x0092, house.total().garage(), 0.01).word(0x0094, Mains.volts(1), 1);
            registers.word(0x0097, house.garage() / Mains.volts(1), 0.1).word(0x009A, Mains.HERTZ, 0.01);
            registers.highPair(0x009B, house.garage(), 1).highPair(0x00A1, house.garage(), 1);
        }
    }
}
