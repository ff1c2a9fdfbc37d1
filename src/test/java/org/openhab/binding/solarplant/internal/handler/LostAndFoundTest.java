/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.SimulatorOptions;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingUID;

/** Inverters that go away and come back, and what that means for the rest of the plant. */
@NonNullByDefault
@Timeout(120)
class LostAndFoundTest {

    private static final Duration A_FULL_INTERVAL = Duration.ofSeconds(61);
    private static final String FAILURES = "poll#consecutive-failures";
    private static final String BATTERY = "battery:" + TestPlant.SERIAL + "-battery-1";
    private static final ThingStatusInfo ONLINE = new ThingStatusInfo(ThingStatus.ONLINE, ThingStatusDetail.NONE, null);

    private static ModbusSimulator start(TestPlant plant) throws IOException {
        ModbusSimulator device = plant.simulate(TestPlant.hybrid());
        plant.addPlant(Map.of());
        plant.addInverter("roof", device, Map.of());
        plant.awaitShown(TestPlant.ROOF);
        return device;
    }

    /** Lets polls fail until so many have. */
    private static void fail(TestPlant plant, ThingUID uid, int times) {
        for (int count = 0; count < times;) {
            String polls = plant.text(uid, "poll#tick-count");
            plant.pass(A_FULL_INTERVAL);
            // a target that is backed off lets turns go by
            if (plant.host.await(() -> !polls.equals(plant.text(uid, "poll#tick-count")), Duration.ofMillis(300))) {
                count = Integer.parseInt(plant.text(uid, FAILURES));
            }
        }
    }

    @Test
    void oneThatWasNeverThereSaysWhyAtTheFirstFailureAndThePlantStaysOnline() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            ModbusSimulator device = plant.simulate(TestPlant.hybrid());
            device.faults().add(new Fault.Drop());
            plant.addPlant(Map.of());
            plant.addInverter("roof", device, Map.of());
            plant.awaitOffline(TestPlant.ROOF, ThingStatusDetail.COMMUNICATION_ERROR);
            plant.awaitState(TestPlant.ROOF, FAILURES, "1");
            plant.await(() -> plant.status(TestPlant.PLANT).getDescription() != null);
            assertEquals(ThingStatus.ONLINE, plant.status(TestPlant.PLANT).getStatus());
            assertEquals("The device of the plant is not connected. See its status for what to do.",
                    plant.host.statusText(TestPlant.PLANT));
            assertEquals("unreachable", plant.text(TestPlant.ROOF, "poll#last-error"));
            assertEquals("1", plant.text(TestPlant.PLANT, "fleet#total"));
            assertEquals("0", plant.text(TestPlant.PLANT, "fleet#connected"));
            assertEquals("1", plant.text(TestPlant.PLANT, "fleet#disconnected"));

