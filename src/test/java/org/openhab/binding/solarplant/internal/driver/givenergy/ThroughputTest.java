/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.givenergy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often counters of 16 bits began anew; the first lines are those of givenergy.md §3.3. */
@NonNullByDefault
class ThroughputTest {

    @ParameterizedTest
    @CsvSource({"296285, 18430, 15711, 149502, 146783", "184825, 31750, 22003, 97286, 87539",
            "56898, 31613, 25285, 31613, 25285", "73977, 36532, 37445, 36532, 37445",
            // an odd number: charge gets the extra one, unless hardly anything would have come back
            "150536, 45000, 40000, 45000, 105536", "150536, 25000, 60000, 90536, 60000",
            "131236, 65400, 300, 65400, 65836", "5, 5, 0, 5, 0",
            // read one after the other
            "296290, 18430, 15711, 149502, 146783", "296280, 18430, 15711, 149502, 146783"})
    void tellsHowOftenTheyBeganAnew(long sum, int charge, int discharge, long charged, long discharged) {
        assertEquals(Optional.of(new Throughput(charged, discharged)), Throughput.of(sum, charge, discharge));
    }

    @ParameterizedTest
    @CsvSource({"296285, 0, 0", "296285, 18430, 15717", "296285, 18430, 15705", "100, 18430, 15711", "0, 0, 0"})
    void countersThatAreNotOfThisSumAreNotSupported(long sum, int charge, int discharge) {
        assertEquals(Optional.empty(), Throughput.of(sum, charge, discharge));
    }
}
