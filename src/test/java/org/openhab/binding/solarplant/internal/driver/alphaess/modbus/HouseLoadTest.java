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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Space;

/** What the house draws, over a real socket; the figures are those of a real SMILE5 at night and at noon. */
@NonNullByDefault
@Timeout(30)
class HouseLoadTest {

    private static MapImage battery(MapImage image, int watts) {
        return image.put(Space.HOLDING, 0x0100, 528, watts * 100 / 528, 560).put(Space.HOLDING, 0x0126, watts);
    }

    private static MapImage system(int battery, int output, int grid) {
        MapImage image = battery(EmsRig.system(), battery);
        put(image, 0x040C, output);
        return put(image, 0x0021, grid);
    }

    private static MapImage put(MapImage image, int at, int number) {
        return image.put(Space.HOLDING, at, number >> 16, number);
    }

    private static void assertLoad(String load, MapImage image) throws Exception {
        try (EmsRig rig = EmsRig.of(image)) {
            for (Cadence cadence : Cadence.values()) {
                rig.full();
                Reading reading = rig.driver.poll(cadence).getFirst();
                assertEquals(load, EmsRig.text(reading, "load#power"), cadence.name());
            }
        }
    }

    @Test
    void whatTheInverterLosesIsNoLoad() throws Exception {
        assertLoad("1170", system(1264, 1159, 11));
    }

    /** Strings give 2010 W, a garage 951 W; the battery takes 2187 W. */
    @Test
    void otherGeneratorsCount() throws Exception {
        MapImage image = system(-2187, -310, 0).put(Space.HOLDING, 0x041D, 2782, 37, 0, 1029)
                .put(Space.HOLDING, 0x0421, 2888, 34, 0, 981).put(Space.HOLDING, 0x0805, 1);
        assertLoad("641", put(image, 0x00A1, 951));
    }

    @Test
    void anOutputThatCannotBeLeavesTheOtherSide() throws Exception {
        assertLoad("1275", system(1264, 0, 11));
        assertLoad("1275", system(1264, 1800, 11));
    }

    @Test
    void aGeneratorThatNobodyMeasuresLeavesNoLoad() throws Exception {
        assertLoad("none", system(-400, -420, -3000));
    }

    @Test
    void whatRoundingTakesAwayIsNothing() throws Exception {
        assertLoad("0", system(1000, 990, -1020));
    }

    @Test
    void theEnergyOfAHouseIsNeverBelowNothing() throws Exception {
        MapImage image = EmsRig.system().put(Space.HOLDING, 0x0010, 1, 0).put(Space.HOLDING, 0x0012, 0, 4000);
        try (EmsRig rig = EmsRig.of(image)) {
            assertEquals("none", EmsRig.text(rig.full(), "energy#load-total"), "655.36 kWh out, 40 in");
            image.put(Space.HOLDING, 0x08D2, 1, 0);
            assertEquals("40", EmsRig.text(rig.full(), "energy#load-total"));
        }
    }
}
