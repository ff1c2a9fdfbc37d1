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

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.sim.DongleFault;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Space;

/** What is done once when it is told to: a restart, and the calibration of a battery. */
@NonNullByDefault
@Timeout(60)
class ProceduresTest {

    private static final DeviceId INVERTER = new DeviceId(DeviceKind.INVERTER, DriverRig.SERIAL);

    private static DeviceKind kind(String model) {
        return switch (model.charAt(0)) {
            case '5' -> DeviceKind.EMS;
            case '7' -> DeviceKind.GATEWAY;
            default -> DeviceKind.INVERTER;
        };
    }

    private static DeviceId id(DeviceKind kind) {
        return new DeviceId(kind, DriverRig.SERIAL);
    }

    private static Refusal.Kind refusal(Outcome outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).why().kind();
    }

    private static DriverRig rig(String model) throws Exception {
        MapImage image = Images.owner(Integer.parseInt(model.split(" ")[0], 16), 1, DriverRig.SERIAL);
        DriverRig rig = DriverRig.of(Images.settings(image)).kind(kind(model));
        rig.full();
        return rig;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001 449", "4004 1", "7001 1"})
    void restartsWithTheOneNumberThatDoesNothingElse(String model) throws Exception {
        int code = Integer.parseInt(model.split(" ")[0], 16);
        MapImage image = Images.settings(Images.owner(code, 1, DriverRig.SERIAL)).put(Space.HOLDING, 163, 0);
        try (DriverRig rig = DriverRig.of(image).kind(kind(model))) {
            rig.full();
            Order restart = new Order.Restart(id(kind(model)));
            assertInstanceOf(Outcome.Verified.class, rig.apply(restart));
            assertEquals(List.of("163=100"), rig.written());
            rig.writeFault(new DongleFault.Refuse(true), 1, 163);
            assertEquals(Refusal.Kind.DEVICE, refusal(rig.apply(restart)));
            rig.hasty();
            rig.restart();
            rig.full();
            rig.writeFault(new DongleFault.Silence(), 1, 163);
            assertInstanceOf(Outcome.Unverified.class, rig.apply(restart));
        }
    }

    @Test
    void calibrationBeginsAndEnds() throws Exception {
        MapImage image = Images.settings(Images.owner(0x2001, 449, DriverRig.SERIAL));
        try (DriverRig rig = DriverRig.of(image)) {
            assertEquals("off", DriverRig.value(rig.full(), INVERTER.toString(), "settings#calibration"));
            assertInstanceOf(Outcome.Verified.class, rig.apply(new Order.Calibrate(INVERTER, true)));
            assertEquals("discharge", DriverRig.value(rig.full(), INVERTER.toString(), "settings#calibration"));
            image.put(Space.HOLDING, 29, 5);
            assertEquals("balance", DriverRig.value(rig.poll(Cadence.WHOLE), INVERTER.toString(),
                    "settings#calibration"));
            assertInstanceOf(Outcome.Verified.class, rig.apply(new Order.Calibrate(INVERTER, false)));
            assertEquals(List.of("29=1", "29=0"), rig.written());
            rig.writeFault(new DongleFault.Refuse(true), 1, 29);
            assertEquals(Refusal.Kind.DEVICE, refusal(rig.apply(new Order.Calibrate(INVERTER, true))));
        }
    }

    @Test
    void whoHasNoBatteryOfItsOwnCalibratesNone() throws Exception {
        for (String model : List.of("5001 1", "7001 1")) {
            try (DriverRig rig = rig(model)) {
                assertEquals(Refusal.Kind.NOT_SUPPORTED,
                        refusal(rig.apply(new Order.Calibrate(id(kind(model)), true))));
                assertEquals(List.of(), rig.written());
            }
        }
        try (DriverRig rig = rig("5001 1")) {
            assertEquals(Refusal.Kind.NOT_SUPPORTED, refusal(rig.apply(new Order.Restart(id(DeviceKind.EMS)))));
        }
    }
}
