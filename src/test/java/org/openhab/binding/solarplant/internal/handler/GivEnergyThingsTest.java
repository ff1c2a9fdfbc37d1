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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.sim.DongleSimulator;
import org.openhab.binding.solarplant.sim.GivEnergyPlant;
import org.openhab.binding.solarplant.sim.Request;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingUID;

/** A GivEnergy plant as things: an EMS, an inverter with a dongle, one without, their packs and meters. */
@NonNullByDefault
@Timeout(120)
class GivEnergyThingsTest {

    private static final Duration A_FULL_INTERVAL = Duration.ofSeconds(60);
    private static final String DATA_SOURCE = "status#data-source";
    private static final String TOPOLOGY = "topology";
    private static final DeviceId BARN = new DeviceId(DeviceKind.INVERTER, GivEnergyPlant.REACHABLE);
    private static final String BARN_TOPOLOGY = "OWNER=" + GivEnergyPlant.REACHABLE
            + ";METER=;PACK=32,33,35;MODULE=;STACK=";
    /** An address at which a pack could be, and is none. */
    private static final int GAP = 0x34;
    private static final String GRID_METER = "meter:" + GivEnergyPlant.EMS + "-meter-1";

    private static ThingUID addEms(TestPlant plant) throws IOException {
        return plant.addDongle("ems", "ems", plant.simulate(TestPlant.farm().ems()), Map.of());
    }

    private static ThingUID addStable(TestPlant plant) {
        return plant.add("inverter", "stable", Map.of("connection", "via-ems", "serial", GivEnergyPlant.BLINDED));
    }

    private static double number(TestPlant plant, ThingUID uid, String channel) {
        return Double.parseDouble(plant.text(uid, channel).split(" ")[0]);
    }

    private static String topology(TestPlant plant, DeviceId owner) {
        return plant.store.recall(owner, TOPOLOGY).orElse("");
    }

    private static Set<Integer> asked(DongleSimulator dongle) {
        return dongle.requests().stream().map(Request::unit).collect(Collectors.toSet());
    }

    private static List<String> found(TestPlant plant) {
        return plant.host.inbox().results().stream().map(result -> result.getThingUID().getId()).toList();
    }

    @Test
    void aWholePlantGoesOnlineWithAllItsChildren() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            plant.addPlant(Map.of());
            ThingUID ems = addEms(plant);
            ThingUID barn = plant.addDongle("inverter", "barn", plant.simulate(TestPlant.farm().inverter()), Map.of());
            ThingUID stable = addStable(plant);
            ThingUID pack = plant.addPart("battery", "pack3", "battery:" + GivEnergyPlant.PACKS.get(2));
            ThingUID meter = plant.addPart("meter", "grid", GRID_METER);
            List.of(ems, barn, pack, meter).forEach(plant::awaitShown);
            plant.awaitOnline(stable);
            plant.awaitState(barn, DATA_SOURCE, "merged");
            plant.awaitState(stable, DATA_SOURCE, "blinded");

            Map<String, String> properties = plant.thing(barn).getProperties();
            assertEquals(GivEnergyPlant.REACHABLE, properties.get(Thing.PROPERTY_SERIAL_NUMBER));
            assertEquals("AC-coupled 3.0 kW", properties.get(Thing.PROPERTY_MODEL_ID));
            assertEquals(BARN_TOPOLOGY, topology(plant, BARN));
            assertEquals(GivEnergyPlant.BLINDED, plant.thing(stable).getProperties().get(Thing.PROPERTY_SERIAL_NUMBER));
            assertEquals("OWNER=" + GivEnergyPlant.EMS + ";METER=1,3;PACK=;MODULE=;STACK=",
                    topology(plant, new DeviceId(DeviceKind.EMS, GivEnergyPlant.EMS)));

