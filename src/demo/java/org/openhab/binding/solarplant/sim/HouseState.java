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

import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * An invented house at one moment. Powers in W, positive into the house; the grid is what the others leave open, so
 * that the balance holds by construction.
 *
 * @param strings powers of the hybrid inverter's strings
 * @param garage power of the second inverter
 * @param battery positive when discharging
 * @param charge state of charge in percent
 */
@NonNullByDefault
public record HouseState(List<Double> strings, double garage, double load, double battery, double charge,
        Energies today, Energies total) {

    /** Power of all strings of the hybrid inverter. */
    public double roof() {
        return strings.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** AC power of the hybrid inverter. */
    public double output() {
        return roof() + battery;
    }

    /** Power from the grid, negative when exporting. */
    public double grid() {
        return load - output() - garage;
    }

    HouseState towards(HouseState next, double share) {
        return new HouseState(
                IntStream.range(0, strings.size()).mapToObj(i -> between(strings.get(i), next.strings.get(i), share))
                        .toList(),
                between(garage, next.garage, share), between(load, next.load, share),
                between(battery, next.battery, share), between(charge, next.charge, share),
                today.towards(next.today, share), total.towards(next.total, share));
    }

    HouseState with(double otherLoad, Energies otherTotal) {
        return new HouseState(strings, garage, otherLoad, battery, charge, today, otherTotal);
    }

    private static double between(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
