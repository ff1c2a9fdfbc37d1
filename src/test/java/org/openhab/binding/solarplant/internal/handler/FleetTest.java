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

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.Framing;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.SimulatorOptions;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingUID;

/** Several inverters in one plant. */
@NonNullByDefault
@Timeout(120)
class FleetTest {

    @Test
    void twoInvertersBehindOneGatewayShareItsConnection() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            ModbusSimulator gateway = plant.simulate(SimulatorOptions.modbusTcp().unit(1, TestPlant.hybrid()).unit(2,
                    TestPlant.string()));
            plant.addPlant(Map.of());
            plant.addInverter("roof", gateway, Map.of("unitId", 1));
            ThingUID garage = plant.addInverter("garage", gateway, Map.of("unitId", 2));
            plant.awaitOnline(TestPlant.ROOF);
            plant.awaitOnline(garage);
            assertEquals(1, gateway.connectionsAccepted());
            assertEquals(TestPlant.SERIAL, plant.thing(TestPlant.ROOF).getProperties().get("serialNumber"));
            assertEquals("XB4DEMO0000001", plant.thing(garage).getProperties().get("serialNumber"));
            plant.await(() -> sum(plant, TestPlant.ROOF, garage).equals(plant.state(TestPlant.PLANT, "pv#power")));

            // one that leaves does not take the connection of the other along
            plant.host.setEnabled(garage, false);
            String polls = plant.text(TestPlant.ROOF, "poll#tick-count");
            plant.passUntil(Duration.ofSeconds(61),
                    () -> !polls.equals(plant.text(TestPlant.ROOF, "poll#tick-count")));
            plant.await(() -> plant.text(TestPlant.ROOF, "pv#power").equals(plant.text(TestPlant.PLANT, "pv#power")));
            plant.awaitState(TestPlant.ROOF, "poll#consecutive-failures", "0");
            assertEquals(List.of(), plant.log.all());
        }
    }

    private static Object sum(TestPlant plant, ThingUID one, ThingUID other) {
        return plant.state(one, "pv#power") instanceof QuantityType<?> first
                && plant.state(other, "pv#power") instanceof QuantityType<?> second
                        ? new QuantityType<>(first.toBigDecimal().add(second.toBigDecimal()), first.getUnit())
                        : "not yet";
    }

    @Test
    void theFleetIsCountedAlsoWhenThingsAreSwitchedOffOrRemoved() throws IOException {
        try (TestPlant plant = TestPlant.running()) {
            ModbusSimulator dead = plant.simulate(TestPlant.string());
            dead.faults().add(new Fault.Drop());
            ThingUID garage = plant.addInverter("garage", dead, Map.of());
            plant.awaitOffline(garage, ThingStatusDetail.COMMUNICATION_ERROR);
            plant.await(() -> fleet(plant).equals("2 total, 1 connected, 1 disconnected, 0 disabled"));
            plant.host.setEnabled(TestPlant.ROOF, false);
            // nobody answers any more who could bring it up
            plant.await(() -> fleet(plant).equals("2 total, 0 connected, 1 disconnected, 1 disabled"));
            plant.host.remove(garage);
            plant.await(() -> fleet(plant).equals("1 total, 0 connected, 0 disconnected, 1 disabled"));
            plant.awaitOnline(TestPlant.PLANT);
            plant.await(() -> plant.status(TestPlant.PLANT).getDescription() == null);
        }
    }

    private static String fleet(TestPlant plant) {
        return "%s total, %s connected, %s disconnected, %s disabled".formatted(
                plant.text(TestPlant.PLANT, "fleet#total"), plant.text(TestPlant.PLANT, "fleet#connected"),
                plant.text(TestPlant.PLANT, "fleet#disconnected"), plant.text(TestPlant.PLANT, "fleet#disabled"));
    }

    @Test
    void aGatewayMayPassSerialFramesOn() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            ModbusSimulator gateway = plant.simulate(SimulatorOptions.modbusTcp().framing(Framing.RTU)
                    .anyUnit(TestPlant.hybrid()));
            plant.addPlant(Map.of());
            plant.addInverter("roof", gateway, Map.of("framing", "rtu", "refreshInterval", 300));
            plant.awaitShown(TestPlant.ROOF);
            assertEquals(TestPlant.SERIAL, plant.thing(TestPlant.ROOF).getProperties().get("serialNumber"));
        }
    }

    @Test
    void aPlantWithoutInvertersIsOnline() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            plant.addPlant(Map.of());
            plant.awaitOnline(TestPlant.PLANT);
            plant.awaitState(TestPlant.PLANT, "fleet#total", "0");
        }
    }

    @Test
    void whoWasConfiguredTwiceWorksAsSoonAsTheOtherIsGone() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            ModbusSimulator device = plant.simulate(TestPlant.hybrid());
            plant.addPlant(Map.of());
            plant.addInverter("roof", device, Map.of());
            plant.awaitOnline(TestPlant.ROOF);
            ThingUID again = plant.addInverter("again", device, Map.of());
            plant.awaitOffline(again, ThingStatusDetail.CONFIGURATION_ERROR);
            plant.awaitState(TestPlant.PLANT, "fleet#connected", "1");
            plant.host.forceRemove(TestPlant.ROOF);
            plant.passUntil(Duration.ofSeconds(61), () -> plant.status(again).getStatus() == ThingStatus.ONLINE);
            plant.await(() -> plant.text(again, "pv#power").equals(plant.text(TestPlant.PLANT, "pv#power")));
        }
    }
}
