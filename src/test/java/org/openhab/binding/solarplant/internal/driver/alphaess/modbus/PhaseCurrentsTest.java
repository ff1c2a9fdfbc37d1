/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Space;

/** Units that tell no currents (alphaess.md §4.2). */
@NonNullByDefault
@Timeout(30)
class PhaseCurrentsTest {

    /** 231 V, this current in 0.1 A, and this power on the first phase; nothing but a voltage on the second. */
    private static MapImage grid(int current, int power) {
        return EmsRig.system().put(Space.HOLDING, 0x0014, 231, 232, 0, current).put(Space.HOLDING, 0x001B, power >> 16,
                power);
    }

    private static void assertCurrent(String expected, MapImage image) throws Exception {
        try (EmsRig rig = EmsRig.of(image)) {
            List<Reading> readings = rig.driver.poll(Cadence.FULL);
            assertEquals(expected, EmsRig.text(readings.getFirst(), "grid#l1-current"));
            assertEquals(expected, EmsRig.text(readings.getLast(), "meter#l1-current"), "of the grid meter");
            assertEquals("0", EmsRig.text(readings.getFirst(), "grid#l2-current"));
            assertEquals("none", EmsRig.text(readings.getFirst(), "grid#l3-current"));
        }
    }

    @Test
    void followsFromPowerAndVoltageWhereItIsNotTold() throws Exception {
        assertCurrent("10", grid(0, 2310));
        assertCurrent("-2.2", grid(0, -500));
    }

    @Test
    void isBelievedWhereItIsTold() throws Exception {
        assertCurrent("9.1", grid(91, 2310));
        assertCurrent("0", grid(0, 30));
    }

    @Test
    void isNotDerivedWithoutAVoltage() throws Exception {
        assertCurrent("0", grid(0, 2310).put(Space.HOLDING, 0x0014, 10));
    }
}
