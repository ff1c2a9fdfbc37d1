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

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.sim.DongleFault;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Scope;
import org.openhab.binding.solarplant.sim.Space;

/** How often settings are read, and that what is measured does not suffer for them. */
@NonNullByDefault
@Timeout(60)
class OwnerSettingsTest {

    private static final DeviceId INVERTER = new DeviceId(DeviceKind.INVERTER, DriverRig.SERIAL);
    private static final String RESERVE = "settings#min-state-of-charge";

    private final MapImage image = Images.settings(Images.owner(0x2001, 449, DriverRig.SERIAL));

    @Test
    void areReadAtTheStartAndEveryFiveMinutes() throws Exception {
        try (DriverRig rig = DriverRig.of(image)) {
            assertEquals("4", reserve(rig.full()));
            image.put(Space.HOLDING, 110, 33);
            assertEquals(List.of("", "", "", "", "33", "", "", "", "", "33"), reserves(rig, 10));
        }
    }

    @Test
    void areReadAfterAnOrderAndWhenEverythingIsAskedFor() throws Exception {
        try (DriverRig rig = DriverRig.of(image)) {
            rig.full();
            image.put(Space.HOLDING, 110, 44);
            assertEquals("", reserve(rig.full()));
            rig.apply(new Order.Change(INVERTER,
                    List.of(new Setting(Metrics.of("settings#charge-target"), Value.Amount.of(80)))));
            assertEquals("", reserve(rig.poll(Cadence.FAST)));
            assertEquals("44", reserve(rig.full()));
            assertEquals("", reserve(rig.full()));
            assertEquals("44", reserve(rig.poll(Cadence.WHOLE)));
            assertEquals("", reserve(rig.full()));
        }
    }

    @Test
    void areReadAgainWhenPollsHaveFailedForAWhile() throws Exception {
        try (DriverRig rig = DriverRig.of(image).hasty()) {
            rig.full();
            rig.dongle().faults().add(new DongleFault.Silence(), Scope.ALWAYS);
            for (int i = 0; i < 3; i++) {
                rig.failure();
            }
            rig.dongle().faults().clear();
            assertEquals("4", reserve(rig.full()), "whoever lost the device has forgotten them");
        }
    }

    @Test
    void silenceAboutThemIsNoFailure() throws Exception {
        try (DriverRig rig = DriverRig.of(image).hasty()) {
            rig.full();
            rig.dongle().faults().add(new DongleFault.Silence(), Scope.ALWAYS.function(3));
            List<Reading> readings = rig.poll(Cadence.WHOLE);
            assertEquals("", reserve(readings));
            assertEquals("50", DriverRig.value(readings, INVERTER.toString(), "battery#state-of-charge"));
            rig.dongle().faults().clear();
            assertEquals("4", reserve(rig.full()), "tried once more at once");
        }
    }

    @Test
    void lastingSilenceAboutThemCostsATryEveryFiveMinutes() throws Exception {
        try (DriverRig rig = DriverRig.of(image).hasty()) {
            rig.full();
            rig.dongle().faults().add(new DongleFault.Silence(), Scope.ALWAYS.function(3));
            reserves(rig, 6);
            rig.asked();
            reserves(rig, 4);
            assertEquals(List.of("11:0", "11:0", "11:0", "11:0"), rig.asked(), "the page of what is measured");
        }
    }

    @Test
    void aRefusedPageIsLeftOut() throws Exception {
        image.remove(Space.HOLDING, 60, 119);
        try (DriverRig rig = DriverRig.of(image)) {
            List<Reading> readings = rig.full();
            assertEquals("", reserve(readings));
            assertEquals("eco", DriverRig.value(readings, INVERTER.toString(), "settings#work-mode"));
        }
    }

    private static List<String> reserves(DriverRig rig, int polls) throws Exception {
        List<String> reserves = new ArrayList<>();
        for (int i = 0; i < polls; i++) {
            rig.clock.pass(60);
            reserves.add(reserve(rig.full()));
        }
        return reserves;
    }

    private static String reserve(List<Reading> readings) {
        return DriverRig.value(readings, INVERTER.toString(), RESERVE);
    }
}
