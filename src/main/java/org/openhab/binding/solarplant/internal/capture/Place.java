/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.capture;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Consecutive registers of a device.
 *
 * @param unit the device's address on the wire, 0…255
 * @param function the Modbus function, 0…255
 * @param start the first register, 0…65535
 * @param count how many, 1…125
 */
@NonNullByDefault
public record Place(int unit, int function, int start, int count) {

    /** No request is for more. */
    public static final int MOST = 125;
    private static final int BYTE = 0xFF;
    private static final int WORD = 0xFFFF;

    public Place {
        if (unit < 0 || unit > BYTE || function < 0 || function > BYTE || start < 0 || start > WORD || count < 1
                || count > MOST) {
            throw new IllegalArgumentException("no such registers");
        }
    }
}
