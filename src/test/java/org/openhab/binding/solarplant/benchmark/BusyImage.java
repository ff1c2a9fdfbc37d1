/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.benchmark;

import java.util.OptionalInt;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.sim.RegisterImage;
import org.openhab.binding.solarplant.sim.Space;

/** An inverter on which each power, voltage and current moves by one digit from request to request. */
@NonNullByDefault
final class BusyImage implements RegisterImage {

    private final RegisterImage still;
    private volatile int phase;

    BusyImage(RegisterImage still) {
        this.still = still;
    }

    @Override
    public OptionalInt read(Space space, int address) {
        OptionalInt value = still.read(space, address);
        return space == Space.INPUT && moves(address) && value.isPresent()
                ? OptionalInt.of(value.getAsInt() ^ phase)
                : value;
    }

    @Override
    public RegisterImage frozen() {
        // only one connection is served at a time, so nothing is lost between reading and writing
        phase = phase ^ 1;
        return this;
    }

    /** Grid, strings, battery, feed-in and phases of an X3-Hybrid-G4 (solax.md §3.1). */
    private static boolean moves(int address) {
        return address <= 0x0006 || address == 0x000A || address == 0x000B
                || address >= 0x0014 && address <= 0x0016 || address == 0x0046
                || address >= 0x006A && address <= 0x0075;
    }
}
