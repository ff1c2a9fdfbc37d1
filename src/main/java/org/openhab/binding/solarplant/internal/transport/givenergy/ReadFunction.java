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

import java.util.Arrays;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;

/** The functions that read registers (givenergy.md §1.4); each has its own numbering. */
@NonNullByDefault
public enum ReadFunction {
    /** Settings and identity. */
    HOLDING(0x03),
    /** Measurements. */
    INPUT(0x04),
    /** What a meter says of itself; units 0x01 to 0x08 only. */
    METER_PRODUCT(0x16);

    private final int code;

    ReadFunction(int code) {
        this.code = code;
    }

    /** The byte on the wire. */
    public int code() {
        return code;
    }

    /** The function that reads this space. */
    public static ReadFunction of(RegisterSpace space) {
        return switch (space) {
            case HOLDING -> HOLDING;
            case INPUT -> INPUT;
        };
    }

    static Optional<ReadFunction> of(int code) {
        return Arrays.stream(values()).filter(function -> function.code == code).findFirst();
    }
}
