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

import java.util.HashSet;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.ChannelOwner;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Space;

/** The page of channels knows what devices behind dongles tell, and promises nothing beyond. */
@NonNullByDefault
@Timeout(60)
class GivEnergyChannelsTest {

    private static final String PACK = "BE1234G567";
    private static final String MODULE = "HX0001G001";
    /** The property of an owner, which the devices behind it do not have. */
    private static final String FIRMWARE = "firmwareVersion";

    private final Set<ChannelOwner> told = new HashSet<>();

    @Test
    void thePageKnowsWhatTheyTell() throws Exception {
        // generation 1 with counters of its life, and with a pack and a meter
        MapImage hybrid = Images.owner(0x2001, 449, DriverRig.SERIAL).put(Space.INPUT, 6, 0, 1500)
                .put(Space.INPUT, 180, 700, 800);
        try (DriverRig rig = DriverRig.of(Images.settings(hybrid)).with(0x32, Images.pack(PACK)).with(0x01,
                Images.meter(500))) {
            hear("single-phase", rig);
        }
        try (DriverRig rig = stacked(Images.settings(Images.owner(0x4004, 612, DriverRig.SERIAL)))) {
            hear("three-phase", rig);
        }
        try (DriverRig rig = DriverRig.of(Images.settings(Images.owner(0x7001, 1, DriverRig.SERIAL)))
                .kind(DeviceKind.GATEWAY)) {
            hear("gateway", rig);
        }
        ChannelOwner.assertKnown(told);
    }

    private static DriverRig stacked(MapImage owner) {
        return DriverRig.of(owner).with(0xA0, Images.stacks(1)).with(0x70, Images.stack(1)).with(0x50,
                Images.module(MODULE));
    }

    private void hear(String family, DriverRig rig) throws Exception {
        rig.full();
        rig.clock.pass(60);
        told.addAll(ChannelOwner.told("GivEnergy", device -> family(device, family), rig.poll(Cadence.WHOLE)));
    }

    private static String family(Device device, String ofOwner) {
        if (device.properties().containsKey(FIRMWARE) && device.id().key().equals(DriverRig.SERIAL)) {
            return ofOwner;
        }
        return switch (device.id().kind()) {
            case METER -> "meter";
            case BATTERY -> device.id().key().equals(PACK)
                    ? "lv-battery"
                    : device.id().key().equals(MODULE) ? "hv-module" : "hv-stack";
            default -> ofOwner;
        };
    }
}