            assertEquals("2", plant.text(ems, "ems#inverters"));
            assertEquals(number(plant, ems, "ems#grid-power"), number(plant, meter, "meter#power"), 0);
            assertEquals(number(plant, ems, "ems#battery-power"),
                    number(plant, barn, "output#power") + number(plant, stable, "output#power"), 0);
            assertEquals(number(plant, barn, "battery#power") / 3, number(plant, pack, "battery#power"), 5);
            assertTrue(plant.text(pack, "cells#cell-16-voltage").endsWith(" V"));
            // the inverter without a dongle is part of the whole, too
            plant.handler().tick();
            plant.await(() -> plant.text(TestPlant.PLANT, "load#power").equals(plant.text(ems, "ems#load-power")));
            assertEquals(List.of(), plant.log.complaints());
        }
    }

    /** An EMS counts no energy, and an inverter without a connection of its own is not polled. */
    @Test
    void whatNobodyCanTellHasNoChannel() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            plant.addPlant(Map.of());
            assertEquals(List.of(), channels(plant, TestPlant.PLANT, "energy#"), "nobody has told anything yet");
            ThingUID ems = addEms(plant);
            ThingUID stable = addStable(plant);
            plant.awaitShown(ems);
            plant.awaitState(stable, DATA_SOURCE, "blinded");
            plant.await(() -> channels(plant, TestPlant.PLANT, "load#").contains("load#power"));
            assertEquals(List.of(), channels(plant, TestPlant.PLANT, "energy#"));
            assertEquals(List.of(), channels(plant, TestPlant.PLANT, "ratio#"));
            assertEquals(List.of(), channels(plant, stable, "poll#"));
            assertEquals(9, channels(plant, ems, "poll#").size());
        }
    }

    private static List<String> channels(TestPlant plant, ThingUID uid, String group) {
        return plant.thing(uid).getChannels().stream().map(channel -> channel.getUID().getId())
                .filter(id -> id.startsWith(group)).toList();
    }

    @Test
    void anInverterIsMergedWhileItsDongleAnswersAndBlindedWhileItDoesNot() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            plant.addPlant(Map.of());
            DongleSimulator dongle = plant.simulate(TestPlant.farm().inverter());
            ThingUID barn = plant.addDongle("inverter", "barn", dongle, Map.of());
            plant.awaitState(barn, DATA_SOURCE, "direct");
            ThingUID ems = addEms(plant);
            plant.awaitState(barn, DATA_SOURCE, "merged");
            String power = plant.text(barn, "output#power");

            int port = dongle.port();
            dongle.close();
            plant.passUntil(A_FULL_INTERVAL, () -> "blinded".equals(plant.text(barn, DATA_SOURCE)));
            plant.awaitOffline(barn, ThingStatusDetail.COMMUNICATION_ERROR);
            plant.awaitState(barn, "grid#power", "UNDEF");
            assertEquals(power, plant.text(barn, "output#power"), "the EMS tells it still");
            assertEquals(ThingStatus.ONLINE, plant.status(ems).getStatus());

            plant.simulate(TestPlant.farm().inverter().port(port));
            plant.passUntil(A_FULL_INTERVAL, () -> "merged".equals(plant.text(barn, DATA_SOURCE)));
            plant.awaitOnline(barn);
            plant.await(() -> !"UNDEF".equals(plant.text(barn, "grid#power")));
        }
    }

    @Test
    void whatWasFoundOnceIsNotLookedForAgain() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            plant.addPlant(Map.of());
            DongleSimulator dongle = plant.simulate(TestPlant.farm().inverter());
            ThingUID barn = plant.addDongle("inverter", "barn", dongle, Map.of());
            plant.awaitShown(barn);
            assertTrue(asked(dongle).contains(GAP));

            plant.host.setEnabled(barn, false);
            plant.await(() -> dongle.openConnections() == 0);
            dongle.clearRequests();
            plant.host.setEnabled(barn, true);
            plant.awaitOnline(barn);
            ThingUID pack = plant.addPart("battery", "pack1", "battery:" + GivEnergyPlant.PACKS.get(0));
            plant.awaitShown(pack);
            assertEquals(Set.of(0x11, 0x32, 0x33, 0x35), asked(dongle));
        }
    }

    @Test
    void whatDoesNotFitTheMemoryIsLookedForAnew() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            plant.addPlant(Map.of());
            DongleSimulator dongle = plant.simulate(TestPlant.farm().inverter());
            ThingUID barn = plant.addDongle("inverter", "barn", dongle, Map.of());
            plant.awaitShown(barn);
            plant.host.setEnabled(barn, false);
            plant.store.keep(BARN, TOPOLOGY,
                    "OWNER=" + GivEnergyPlant.REACHABLE + ";METER=7;PACK=32;MODULE=;STACK=");
            dongle.clearRequests();
            plant.host.setEnabled(barn, true);
            plant.await(() -> BARN_TOPOLOGY.equals(topology(plant, BARN)));
            assertTrue(asked(dongle).contains(GAP));
        }
    }

    @Test
    void whatHangsOnAnEmsAppearsInTheInbox() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            plant.addPlant(Map.of());
            addEms(plant);
            plant.await(() -> found(plant).size() == 4);
            List<DiscoveryResult> results = plant.host.inbox().results();
            DiscoveryResult inverter = results.getFirst();
            assertEquals("Inverter CE25…001 via EMS2…001", inverter.getLabel());
            assertEquals(Map.of("connection", "via-ems", "serial", GivEnergyPlant.REACHABLE,
                    Thing.PROPERTY_SERIAL_NUMBER, GivEnergyPlant.REACHABLE), inverter.getProperties());
            assertEquals(Thing.PROPERTY_SERIAL_NUMBER, inverter.getRepresentationProperty());
            assertEquals(GRID_METER, results.get(2).getProperties().get("deviceId"));

            plant.host.approve(inverter.getThingUID());
            plant.awaitState(inverter.getThingUID(), DATA_SOURCE, "blinded");
            assertEquals(3, found(plant).size());
            addStable(plant);
            plant.await(() -> found(plant).size() == 2);
        }
    }

    @Test
    void anInverterThatIsAskedItselfLeavesTheInboxAndBringsItsPacks() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            plant.addPlant(Map.of());
            addEms(plant);
            plant.await(() -> found(plant).contains(GivEnergyPlant.REACHABLE));
            ThingUID barn = plant.addDongle("inverter", "barn", plant.simulate(TestPlant.farm().inverter()), Map.of());
            plant.awaitOnline(barn);
            plant.await(() -> found(plant).containsAll(GivEnergyPlant.PACKS));
            assertFalse(found(plant).contains(GivEnergyPlant.REACHABLE));
            assertTrue(found(plant).contains(GivEnergyPlant.BLINDED));
        }
    }

    @Test
    void anInverterOfWhichNobodyTellsWaits() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            plant.addPlant(Map.of());
            ThingUID stable = addStable(plant);
            assertEquals(ThingStatus.UNKNOWN, plant.status(stable).getStatus());
            assertTrue(Objects.requireNonNull(plant.host.statusText(stable)).contains("CE25…002"));
            ThingUID ems = addEms(plant);
            plant.awaitOnline(stable);

            plant.host.setEnabled(ems, false);
            plant.awaitOffline(stable, ThingStatusDetail.COMMUNICATION_ERROR);
            plant.awaitState(stable, "output#power", "UNDEF");
            plant.host.setEnabled(ems, true);
            plant.awaitOnline(stable);
        }
    }
}
