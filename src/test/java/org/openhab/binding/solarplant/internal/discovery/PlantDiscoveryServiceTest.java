/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.ArgumentCaptor;
import org.openhab.binding.solarplant.host.Host;
import org.openhab.binding.solarplant.host.HostListener;
import org.openhab.binding.solarplant.host.ThingEntry;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.binding.solarplant.internal.handler.ChannelLabels;
import org.openhab.binding.solarplant.internal.handler.PlantHandler;
import org.openhab.binding.solarplant.internal.handler.TestPlant;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;
import org.openhab.binding.solarplant.internal.model.Source;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.config.discovery.DiscoveryListener;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.config.discovery.DiscoveryResultBuilder;
import org.openhab.core.config.discovery.inbox.Inbox;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.builder.BridgeBuilder;
import org.openhab.core.thing.binding.builder.ThingBuilder;

/** Batteries, meters and EV chargers find their way into the inbox. */
@NonNullByDefault
@Timeout(120)
class PlantDiscoveryServiceTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ThingUID PLANT = new ThingUID("solarplant:plant:home");
    private static final ThingUID BATTERY = new ThingUID("solarplant:battery:home:H34A10DEMO0001-battery-1");

    private static void awaitFinds(Host host, int count) {
        assertTrue(host.await(() -> host.inbox().results().size() == count, LIMIT),
                () -> host.inbox().results().toString());
    }

    @Test
    void whatAnInverterReportsAppearsWithBridgeAndLabel() throws IOException {
        try (TestPlant plant = TestPlant.running()) {
            Host host = plant.host();
            awaitFinds(host, 3);
            DiscoveryResult battery = host.inbox().results().getFirst();
            assertEquals(BATTERY, battery.getThingUID());
            assertEquals(PLANT, battery.getBridgeUID());
            assertEquals("Battery 1 of H34A…001", battery.getLabel());
            assertEquals("deviceId", battery.getRepresentationProperty());
            assertEquals("battery:H34A10DEMO0001-battery-1", battery.getProperties().get("deviceId"));
            assertEquals(List.of("Meter 1 of H34A…001", "Meter 2 of H34A…001"),
                    host.inbox().results().stream().skip(1).map(DiscoveryResult::getLabel).toList());
        }
    }

    @Test
    void whatIsApprovedWorksAndLeavesTheInbox() throws IOException {
        try (TestPlant plant = TestPlant.running()) {
            Host host = plant.host();
            awaitFinds(host, 3);
            host.approve(BATTERY);
            assertTrue(host.awaitStatus(BATTERY, ThingStatus.ONLINE, LIMIT));
            awaitFinds(host, 2);
        }
    }

    @Test
    void aPartThatHasItsThingAlreadyIsNotAnnounced() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            Host host = plant.host();
            host.add(new ThingEntry(PLANT, true, null, "Home", Map.of()));
            host.add(new ThingEntry(new ThingUID("solarplant:battery:home:cellar"), false, PLANT, "Cellar",
                    Map.of("deviceId", "battery:H34A10DEMO0001-battery-1")));
            plant.addHybrid();
            awaitFinds(host, 2);
            assertEquals(List.of("Meter 1 of H34A…001", "Meter 2 of H34A…001"),
                    host.inbox().results().stream().map(DiscoveryResult::getLabel).toList());
        }
    }

    @Test
    void whatIsKnownIsAnnouncedAgainOnlyByAScan() throws IOException {
        try (TestPlant plant = TestPlant.running()) {
            Host host = plant.host();
            awaitFinds(host, 3);
            ConcurrentLinkedQueue<String> changes = new ConcurrentLinkedQueue<>();
            host.addListener(new HostListener() {
                @Override
                public void inboxChanged() {
                    changes.add("inbox");
                }
            });
            host.setEnabled(new ThingUID("solarplant:inverter:home:roof"), false);
            host.setEnabled(new ThingUID("solarplant:inverter:home:roof"), true);
            assertTrue(host.awaitStatus(new ThingUID("solarplant:inverter:home:roof"), ThingStatus.ONLINE, LIMIT));
            assertEquals(0, changes.size());
            assertTrue(host.inbox().scan(LIMIT));
            assertTrue(host.await(() -> changes.size() == 3, LIMIT));
        }
    }

    /** A thing from before the stack told its serial number goes on, and is not offered a second time. */
    @Test
    void whatHasAThingUnderItsFormerIdIsNotOffered() {
        DeviceId former = new DeviceId(DeviceKind.BATTERY, "TC2501A001-battery-1");
        Device stack = new Device(new DeviceId(DeviceKind.BATTERY, "HB2501A001"), null, Map.of()).formerly(former);
        DeviceState state = new DeviceState(stack, Set.of(Source.DIRECT), true, Instant.EPOCH, Map.of(), 0);
        Thing old = ThingBuilder.create(SolarPlantBindingConstants.BATTERY, BATTERY)
                .withConfiguration(new Configuration(Map.of("deviceId", former.toString()))).build();
        for (boolean isThing : new boolean[]{true, false}) {
            try (Host host = new Host(Locale.ENGLISH, ZoneId.of("UTC"))) {
                host.install(Path.of("src/main/resources/OH-INF"));
                PlantHandler plant = mock(PlantHandler.class);
                Bridge bridge = mock(Bridge.class);
                when(bridge.getUID()).thenReturn(PLANT);
                when(bridge.getThings()).thenReturn(isThing ? List.of(old) : List.of());
                when(plant.getThing()).thenReturn(bridge);
                when(plant.labels()).thenReturn(new ChannelLabels(host.translations(), host.localeProvider()));
                when(plant.snapshot()).thenReturn(new PlantSnapshot(1, Map.of(stack.id(), state), Map.of()));
                PlantDiscoveryService service = new PlantDiscoveryService();
                service.setThingHandler(plant);
                host.inbox().add(service);
                service.startScan();
                awaitFinds(host, isThing ? 0 : 1);
            }
        }
    }

    @Test
    void aChargerIsNamedByItsOwnSerialNumber() {
        Device charger = new Device(new DeviceId(DeviceKind.EV_CHARGER, "EVC000000000001"),
                new DeviceId(DeviceKind.INVERTER, "AL7000000000001"), Map.of());
        DeviceState state = new DeviceState(charger, Set.of(Source.CLOUD), true, Instant.EPOCH, Map.of(), 0);
        try (Host host = new Host(Locale.ENGLISH, ZoneId.of("UTC"))) {
            host.install(Path.of("src/main/resources/OH-INF"));
            PlantHandler plant = mock(PlantHandler.class);
            when(plant.getThing()).thenReturn(BridgeBuilder.create(SolarPlantBindingConstants.PLANT, PLANT).build());
            when(plant.labels()).thenReturn(new ChannelLabels(host.translations(), host.localeProvider()));
            when(plant.snapshot()).thenReturn(new PlantSnapshot(1, Map.of(charger.id(), state), Map.of()));
            PlantDiscoveryService service = new PlantDiscoveryService();
            service.setThingHandler(plant);
            host.inbox().add(service);
            service.startScan();
            awaitFinds(host, 1);
            DiscoveryResult found = host.inbox().results().getFirst();
            assertEquals(new ThingUID("solarplant:ev-charger:home:EVC000000000001"), found.getThingUID());
            assertEquals("EV Charger EVC0…001 of AL70…001", found.getLabel());
            assertEquals("deviceId", found.getRepresentationProperty());
            assertEquals(Map.of("deviceId", "ev-charger:EVC000000000001"), found.getProperties());
        }
    }

    /** openHAB would take over the connection that is offered into the settings of the thing with the same id. */
    @Test
    void anInverterThatHasItsThingIsNotOfferedAgainWhileItsDongleIsSilent() {
        Thing barn = ThingBuilder
                .create(SolarPlantBindingConstants.INVERTER, new ThingUID("solarplant:inverter:home:CE2501A001"))
                .withConfiguration(new Configuration(Map.of("connection", "givenergy", "host", "192.168.1.5", "serial",
                        "CE2501A001")))
                .build();
        assertEquals(List.of("CE2501A002"),
                offered(mock(Inbox.class), List.of(barn), rolledUp("CE2501A001"), rolledUp("CE2501A002")));
    }

    /** Who adds the EMS of a scan first must not lose the addresses of its inverters. */
    @Test
    void whatAScanOffersWithItsAddressIsNotReplaced() {
        ThingUID uid = new ThingUID("solarplant:inverter:home:CE2501A001");
        DiscoveryResult scanned = DiscoveryResultBuilder.create(uid).withBridge(PLANT)
                .withProperties(Map.of("connection", "givenergy", "host", "192.168.1.5")).build();
        DiscoveryResult blinded = DiscoveryResultBuilder.create(new ThingUID("solarplant:inverter:home:CE2501A002"))
                .withBridge(PLANT).withProperties(Map.of("connection", "via-ems")).build();
        Inbox inbox = mock(Inbox.class);
        when(inbox.getAll()).thenReturn(List.of(scanned, blinded));
        assertEquals(List.of("CE2501A002", "CE2501A003"),
                offered(inbox, List.of(), rolledUp("CE2501A001"), rolledUp("CE2501A002"), rolledUp("CE2501A003")));
    }

    /** The identifiers that a scan offers, besides what is in the inbox and what has its thing. */
    private static List<String> offered(Inbox inbox, List<Thing> things, DeviceState... devices) {
        Bridge bridge = mock(Bridge.class);
        when(bridge.getUID()).thenReturn(PLANT);
        when(bridge.getThings()).thenReturn(things);
        PlantHandler plant = mock(PlantHandler.class);
        when(plant.getThing()).thenReturn(bridge);
        when(plant.labels()).thenReturn(mock(ChannelLabels.class));
        when(plant.snapshot()).thenReturn(new PlantSnapshot(1, Stream.of(devices)
                .collect(Collectors.toMap(device -> device.device().id(), device -> device)), Map.of()));
        PlantDiscoveryService service = new PlantDiscoveryService();
        service.setInbox(inbox);
        service.setThingHandler(plant);
        service.startScan();
        // whoever listens later hears at once of all that is offered
        DiscoveryListener listener = mock(DiscoveryListener.class);
        service.addDiscoveryListener(listener);
        ArgumentCaptor<DiscoveryResult> offers = ArgumentCaptor.forClass(DiscoveryResult.class);
        verify(listener, atLeast(0)).thingDiscovered(any(), offers.capture());
        return offers.getAllValues().stream().map(offer -> offer.getThingUID().getId()).sorted().toList();
    }

    private static DeviceState rolledUp(String serial) {
        Device device = new Device(new DeviceId(DeviceKind.INVERTER, serial), new DeviceId(DeviceKind.EMS,
                "EMS2501001"), Map.of());
        return new DeviceState(device, Set.of(Source.ROLL_UP), true, Instant.EPOCH, Map.of(), 0);
    }

    @Test
    void aPlantThatIsGoneFindsNothing() throws IOException {
        try (TestPlant plant = TestPlant.running()) {
            Host host = plant.host();
            awaitFinds(host, 3);
            host.remove(PLANT);
            awaitFinds(host, 0);
            assertTrue(host.inbox().scan(LIMIT));
        }
    }
}
