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
 * A device behind a dongle.
 *
 * @param serial ten characters; in every answer of it
 * @param registers what functions 3 and 4 read, and 6 writes
 * @param product what function 0x16 reads, as input registers; meters only
 */
@NonNullByDefault
public record DongleDevice(String serial, RegisterImage registers, RegisterImage product) {

    /** A device without product registers. */
    public static DongleDevice of(String serial, RegisterImage registers) {
        return new DongleDevice(serial, registers, new MapImage());
    }
}
