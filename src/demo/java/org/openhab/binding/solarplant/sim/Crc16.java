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

/** The checksum of Modbus RTU frames. */
@NonNullByDefault
final class Crc16 {
    private static final int SEED = 0xFFFF;
    private static final int POLYNOMIAL = 0xA001;

    private Crc16() {}

    static int of(byte[] bytes, int length) {
        int crc = SEED;
        for (int i = 0; i < length; i++) {
            crc ^= Byte.toUnsignedInt(bytes[i]);
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ POLYNOMIAL;
            }
        }
        return crc;
    }
}
