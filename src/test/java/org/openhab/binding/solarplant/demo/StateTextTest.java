/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.types.UnDefType;

/** States as programs and people read them. */
@NonNullByDefault
class StateTextTest {

    @Test
    void quantitiesComeInTheWantedUnitAndPattern() {
        assertEquals(new StateText("1243", "W", "1243"), of(QuantityType.valueOf("1.243 kW"), "W", "%.0f %unit%"));
        assertEquals(new StateText("0.125", "kWh", "0.1"), of(QuantityType.valueOf("0.125 kWh"), "", "%.1f %unit%"));
        assertEquals(new StateText("97", "%", "97"), of(QuantityType.valueOf("97 %"), "%", "%d %%"));
        assertEquals(new StateText("7", "W", "7"), of(QuantityType.valueOf("7 W"), "°C", ""), "no such conversion");
    }

    @Test
    void numbersStayAsTheyAreUnderAStrangePattern() {
        assertEquals(new StateText("3.50", "", "3.5"), of(new DecimalType("3.50"), "", "%q"));
        assertEquals("0", of(new DecimalType("0.00"), "", "%1$tFd").text());
    }

    @Test
    void textsMayHaveLabels() {
        assertEquals(new StateText("normal", "", "Normal"),
                StateText.of(new StringType("normal"), "", "%s", Map.of("normal", "Normal")));
        assertEquals("2026-06-01T10:00:00Z",
                of(new DateTimeType(Instant.parse("2026-06-01T10:00:00Z")), "", "").state());
    }

    @Test
    void whatIsMissingIsMissing() {
        assertEquals(StateText.NONE, StateText.of(null, "W", "", Map.of()));
        assertEquals("UNDEF", of(UnDefType.UNDEF, "W", "%.0f %unit%").state());
    }

    private static StateText of(org.openhab.core.types.State state, String unit, String pattern) {
        return StateText.of(state, unit, pattern, Map.of());
    }
}
