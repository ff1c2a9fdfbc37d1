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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A few wrong answers of what {@link FlipBenchmark} has many of: none of them gets as far as the channels. */
@NonNullByDefault
class FlippedBitsTest {

    private static final int INVERTERS = 4;
    private static final int ANSWERS = 150;

    @ParameterizedTest
    @EnumSource
    void oneWrongBitIsNotShown(FrozenInverter vendor) throws Exception {
        FlipBenchmark.Shown shown = FlipBenchmark.Shown.of(vendor, INVERTERS, ANSWERS);
        assertTrue(shown.corrupt() >= INVERTERS * ANSWERS);
        assertTrue(shown.powersPerThousand() <= 1, () -> shown.powers().toString());
        assertEquals(List.of(), shown.counters());
        assertEquals(List.of(), shown.ranges());
    }
}
