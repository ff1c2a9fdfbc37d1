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
 * The input registers of a SolaX hybrid inverter. The vendor's signs are not those of the house: feed-in counts as
 * positive, and so does charging.
 */
@NonNullByDefault
final class HybridInputs {
    private static final double BATTERY_VOLTS = 210;

    private final Registers registers;
    private final SolaxModel model;
    private final Site site;
    private final HouseState house;

    HybridInputs(MapImage image, SolaxModel model, Site site, HouseState house) {
        registers = new Registers(image, Space.INPUT);
        this.model = model;
        this.site = site;
        this.house = house;
    }

    void fill() {
        inverter();
        battery();
        meters();
        energies();
        remoteControl();
        if (model.isThreePhase()) {
            new HybridPhases(registers, model, house).fill();
        }
        if (model.hasNewProtocol()) {
            newProtocol();
        }
    }

    private void inverter() {
        double perPhase = house.output() / model.phases();
        registers.word(0x0000, Mains.volts(1), 0.1).word(0x0001, perPhase / Mains.volts(1), 0.1);
        registers.word(0x0002, house.output(), 1).word(0x0007, Mains.HERTZ, 0.01);
        for (int i = 0; i < Math.min(2, site.strings().size()); i++) {
            double watts = house.strings().get(i);
            double volts = site.strings().get(i).voltage(watts);
            registers.word(0x0003 + i, volts, 0.1).word(0x0005 + i, volts > 0 ? watts / volts : 0, 0.1);
            registers.word(0x000A + i, watts, 1);
        }
        registers.word(0x0008, 27 + 24 * Math.abs(house.output()) / model.ratedPower(), 1);
        // normal, two trackers, bus voltage
        registers.word(0x0009, 2, 1).word(0x001B, site.strings().size(), 1).word(0x0066, 640, 0.1);
    }

    private void battery() {
        double volts = BATTERY_VOLTS + house.charge() / 10;
        registers.word(0x0014, volts, 0.1).word(0x0015, -house.battery() / volts, 0.1);
        registers.word(0x0016, -house.battery(), 1).word(0x0017, 1, 1);
        registers.word(0x0018, 22 + 5 * Math.abs(house.battery()) / site.batteryLimit(), 1);
        registers.word(0x0019, Math.abs(house.battery()) < 1 ? 2 : house.battery() < 0 ? 1 : 0, 1);
        registers.word(0x001C, house.charge(), 1).word(0x00BE, house.charge(), 1).word(0x00BF, 97, 1);
        registers.word(0x0024, 25, 0.1).word(0x0025, 30, 0.1).pair(0x0026, site.capacity(), 0.001);
        registers.word(0x00BA, 24.6, 0.1).word(0x00BB, 22.1, 0.1);
        double cell = 3.2 + 0.0014 * house.charge();
        registers.word(0x00BC, cell + 0.007, 0.001).word(0x00BD, cell - 0.006, 0.001);
        registers.pair(0x00A2, site.batteryLimit(), 1).pair(0x00A4, site.batteryLimit(), 1);
    }

    private void meters() {
        registers.pair(0x0046, -house.grid(), 1).word(0x00B8, 1, 1);
        registers.pair(0x0048, house.total().exported(), 0.01).pair(0x004A, house.total().imported(), 0.01);
        registers.pair(0x0098, house.today().exported(), 0.01).pair(0x009A, house.today().imported(), 0.01);
        if (site.garage().peak() > 0) {
            registers.pair(0x00A8, house.garage(), 1).word(0x00B9, 1, 1);
            registers.pair(0x00AA, house.total().garage(), 0.01).pair(0x00AE, house.today().garage(), 0.01);
        }
        if (!model.hasNewProtocol()) {
            registers.word(0x00C0, 90, 1);
        }
        registers.word(0x00C4, 0.98, 0.01).word(0x00C8, Mains.HERTZ, 0.01).word(0x00C9, Mains.volts(1), 0.1);
        registers.word(0x00CD, -house.grid() / Mains.volts(1) / model.phases(), 0.1);
    }

    private void energies() {
        registers.pair(0x001D, house.total().discharged(), 0.1).word(0x0020, house.today().discharged(), 0.1);
        registers.pair(0x0021, house.total().charged(), 0.1).word(0x0023, house.today().charged(), 0.1);
        registers.word(0x0050, house.today().output(), 0.1).pair(0x0052, house.total().output(), 0.1);
        registers.pair(0x0094, house.total().roof(), 0.1).word(0x0096, house.today().roof(), 0.1);
        registers.pair(0x0088, house.total().load(), 0.1).pair(0x008E, 1.9, 0.1);
    }

    private void remoteControl() {
        double stored = 1000 * site.capacity() * house.charge() / 100;
        registers.pair(0x0106, -house.output(), 1).pair(0x010A, house.roof(), 1).pair(0x010C, -model.ratedPower(), 1);
        registers.pair(0x0116, 1000 * site.capacity() - stored, 1).pair(0x0118, stored, 1);
        registers.word(0x011C, 100, 1).word(0x011D, Site.LOWEST_CHARGE, 1).word(0x011E, 4, 1);
    }

    private void newProtocol() {
        registers.pair(0x0032, house.roof(), 1).pair(0x0034, house.output(), 1).pair(0x003A, site.capacity(), 0.001);
        registers.pair(0x00D2, 90, 1);
    }
}
