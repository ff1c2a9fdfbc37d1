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
import org.junit.jupiter.api.Test;

/** Whether a hybrid has a battery: by its voltage and what its BMS tells, not by the word for the link alone. */
@NonNullByDefault
class HybridBatteryTest {

    private final TestInverter x1 = new TestInverter("hybrid",
            "phases=1 trackers=2 generation=4 protocol=8 rated=5000");

    @Test
    void believesABatteryWithoutALinkByItsVoltage() {
        // lead acid, or firmware that tells the link the other way round
        x1.put(0x0014, 2393, 22, 541, 0, 26, 0, 0, 2, 82).put(0x0026, 12288, 0).put(0x00BF, 100);
        assertEquals("battery-1", x1.parts());
        assertEquals("-541", x1.value("battery#power"));
        assertEquals("82", x1.value("battery#state-of-charge"));
        assertEquals("12.288", x1.value("battery#capacity"));
        assertEquals(TestInverter.MISSING, x1.battery(1, "battery#state-of-health"), "told by a BMS alone");
        assertEquals(TestInverter.MISSING, x1.put(0x001C, 0).value("battery#state-of-charge"), "nobody tells");
        x1.put(0x0017, 1);
        assertEquals("0", x1.value("battery#state-of-charge"));
        assertEquals("100", x1.battery(1, "battery#state-of-health"));
        // the link is lost, and the battery is off
        x1.put(0x0014, 0, 0, 0, 0).put(0x001C, 82);
        assertEquals(TestInverter.MISSING, x1.value("battery#state-of-charge"));
        assertEquals("0", x1.value("battery#power"), "what was there once is there still");
    }

    @Test
    void hasNoBatteryWhereNothingTellsOfOne() {
        for (int link : new int[]{0, 1}) {
            x1.put(0x0014, 3, 0, 0, link, 25, 0, 0, 2, 0).put(0x000A, 500, 600).put(0x0002, 1050);
            assertEquals("", x1.parts());
            assertEquals("1050", x1.value("load#power"));
            for (String channel : new String[]{"battery#power", "battery#state-of-charge", "battery#voltage",
                    "battery#temperature", "battery#capacity", "energy#charge-today", "energy#discharge-total"}) {
                assertEquals(TestInverter.MISSING, x1.value(channel), channel);
            }
        }
    }

    @Test
    void seesABatteryThatSleeps() {
        x1.put(0x0014, 0, 0, 0, 1, 20, 0, 0, 2, 55);
        assertEquals("battery-1", x1.parts());
        assertEquals("55", x1.value("battery#state-of-charge"));
    }
}
