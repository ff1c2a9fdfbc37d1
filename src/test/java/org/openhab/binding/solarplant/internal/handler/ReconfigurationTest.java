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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.host.HostListener;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.config.core.validation.ConfigValidationException;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.builder.BridgeBuilder;

/** Settings that change while the plant runs. */
@NonNullByDefault
@Timeout(120)
class ReconfigurationTest {

    private static final String POLLS = "poll#tick-count";

    /** Writes down all statuses. */
    private static final class Statuses implements HostListener {
        private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();

        @Override
        public void statusChanged(Thing thing, ThingStatusInfo status) {
            seen.add(thing.getUID().getId() + " " + status);
        }
    }

    private static Statuses listenTo(TestPlant plant) {
        Statuses statuses = new Statuses();
        plant.host.addListener(statuses);
        return statuses;
    }

    @Test
    void pollingSettingsReachTheRunningPlant() throws IOException {
        try (TestPlant plant = TestPlant.running()) {
            Statuses statuses = listenTo(plant);
            PlantRuntime before = plant.handler().running().orElseThrow();
            plant.host.updateConfiguration(TestPlant.PLANT, Map.of("pollMode", "normal", "refreshInterval", 300,
                    "maxConcurrent", 3));
            assertSame(before, plant.handler().running().orElseThrow());
            assertEquals(3, before.configuration().maxConcurrent);
            plant.pass(Duration.ofSeconds(30));
            plant.handler().tick();
            assertEquals("1", plant.text(TestPlant.ROOF, POLLS), "no fast polls any more");
            plant.passUntil(Duration.ofSeconds(300), () -> "2".equals(plant.text(TestPlant.ROOF, POLLS)));
            plant.awaitState(TestPlant.ROOF, "poll#mode", "normal");
            assertEquals(List.of(), List.copyOf(statuses.seen));

            plant.host.updateConfiguration(TestPlant.PLANT, Map.of("maxConcurrent", 30));
            assertEquals(30, before.configuration().maxConcurrent);
        }
    }

    @Test
    void whoIsBackedOffStaysSo() throws IOException {
        try (TestPlant plant = TestPlant.running()) {
            ModbusSimulator dead = plant.simulate(TestPlant.string());
            dead.faults().add(new Fault.Drop());
            ThingUID garage = plant.addInverter("garage", dead, Map.of());
            plant.passUntil(Duration.ofSeconds(61), () -> "3".equals(plant.text(garage, "poll#consecutive-failures")));
            String polls = plant.text(TestPlant.ROOF, POLLS);
            plant.host.updateConfiguration(TestPlant.PLANT, Map.of("fastInterval", 20));
            plant.passUntil(Duration.ofSeconds(61), () -> !polls.equals(plant.text(TestPlant.ROOF, POLLS)));
            assertEquals("3", plant.text(garage, "poll#consecutive-failures"));
        }
    }

    @Test
    void aGridMeterTakesEffectAtOnceAndLosesNothing() throws IOException {
        try (TestPlant plant = TestPlant.running()) {
            Statuses statuses = listenTo(plant);
            String grid = plant.text(TestPlant.PLANT, "grid#power");
            plant.host.updateConfiguration(TestPlant.PLANT, Map.of("gridMeter", "meter:nobody"));
            plant.awaitState(TestPlant.PLANT, "grid#power", "UNDEF");
            plant.host.updateConfiguration(TestPlant.PLANT, Map.of("gridMeter", ""));
            plant.awaitState(TestPlant.PLANT, "grid#power", grid);
            assertEquals("1", plant.text(TestPlant.ROOF, POLLS));
            plant.await(() -> statuses.seen.size() == 2);
            assertEquals(List.of("home ONLINE: @text/plant.grid-meter-unknown [\"meter:nobody\"]", "home ONLINE"),
                    List.copyOf(statuses.seen));
        }
    }

