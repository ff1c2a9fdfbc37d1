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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingUID;

/** What the plant's trigger channel says while things of it fare badly and well. */
@NonNullByDefault
@Timeout(120)
class AlertsTest {

    private static final Duration A_MINUTE = Duration.ofSeconds(61);
    private static final Duration A_WHILE = Duration.ofSeconds(1);
    private static final ThingUID BARN = TestPlant.inverter("barn");
    private static final ChannelUID ALERT = new ChannelUID(TestPlant.PLANT, "event#alert");
    private static final String ACTIVE = "event#active";
    private static final String ROOF = TestPlant.ROOF.getAsString();
    private static final String LOW = "battery-low raised " + ROOF;
    private static final String LOW_NO_MORE = "battery-low cleared " + ROOF;

    private static List<String> triggers(TestPlant plant) {
        return plant.host.triggers(ALERT);
    }

    /** Time passes until there are so many triggers; then ten minutes more, in which nothing may come. */
    private static List<String> await(TestPlant plant, int count) {
        plant.passUntil(A_MINUTE, () -> triggers(plant).size() >= count);
        if (plant.status(TestPlant.ROOF).getStatus() == ThingStatus.ONLINE) {
            polls(plant, 10);
        } else {
            IntStream.range(0, 10).forEach(minute -> plant.pass(A_MINUTE));
        }
        return triggers(plant);
    }

    /** So many polls of the roof. */
    private static void polls(TestPlant plant, int count) {
        for (int poll = 0; poll < count; poll++) {
            String before = plant.text(TestPlant.ROOF, "poll#tick-count");
            plant.passUntil(A_MINUTE, () -> !before.equals(plant.text(TestPlant.ROOF, "poll#tick-count")));
        }
    }

    @Test
    void aDeviceThatDiesAndComesBackIsTwoTriggers() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            ModbusSimulator device = plant.simulate(TestPlant.hybrid());
            plant.addPlant(Map.of());
            plant.addInverter("roof", device, Map.of());
            plant.awaitShown(TestPlant.ROOF);
            ThingUID battery = plant.addPart("battery", "cellar", "battery:" + TestPlant.SERIAL + "-battery-1");
            plant.awaitOnline(battery);
            polls(plant, 3);
            assertEquals(List.of(), triggers(plant));
            assertEquals("none", plant.text(TestPlant.PLANT, ACTIVE));

            device.faults().add(new Fault.Drop());
            assertEquals(List.of("communication-lost raised " + ROOF), await(plant, 1));
            plant.awaitState(TestPlant.PLANT, ACTIVE, "communication-lost " + ROOF);

