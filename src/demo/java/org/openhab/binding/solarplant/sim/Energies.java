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
 * Energies of a house in kWh, of a day or since its plant was built.
 *
 * @param roof what the strings of the hybrid inverter yielded
 * @param garage what the second inverter yielded
 */
@NonNullByDefault
public record Energies(double roof, double garage, double imported, double exported, double charged, double discharged,
        double load) {
    /** Nothing yet. */
    public static final Energies NONE = new Energies(0, 0, 0, 0, 0, 0, 0);

    /** What leaves the hybrid inverter on its AC side. */
    public double output() {
        return roof - charged + discharged;
    }

    Energies plus(Energies more, double times) {
        return new Energies(roof + times * more.roof, garage + times * more.garage, imported + times * more.imported,
                exported + times * more.exported, charged + times * more.charged,
                discharged + times * more.discharged, load + times * more.load);
    }

    Energies towards(Energies next, double share) {
        // by the difference: an energy that stands still must not flicker in its last digit
        return plus(next.plus(this, -1), share);
    }
}
