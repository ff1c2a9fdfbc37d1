/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How numbers lie in registers; the 32-bit figures are the worked examples of solax.md §1.1. */
@NonNullByDefault
class RegisterTypeTest {

    @ParameterizedTest
    @CsvSource({"U16, LOW_FIRST, 65535, 0, 65535", "S16, LOW_FIRST, 65535, 0, -1", "S16, LOW_FIRST, 32767, 0, 32767",
            "U32, LOW_FIRST, 47644, 31, 2079260", "S32, LOW_FIRST, 55563, 65535, -9973",
            "U32, HIGH_FIRST, 31, 47644, 2079260", "S32, HIGH_FIRST, 65535, 55563, -9973",
            "U32, LOW_FIRST, 65535, 65535, 4294967295", "HIGH_BYTE, LOW_FIRST, 0x3B17, 0, 59",
            "LOW_BYTE, LOW_FIRST, 0x3B17, 0, 23"})
    void reads(RegisterType type, WordOrder order, String first, String second, long number) {
        assertEquals(number, type.raw(new int[]{Integer.decode(first), Integer.decode(second)}, order));
    }
}
