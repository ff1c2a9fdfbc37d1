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

/** Writes quantities into an image: divided by the register's scale. */
@NonNullByDefault
final class Registers {
    private final MapImage image;
    private final Space space;

    Registers(MapImage image, Space space) {
        this.image = image;
        this.space = space;
    }

    Registers word(int address, double value, double scale) {
        image.put(space, address, Math.round(value / scale));
        return this;
    }

    /** 32 bits, the low word first. */
    Registers pair(int address, double value, double scale) {
        image.putLong(space, address, Math.round(value / scale));
        return this;
    }

    /** 32 bits, the high word first. */
    Registers highPair(int address, double value, double scale) {
        long raw = Math.round(value / scale);
        image.put(space, address, raw >> 16, raw);
        return this;
    }

    /** One register as the sum of others. */
    Registers sum(int address, int... parts) {
        long sum = 0;
        for (int part : parts) {
            sum += image.read(space, part).orElse(0);
        }
        image.put(space, address, sum);
        return this;
    }
}
