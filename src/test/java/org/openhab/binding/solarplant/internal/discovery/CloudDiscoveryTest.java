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
import static org.openhab.binding.solarplant.internal.handler.CloudHome.ANNEX_SERIAL;
import static org.openhab.binding.solarplant.internal.handler.CloudHome.ATTIC_SERIAL;
import static org.openhab.binding.solarplant.internal.handler.CloudHome.CHARGER;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.host.Host;
import org.openhab.binding.solarplant.host.ThingEntry;
import org.openhab.binding.solarplant.internal.handler.CloudHome;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingUID;

/** The systems of an account and their chargers find their way into the inbox, and from there to work. */
@NonNullByDefault
@Timeout(120)
class CloudDiscoveryTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ThingUID ATTIC = new ThingUID("solarplant:inverter:home:" + ATTIC_SERIAL);
    private static final ThingUID ANNEX = new ThingUID("solarplant:inverter:home:" + ANNEX_SERIAL);

    private final CloudHome home;
    private final Host host;

    CloudDiscoveryTest() throws IOException {
        home = new CloudHome();
        host = home.plant().host();
    }

    @AfterEach
    void close() throws IOException {
        home.close();
    }

    private List<ThingUID> found() {
        return host.inbox().results().stream().map(DiscoveryResult::getThingUID).sorted(
                (a, b) -> a.getAsString().compareTo(b.getAsString())).toList();
    }

    private void awaitFound(ThingUID... things) {
        assertTrue(host.await(() -> found().equals(List.of(things)), LIMIT), () -> found().toString());
    }

    @Test
    void anAccountAloneIsEnoughToFindItsSystems() {
        home.withAccount();
        awaitFound(ATTIC, ANNEX);
        DiscoveryResult attic = host.inbox().results().stream()
                .filter(result -> result.getThingUID().equals(ATTIC)).findFirst().orElseThrow();
        assertEquals("AlphaESS SMILE5-INV AL70…001", attic.getLabel());
        assertEquals("serialNumber", attic.getRepresentationProperty());
        assertEquals("alphaess-cloud", attic.getProperties().get("connection"));
        assertEquals(ATTIC_SERIAL, attic.getProperties().get("serial"));
        assertEquals(new ThingUID("solarplant:plant:home"), attic.getBridgeUID());
    }

    @Test
    void anApprovedSystemWorksAndBringsItsChargerAndBattery() {
        home.withAccount();
        awaitFound(ATTIC, ANNEX);
        host.approve(ATTIC);
        assertTrue(host.awaitStatus(ATTIC, ThingStatus.ONLINE, LIMIT));
        awaitFound(new ThingUID("solarplant:battery:home:" + ATTIC_SERIAL + "-battery-1"),
                new ThingUID("solarplant:ev-charger:home:" + CHARGER), ANNEX);
    }

    @Test
    void aSystemThatHasItsThingAlreadyIsNotOffered() {
        ThingUID bridge = new ThingUID("solarplant:plant:home");
        home.withAccount();
        host.add(new ThingEntry(new ThingUID("solarplant:inverter:home:attic"), false, bridge, "Attic",
                Map.of("connection", "alphaess-cloud", "serial", ATTIC_SERIAL)));
        awaitFound(new ThingUID("solarplant:battery:home:" + ATTIC_SERIAL + "-battery-1"),
                new ThingUID("solarplant:ev-charger:home:" + CHARGER), ANNEX);
    }
}
