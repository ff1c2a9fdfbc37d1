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

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The dongle of a GivEnergy inverter. What real dongles meet with silence is refused here, so that nobody has to wait
 * for it.
 */
@NonNullByDefault
final class InverterDongle {
    /** The address of the dongle's owner (givenergy.md §2.1). */
    static final int OWNER = 0x11;
    static final int METERS = 8;
    static final int FIRST_PACK = 0x32;
    static final Duration HEARTBEAT = Duration.ofSeconds(60);

    private static final int MOST_PACKS = 6;

    private InverterDongle() {}

    /** A dongle with an inverter, no meter and no pack. */
    static DongleOptions of(String serial, RegisterImage inverter) {
        DongleOptions dongle = DongleOptions.empty().heartbeat(HEARTBEAT)
                .device(OWNER, DongleDevice.of(serial, inverter));
        for (int meter = 1; meter <= METERS; meter++) {
            dongle = dongle.device(meter, DongleDevice.of(serial, new MapImage()));
        }
        for (int pack = FIRST_PACK; pack < FIRST_PACK + MOST_PACKS; pack++) {
            dongle = dongle.device(pack, DongleDevice.of(serial, new MapImage()));
        }
        return dongle;
    }
}
