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

import java.time.Clock;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** An invented house with one GivEnergy hybrid inverter, which has a dongle, one pack, and measures the grid itself. */
@NonNullByDefault
public final class GivEnergyHouse {
    /** The serial number of the inverter. */
    public static final String INVERTER = "CE2501H001";
    /** The serial number of its pack. */
    public static final String PACK = "BJ2501H001";

    private final DayCurve curve;
    private final Clock clock;

    /** A house that lives by this curve and clock; the curve's site should be {@link Site#cottage}. */
    public GivEnergyHouse(DayCurve curve, Clock clock) {
        this.curve = curve;
        this.clock = clock;
    }

    /** The dongle of the inverter. */
    public DongleOptions inverter() {
        return InverterDongle
                .of(INVERTER, new LiveImage(curve, clock,
                        (image, house) -> HybridInverterImage.fill(image, curve.site(), house)))
                .device(InverterDongle.FIRST_PACK, DongleDevice.of(INVERTER, new LiveImage(curve, clock,
                        new PackImage(PACK, 0, 1, 1)::fill)));
    }
}
