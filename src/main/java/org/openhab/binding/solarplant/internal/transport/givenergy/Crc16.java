/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.givenergy;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The checksum of Modbus RTU, which the dialect keeps inside its own frames (givenergy.md §1.5). */
@NonNullByDefault
final class Crc16 {

    private static final int SEED = 0xFFFF;
    private static final int POLYNOMIAL = 0xA001;

    private Crc16() {}

    /** The checksum of some bytes, its first byte on the wire in the high byte. */
    static int of(byte[] bytes, int from, int to) {
        int crc = SEED;
        for (int i = from; i < to; i++) {
            crc ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ POLYNOMIAL;
            }
        }
        // computed low byte first, and sent so
        return (crc & 0xFF) << Byte.SIZE | crc >> Byte.SIZE;
    }
}
