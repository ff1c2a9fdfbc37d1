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

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of givenergy.md §1.5. */
@NonNullByDefault
class Crc16Test {

    @ParameterizedTest
    @CsvSource({"11030000003c,474b", "0116003c003c,8814", "0216003c003c,8827", "0316003c003c,89f6",
            "0416003c003c,8841", "320400100006,740e", "320600140001,0dcd"})
    void checksumAsTransmitted(String covered, String checksum) {
        byte[] bytes = Wire.bytes("ff", covered, "ff");
        assertEquals(checksum, "%04x".formatted(Crc16.of(bytes, 1, bytes.length - 1)));
    }
}
