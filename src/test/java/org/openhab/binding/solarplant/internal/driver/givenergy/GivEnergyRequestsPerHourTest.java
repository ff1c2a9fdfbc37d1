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

import static org.openhab.binding.solarplant.internal.driver.HourOfPolls.assertDocumented;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.driver.HourOfPolls;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.sim.MapImage;

/** How many requests the default intervals cost a GivEnergy dongle. */
@NonNullByDefault
@Timeout(120)
class GivEnergyRequestsPerHourTest {

    private static MapImage image(int code, int arm) {
        return Images.settings(Images.owner(code, arm, DriverRig.SERIAL));
    }

    private static int requests(DriverRig made) throws Exception {
        try (DriverRig rig = made) {
            HourOfPolls.pass(rig::poll, () -> asked(rig), rig.clock::pass);
            return asked(rig);
        }
    }

    private static int asked(DriverRig rig) {
        try {
            return rig.asked().size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void ofAHybrid() throws Exception {
        assertDocumented("GivEnergy hybrid with two packs", requests(DriverRig.of(image(0x2001, 449))
                .with(0x32, Images.pack("BJ0001G001")).with(0x33, Images.pack("BJ0001G002"))));
    }

    @Test
    void ofAnAllInOne() throws Exception {
        assertDocumented("GivEnergy all-in-one with a stack of one module", requests(stacked(image(0x8001, 612))));
    }

    @Test
    void ofAThreePhaseHybrid() throws Exception {
        assertDocumented("GivEnergy three-phase hybrid with a stack of one module",
                requests(stacked(image(0x4004, 612))));
    }

    @Test
    void ofAnEms() throws Exception {
        MapImage ems = Images.managed(image(0x5001, 1036), 1, "CE2231G001", 1042, 31);
        assertDocumented("GivEnergy EMS with a meter", requests(DriverRig.of(ems).kind(DeviceKind.EMS).with(0x01,
                Images.meter(500))));
    }

    @Test
    void ofAGateway() throws Exception {
        MapImage gateway = Images.allInOne(image(0x7001, 1), 1, "CH2414G001", -700, 40);
        Images.allInOne(gateway, 2, "CH2414G002", -300, 60);
        assertDocumented("GivEnergy gateway with two all-in-ones",
                requests(DriverRig.of(gateway).kind(DeviceKind.GATEWAY)));
    }

    private static DriverRig stacked(MapImage owner) {
        return DriverRig.of(owner).with(0xA0, Images.stacks(1)).with(0x70, Images.stack(1)).with(0x50,
                Images.module("HX0001G001"));
    }
}
