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

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.host.Host;
import org.openhab.binding.solarplant.host.HostListener;
import org.openhab.binding.solarplant.internal.handler.TestPlant;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingUID;

/** Batteries and meters find their way into the inbox. */
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