            device.faults().clear();
            assertEquals(List.of("communication-lost raised " + ROOF, "communication-lost cleared " + ROOF),
                    await(plant, 2));
            plant.awaitState(TestPlant.PLANT, ACTIVE, "none");
            assertEquals(ThingStatus.ONLINE, plant.status(battery).getStatus());
        }
    }

    @Test
    void oneThatNeverAnswersIsMissedToo() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            ModbusSimulator device = plant.simulate(TestPlant.hybrid());
            device.faults().add(new Fault.Drop());
            plant.addPlant(Map.of());
            plant.addInverter("roof", device, Map.of());
            assertEquals(List.of("communication-lost raised " + ROOF), await(plant, 1));
        }
    }

    @Test
    void aRouterThatRestartsIsOneTriggerForEachDevice() throws IOException {
        try (ControlRig rig = new ControlRig(Map.of())) {
            List<FakeDriver> drivers = List.of(rig.add("roof"), rig.add("barn"), rig.add("shed"));
            drivers.forEach(driver -> driver.dead = true);
            assertEquals(List.of("communication-lost raised solarplant:inverter:home:barn",
                    "communication-lost raised solarplant:inverter:home:roof",
                    "communication-lost raised solarplant:inverter:home:shed"), sorted(await(rig.plant, 3)));
            drivers.forEach(driver -> driver.dead = false);
            List<String> cleared = await(rig.plant, 6).subList(3, 6);
            assertEquals(List.of("communication-lost cleared solarplant:inverter:home:barn",
                    "communication-lost cleared solarplant:inverter:home:roof",
                    "communication-lost cleared solarplant:inverter:home:shed"), sorted(cleared));
            assertEquals(6, triggers(rig.plant).size());
            rig.plant.awaitState(TestPlant.PLANT, ACTIVE, "none");
        }
    }

    private static List<String> sorted(List<String> events) {
        return events.stream().sorted().toList();
    }

    @Test
    void aBatteryRunsLowAndIsCharged() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of("batteryLow", 20))) {
            charge(rig, 19);
            assertEquals(List.of(LOW), await(rig.plant, 1));
            rig.plant.awaitState(TestPlant.PLANT, ACTIVE, "battery-low " + ROOF);
            charge(rig, 24);
            polls(rig.plant, 10);
            assertEquals(List.of(LOW), triggers(rig.plant));
            charge(rig, 25);
            assertEquals(List.of(LOW, LOW_NO_MORE), await(rig.plant, 2));
        }
    }

    private static void charge(ControlRig rig, int percent) {
        rig.roof().values.put(FakeDriver.CHARGE, Value.Amount.of(percent));
    }

    @Test
    void aThingThatIsEditedKeepsItsAlertsAndOneThatIsSwitchedOffEndsThem() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            charge(rig, 9);
            assertEquals(List.of(LOW), await(rig.plant, 1));
            rig.plant.host.updateConfiguration(TestPlant.ROOF, Map.of("refreshInterval", 30));
            rig.plant.host.updateConfiguration(TestPlant.PLANT, Map.of("connectTimeout", 4));
            polls(rig.plant, 10);
            assertEquals(List.of(LOW), triggers(rig.plant));

            rig.plant.host.setEnabled(TestPlant.ROOF, false);
            rig.plant.pass(Duration.ofSeconds(1));
            assertEquals(List.of(LOW, LOW_NO_MORE), triggers(rig.plant));
            rig.plant.host.setEnabled(TestPlant.ROOF, true);
            assertEquals(List.of(LOW, LOW_NO_MORE, LOW), await(rig.plant, 3));
        }
    }

    @Test
    void anotherThresholdTakesEffectOnTheRunningPlant() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            charge(rig, 9);
            assertEquals(List.of(LOW), await(rig.plant, 1));
            rig.plant.host.updateConfiguration(TestPlant.PLANT, Map.of("batteryLow", 0));
            rig.plant.pass(Duration.ofSeconds(1));
            assertEquals(List.of(LOW, LOW_NO_MORE), triggers(rig.plant));
            rig.plant.host.updateConfiguration(TestPlant.PLANT, Map.of("batteryLow", 15, "batteryCritical", 9));
            assertEquals(List.of(LOW, LOW_NO_MORE, LOW), await(rig.plant, 3));
        }
    }

    @Test
    void aPlantThatStopsSaysNothingAndSaysOnceMoreWhatHoldsWhenItStarts() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            charge(rig, 9);
            assertEquals(List.of(LOW), await(rig.plant, 1));
            rig.plant.host.setEnabled(TestPlant.PLANT, false);
            assertEquals(List.of(LOW), triggers(rig.plant));
            rig.plant.host.setEnabled(TestPlant.PLANT, true);
            rig.plant.awaitOnline(TestPlant.ROOF);
            assertEquals(List.of(LOW, LOW), await(rig.plant, 2));
        }
    }

    @Test
    void panelsAreComparedWithThoseOfAnotherThing() throws IOException {
        try (ControlRig rig = new ControlRig(Map.of())) {
            for (String name : List.of("roof", "barn")) {
                rig.add(name).values.put(Metrics.of("pv#power"), Value.Amount.of(1000));
            }
            // as much power from five times the panels
            rig.plant.host.updateConfiguration(BARN, Map.of("pvPeak", 2));
            rig.plant.host.updateConfiguration(TestPlant.ROOF, Map.of("pvPeak", 10));
            Instant begun = rig.plant.time.instant();
            for (int minute = 0; minute < 300 && triggers(rig.plant).isEmpty(); minute++) {
                List<String> before = ticks(rig.plant);
                rig.plant.pass(A_MINUTE);
                // on a busy machine no time goes by while polls are under way, and one that was passed over is no loss
                rig.plant.host.await(() -> ticks(rig.plant).stream().noneMatch(before::contains), A_WHILE);
            }
            assertEquals(List.of("pv-low raised " + ROOF), triggers(rig.plant));
            Duration taken = Duration.between(begun, rig.plant.time.instant());
            assertTrue(taken.compareTo(Duration.ofMinutes(29)) > 0, "that is no half hour: " + taken);
        }
    }

    /** How often the two were polled, each with its name. */
    private static List<String> ticks(TestPlant plant) {
        return Stream.of(TestPlant.ROOF, BARN).map(uid -> uid + " " + plant.text(uid, "poll#tick-count")).toList();
    }
}