            device.faults().clear();
            plant.passUntil(A_FULL_INTERVAL, () -> ONLINE.equals(plant.status(TestPlant.ROOF)));
            plant.await(() -> ONLINE.equals(plant.status(TestPlant.PLANT)));
            assertEquals(List.of(), plant.log.all(), "it was never lost");
        }
    }

    @Test
    void oneThatWasThereIsLostAtTheFifthFailureAndFoundAgain() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            ModbusSimulator device = start(plant);
            ThingUID battery = plant.addPart("battery", "cellar", BATTERY);
            plant.awaitOnline(battery);
            plant.await(() -> plant.state(TestPlant.PLANT, "pv#power") != null);
            String energy = plant.text(TestPlant.ROOF, "energy#pv-total");
            String power = plant.text(TestPlant.ROOF, "pv#power");
            assertNotEquals("UNDEF", power);

            device.faults().add(new Fault.Drop());
            fail(plant, TestPlant.ROOF, 4);
            assertEquals(ONLINE, plant.status(TestPlant.ROOF));
            assertEquals(List.of(), plant.log.all());
            fail(plant, TestPlant.ROOF, 5);
            plant.awaitOffline(TestPlant.ROOF, ThingStatusDetail.COMMUNICATION_ERROR);
            plant.awaitState(TestPlant.ROOF, "pv#power", "UNDEF");
            plant.awaitState(TestPlant.PLANT, "pv#power", "UNDEF");
            plant.awaitState(TestPlant.PLANT, "fleet#connected", "0");
            plant.awaitOffline(battery, ThingStatusDetail.COMMUNICATION_ERROR);
            plant.awaitState(battery, "battery#state-of-charge", "UNDEF");
            fail(plant, TestPlant.ROOF, 6);

            device.faults().clear();
            plant.passUntil(A_FULL_INTERVAL, () -> ONLINE.equals(plant.status(TestPlant.ROOF)));
            plant.awaitOnline(battery);
            plant.awaitState(TestPlant.ROOF, "pv#power", power);
            plant.awaitState(TestPlant.PLANT, "fleet#connected", "1");
            assertEquals(energy, plant.text(TestPlant.ROOF, "energy#pv-total"));
            assertEquals(List.of(), plant.log.all(), "openHAB itself logs how the status of things changes");
        }
    }

    @Test
    void aDeadInverterLeavesTheOthersAlone() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            start(plant);
            ModbusSimulator dead = plant.simulate(TestPlant.string());
            dead.faults().add(new Fault.Drop());
            ThingUID garage = plant.addInverter("garage", dead, Map.of());
            plant.awaitOffline(garage, ThingStatusDetail.COMMUNICATION_ERROR);
            fail(plant, garage, 3);
            plant.await(() -> "0".equals(plant.text(TestPlant.ROOF, FAILURES)));
            assertEquals(ONLINE, plant.status(TestPlant.ROOF));
            assertEquals(ONLINE, plant.status(TestPlant.PLANT));
            plant.awaitState(TestPlant.PLANT, "fleet#connected", "1");
            plant.awaitState(TestPlant.PLANT, "fleet#disconnected", "1");
            plant.passUntil(Duration.ofSeconds(1),
                    () -> plant.text(TestPlant.ROOF, "pv#power").equals(plant.text(TestPlant.PLANT, "pv#power")));
        }
    }

    @Test
    void whatIsOldIsNotShownAsLive() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            ModbusSimulator device = start(plant);
            ThingUID battery = plant.addPart("battery", "cellar", BATTERY);
            plant.awaitOnline(battery);
            String before = plant.text(TestPlant.ROOF, "status#last-update");
            device.faults().add(new Fault.Silence());
            plant.pass(Duration.ofSeconds(179));
            assertNotEquals("UNDEF", plant.text(TestPlant.ROOF, "pv#power"));
            plant.pass(Duration.ofSeconds(2));
            plant.awaitState(TestPlant.ROOF, "pv#power", "UNDEF");
            plant.awaitState(TestPlant.PLANT, "pv#power", "UNDEF");
            plant.awaitState(battery, "battery#state-of-charge", "UNDEF");
            assertEquals(before, plant.text(TestPlant.ROOF, "status#last-update"));
        }
    }

    @Test
    void anotherInverterAtTheSameAddressTakesOver() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            ModbusSimulator device = start(plant);
            ThingUID battery = plant.addPart("battery", "cellar", BATTERY);
            plant.awaitOnline(battery);
            int port = device.port();
            device.close();
            plant.simulate(SimulatorOptions.modbusTcp().port(port)
                    .anyUnit(TestPlant.string()));
            plant.passUntil(A_FULL_INTERVAL, () -> "XB4DEMO0000001"
                    .equals(plant.thing(TestPlant.ROOF).getProperties().get("serialNumber")));
            // the battery has gone with the inverter that reported it
            plant.awaitOffline(battery, ThingStatusDetail.COMMUNICATION_ERROR);
            plant.awaitState(TestPlant.ROOF, "battery#power", "UNDEF");
            assertEquals(ONLINE, plant.status(TestPlant.ROOF));
        }
    }

    @Test
    void aPartThatNobodyReportsWaitsAndSaysSo() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            start(plant);
            ThingUID stranger = plant.addPart("battery", "stranger", "battery:UNKNOWN-battery-1");
            plant.await(() -> "@text/offline.device-not-seen".equals(plant.status(stranger).getDescription()));
            assertEquals(ThingStatus.UNKNOWN, plant.status(stranger).getStatus());
            assertNull(plant.state(stranger, "battery#power"));
        }
    }
}
