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
import static org.openhab.binding.solarplant.internal.driver.givenergy.DriverRig.*;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Space;

/** A power cut, as an inverter tells it that feeds its backup output meanwhile: its status stays what it was. */
@NonNullByDefault
@Timeout(60)
class OutageTest {

    private static final String INVERTER = "inverter:" + SERIAL;
    private static final String GRID = "grid#available";
    private static final String RUN_MODE = "status#run-mode";

    private final MapImage image = Images.settings(Images.owner(0x2001, 920, SERIAL)).put(Space.INPUT, 0, 1)
            .put(Space.INPUT, 5, 2457).put(Space.INPUT, 13, 4993).put(Space.INPUT, 49, 1);

    @Test
    void itIsToldWithTheNextPollAndSoIsItsEnd() throws Exception {
        try (DriverRig rig = DriverRig.of(image)) {
            assertEquals("ON", value(rig.full(), INVERTER, GRID));
            image.put(Space.INPUT, 5, 0).put(Space.INPUT, 13, 0).put(Space.INPUT, 49, 0).put(Space.INPUT, 30, 0, 800)
                    .put(Space.INPUT, 53, 2300, 5000);
            rig.clock.pass(15);
            var outage = rig.poll(Cadence.FAST);
            assertEquals("OFF", value(outage, INVERTER, GRID));
            assertEquals("off-grid", value(outage, INVERTER, RUN_MODE));
            assertEquals("800", value(outage, INVERTER, "backup#power"));
            image.put(Space.INPUT, 5, 2457).put(Space.INPUT, 13, 4993).put(Space.INPUT, 49, 1);
            rig.clock.pass(15);
            var end = rig.poll(Cadence.FAST);
            assertEquals("ON", value(end, INVERTER, GRID));
            assertEquals("normal", value(end, INVERTER, RUN_MODE));
        }
    }

    /** The tail of a page may be missing, and be insisted on. */
    @Test
    void zerosAreNoOutage() throws Exception {
        try (DriverRig rig = DriverRig.of(image)) {
            rig.full();
            image.put(Space.INPUT, 30, new long[30]);
            for (int i = 0; i < 4; i++) {
                rig.clock.pass(60);
                assertEquals("", value(rig.full(), INVERTER, GRID));
            }
        }
    }
}