    @Test
    void timeLimitsOpenTheDriversAnew() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            ModbusSimulator device = plant.simulate(TestPlant.hybrid());
            plant.addPlant(Map.of("requestTimeout", 60));
            plant.addInverter("roof", device, Map.of());
            plant.awaitShown(TestPlant.ROOF);
            String energy = plant.text(TestPlant.ROOF, "energy#pv-total");
            Statuses statuses = listenTo(plant);
            plant.host.updateConfiguration(TestPlant.PLANT, Map.of("requestTimeout", 1));
            plant.await(() -> statuses.seen.contains("roof ONLINE"));
            assertEquals(energy, plant.text(TestPlant.ROOF, "energy#pv-total"));
            assertEquals(2, device.connectionsAccepted());
            assertEquals(List.of("roof UNKNOWN: @text/unknown.waiting", "roof ONLINE"),
                    statuses.seen.stream().filter(line -> line.startsWith("roof")).toList());
            device.faults().add(new Fault.Silence());
            device.clearRequests();
            plant.passUntil(Duration.ofSeconds(61), () -> !device.requests().isEmpty());
            plant.awaitState(TestPlant.ROOF, "poll#last-error", "timeout");
        }
    }

    @Test
    void anUnusableConfigurationStopsThePlantAndARepairedOneStartsIt() throws IOException {
        try (TestPlant plant = TestPlant.running()) {
            ThingUID battery = plant.addPart("battery", "cellar", "battery:" + TestPlant.SERIAL + "-battery-1");
            ThingUID lost = plant.addPart("battery", "lost", "nonsense");
            plant.awaitOnline(battery);
            // enough snapshots that those of a new plant could be taken for older ones
            plant.passUntil(Duration.ofSeconds(61), () -> Integer.parseInt(plant.text(TestPlant.ROOF, POLLS)) > 7);
            plant.host.updateConfiguration(TestPlant.PLANT, Map.of("gridMeter", "nonsense"));
            plant.awaitOffline(TestPlant.PLANT, ThingStatusDetail.CONFIGURATION_ERROR);
            plant.awaitOffline(TestPlant.ROOF, ThingStatusDetail.BRIDGE_OFFLINE);
            plant.awaitOffline(battery, ThingStatusDetail.BRIDGE_OFFLINE);
            assertTrue(plant.handler().running().isEmpty());
            ThingUID late = plant.addPart("meter", "late", "meter:" + TestPlant.SERIAL + "-meter-1");
            plant.awaitOffline(late, ThingStatusDetail.BRIDGE_OFFLINE);

            Statuses statuses = listenTo(plant);
            plant.host.updateConfiguration(TestPlant.PLANT, Map.of("gridMeter", ""));
            plant.awaitOnline(TestPlant.PLANT);
            plant.awaitOnline(TestPlant.ROOF);
            plant.awaitOnline(battery);
            plant.awaitOnline(late);
            plant.awaitState(TestPlant.ROOF, POLLS, "1");
            assertEquals(ThingStatusDetail.CONFIGURATION_ERROR, plant.status(lost).getStatusDetail(),
                    "it has its own reason");
            assertEquals(List.of("roof UNKNOWN: @text/unknown.waiting", "roof ONLINE"),
                    statuses.seen.stream().filter(line -> line.startsWith("roof")).toList());
            assertEquals(List.of(), plant.log.complaints());
        }
    }

    @Test
    void whatOpenHabRefusesChangesNothing() throws IOException {
        try (TestPlant plant = TestPlant.running()) {
            Statuses statuses = listenTo(plant);
            assertThrows(ConfigValidationException.class,
                    () -> plant.host.updateConfiguration(TestPlant.PLANT, Map.of("refreshInterval", 4)));
            plant.host.updateConfiguration(TestPlant.PLANT, Map.of());
            plant.passUntil(Duration.ofSeconds(20), () -> "2".equals(plant.text(TestPlant.ROOF, POLLS)));
            assertEquals(List.of(), List.copyOf(statuses.seen));
            plant.host.setEnabled(TestPlant.PLANT, false);
            assertEquals(ThingStatus.UNINITIALIZED, plant.status(TestPlant.PLANT).getStatus());
        }
    }

    @Test
    void aThingThatWasChangedOutsideGetsItsChannelsBackAndGoesOn() throws IOException {
        try (TestPlant plant = TestPlant.running()) {
            PlantHandler handler = plant.handler();
            PlantRuntime before = handler.running().orElseThrow();
            Thing now = plant.thing(TestPlant.PLANT);
            Configuration changed = new Configuration(now.getConfiguration().getProperties());
            changed.put("fastInterval", BigDecimal.valueOf(30));
            // as when a file was edited: what was made at run time does not stand in it
            Thing edited = BridgeBuilder.create(now.getThingTypeUID(), now.getUID()).withLabel("Renamed")
                    .withConfiguration(changed).build();
            edited.setStatusInfo(now.getStatusInfo());
            edited.setHandler(handler);
            handler.thingUpdated(edited);
            assertSame(before, handler.running().orElseThrow());
            assertEquals(30, before.configuration().fastInterval);
            handler.tick();
            assertNotEquals(0, handler.getThing().getChannels().size());
            assertEquals("Renamed", handler.getThing().getLabel());
        }
    }

    @Test
    void anInverterTakesUpItsNewAddressAtOnce() throws IOException {
        try (TestPlant plant = TestPlant.running()) {
            ModbusSimulator other = plant.simulate(TestPlant.string());
            String energy = plant.text(TestPlant.PLANT, "energy#pv-total");
            plant.host.updateConfiguration(TestPlant.ROOF, Map.of("host", other.host(), "port", other.port()));
            plant.await(() -> "XB4DEMO0000001"
                    .equals(plant.thing(TestPlant.ROOF).getProperties().get("serialNumber")));
            plant.awaitOnline(TestPlant.ROOF);
            plant.await(() -> plant.text(TestPlant.ROOF, "pv#power").equals(plant.text(TestPlant.PLANT, "pv#power")));
            plant.awaitState(TestPlant.ROOF, "battery#power", "UNDEF");
            // the old one is not counted any more
            plant.passUntil(Duration.ofSeconds(1), () -> plant.text(TestPlant.ROOF, "energy#pv-total")
                    .equals(plant.text(TestPlant.PLANT, "energy#pv-total")));
            assertNotEquals(energy, plant.text(TestPlant.PLANT, "energy#pv-total"));
            assertEquals(List.of(), plant.log.all());
        }
    }

    @Test
    void anInverterAndABatteryAreRepairedInPlace() throws IOException {
        try (TestPlant plant = TestPlant.running()) {
            ThingUID battery = plant.addPart("battery", "cellar", "nonsense");
            plant.awaitOffline(battery, ThingStatusDetail.CONFIGURATION_ERROR);
            plant.host.updateConfiguration(battery,
                    Map.of("deviceId", "battery:" + TestPlant.SERIAL + "-battery-1"));
            plant.awaitOnline(battery);
            Map<String, Object> roof = new HashMap<>(
                    plant.thing(TestPlant.ROOF).getConfiguration().getProperties());
            roof.put("serial", "H34A10000000999");
            plant.host.updateConfiguration(TestPlant.ROOF, roof);
            plant.awaitOffline(TestPlant.ROOF, ThingStatusDetail.CONFIGURATION_ERROR);
            plant.awaitOffline(battery, ThingStatusDetail.COMMUNICATION_ERROR);
            roof.put("serial", TestPlant.SERIAL);
            plant.host.updateConfiguration(TestPlant.ROOF, roof);
            plant.awaitOnline(TestPlant.ROOF);
            plant.awaitOnline(battery);
            plant.await(() -> plant.text(battery, "battery#power").endsWith(" W"));
        }
    }
}
