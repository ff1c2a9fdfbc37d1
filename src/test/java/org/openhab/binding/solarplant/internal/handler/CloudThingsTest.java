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
import static org.openhab.binding.solarplant.internal.handler.CloudHome.ANNEX;
import static org.openhab.binding.solarplant.internal.handler.CloudHome.ATTIC;
import static org.openhab.binding.solarplant.internal.handler.TestPlant.PLANT;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.host.ThingEntry;
import org.openhab.binding.solarplant.sim.CloudFault;
import org.openhab.binding.solarplant.sim.CloudScope;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingUID;

/** Systems of an account as things of a plant. */
@NonNullByDefault
@Timeout(120)
class CloudThingsTest {

    private final CloudHome home;
    private final TestPlant plant;

    CloudThingsTest() throws IOException {
        home = new CloudHome();
        plant = home.plant;
    }

    @AfterEach
    void close() throws IOException {
        home.close();
    }

    private BigDecimal number(ThingUID thing, String channel) {
        return plant.state(thing, channel) instanceof QuantityType<?> quantity
                ? quantity.toBigDecimal()
                : BigDecimal.ZERO;
    }

    @Test
    void theyShowWhatTheCloudTellsAndThePlantAddsThemUp() {
        home.withAccount().withSystems();
        plant.awaitShown(ATTIC);
        plant.awaitShown(ANNEX);
        plant.awaitOnline(PLANT);
        // without totals of import and export, which the cloud does not tell
        plant.await(() -> number(PLANT, "energy#load-today").signum() > 0);
        assertEquals("cloud", plant.text(ATTIC, "status#data-source"));
        assertEquals("13.34 kWh", plant.text(ATTIC, "battery#capacity"));
        assertEquals("two-slot", plant.text(ATTIC, "settings#schedule-store"));
        assertEquals("AlphaESS", plant.thing(ATTIC).getProperties().get("vendor"));
        assertTrue(number(ATTIC, "pv#power").signum() > 0);
        assertEquals(number(ATTIC, "pv#power").add(number(ANNEX, "pv#power")), number(PLANT, "pv#power"));
        assertEquals(number(PLANT, "pv#power").add(number(PLANT, "grid#power")).add(number(PLANT, "battery#power")),
                number(PLANT, "load#power"));
        assertEquals(1, Collections.frequency(home.asked(), "getEssList"), "one list for all");
    }

    @Test
    void aChargerIsAThing() {
        home.withAccount().withSystems();
        ThingUID charger = plant.addPart("ev-charger", "garage", "ev-charger:" + CloudHome.CHARGER);
        plant.awaitShown(charger);
        assertEquals("available", plant.text(charger, "charger#status"));
        assertEquals("OFF", plant.text(charger, "charger#control"));
        plant.awaitState(charger, "charger#current-limit", "32 A");
    }

    @Test
    void aSystemThatTheAccountDoesNotHaveSaysSo() {
        home.withAccount().withSystems();
        ThingUID stranger = home.add("stranger", "AL7000000000009");
        plant.awaitOffline(stranger, ThingStatusDetail.CONFIGURATION_ERROR);
        assertTrue(String.valueOf(plant.status(stranger).getDescription()).startsWith("@text/offline.not-bound"));
        plant.awaitOnline(ATTIC);
    }

    @Test
    void aPlantWithoutAnAccountSaysSo() {
        plant.addPlant(Map.of());
        home.withSystems();
        plant.awaitOffline(ATTIC, ThingStatusDetail.CONFIGURATION_ERROR);
        assertEquals("@text/offline.no-account", plant.status(ATTIC).getDescription());
    }

    @Test
    void halfAnAccountIsNone() {
        plant.addPlant(Map.of("appId", CloudHome.APP_ID));
        plant.await(() -> "@text/plant.account-incomplete".equals(plant.status(PLANT).getDescription()));
        assertEquals(ThingStatus.ONLINE, plant.status(PLANT).getStatus());
    }

    @Test
    void aSystemWithoutASerialNumberSaysSo() {
        home.withAccount();
        ThingUID nameless = plant.add("inverter", "attic", Map.of("connection", "alphaess-cloud"));
        plant.awaitOffline(nameless, ThingStatusDetail.CONFIGURATION_ERROR);
        assertEquals("@text/offline.serial-missing", plant.status(nameless).getDescription());
    }

    @Test
    void anAccountThatIsSlowedDownSaysSoWhileValuesCome() {
        home.withAccount().withSystems();
        plant.awaitShown(ATTIC);
        home.cloud.faults().add(new CloudFault.Refuse(6053, "too fast"), CloudScope.next(1));
        plant.passUntil(Duration.ofSeconds(15),
                () -> String.valueOf(plant.status(ATTIC).getDescription()).startsWith("@text/online.rate-limit"));
        assertEquals(ThingStatus.ONLINE, plant.status(ATTIC).getStatus());
        assertTrue(String.valueOf(plant.status(ATTIC).getDescription()).contains("\"10\""));
        // as long as the cloud is content, the pace and the sentence go back to what they were
        plant.passUntil(Duration.ofMinutes(30), () -> plant.status(ATTIC).getDescription() == null);
    }

    @Test
    void whatFailsIsToldBeforeAComplaintOfLongAgo() {
        home.withAccount().withSystems();
        plant.awaitShown(ATTIC);
        home.cloud.faults().add(new CloudFault.Refuse(6053, "too fast"), CloudScope.next(1));
        plant.passUntil(Duration.ofSeconds(15),
                () -> String.valueOf(plant.status(ATTIC).getDescription()).startsWith("@text/online.rate-limit"));
        home.cloud.faults().add(new CloudFault.Drop());
        plant.passUntil(Duration.ofSeconds(190), () -> String.valueOf(plant.status(ATTIC).getDescription())
                .startsWith("@text/offline.unreachable"));
    }

    /** The vendor's cloud knows whether it has a connection: there is nothing to wait for. */
    @Test
    void aSystemWithoutItsCloudIsOfflineAtOnce() {
        home.withAccount().withSystems();
        plant.awaitShown(ATTIC);
        home.cloud.faults().add(new CloudFault.Refuse(6042, "system offline"));
        plant.passUntil(Duration.ofSeconds(15), () -> plant.status(ATTIC).getStatus() == ThingStatus.OFFLINE);
        assertEquals("@text/offline.system-offline", plant.status(ATTIC).getDescription());
    }

    @Test
    void whatGetsTooOldBecauseOfTheSlowPaceIsOffline() {
        home.withAccount().withSystems();
        plant.awaitShown(ATTIC);
        home.cloud.faults().add(new CloudFault.Refuse(6053, "too fast"), CloudScope.next(1));
        plant.passUntil(Duration.ofSeconds(15),
                () -> String.valueOf(plant.status(ATTIC).getDescription()).startsWith("@text/online.rate-limit"));
        home.cloud.faults().add(new CloudFault.Refuse(6053, "too fast"));
        plant.passUntil(Duration.ofSeconds(190), () -> plant.status(ATTIC).getStatus() == ThingStatus.OFFLINE);
        assertEquals(ThingStatusDetail.DUTY_CYCLE, plant.status(ATTIC).getStatusDetail());
        assertEquals("@text/offline.rate-limit", plant.status(ATTIC).getDescription());
        home.cloud.faults().clear();
        plant.passUntil(Duration.ofSeconds(60), () -> plant.status(ATTIC).getStatus() == ThingStatus.ONLINE);
    }

    @Test
    void aClockThatIsOffIsNamed() {
        home.cloud.faults().add(new CloudFault.ClockOff(Duration.ofSeconds(-420)));
        home.withAccount().withSystems();
        plant.awaitOffline(ATTIC, ThingStatusDetail.COMMUNICATION_ERROR);
        assertEquals("@text/offline.clock-ahead [\"420\"]", plant.status(ATTIC).getDescription());
        home.cloud.faults().clear();
        plant.passUntil(Duration.ofSeconds(15), () -> plant.status(ATTIC).getStatus() == ThingStatus.ONLINE);
    }

    @Test
    void anOutageIsOverByItself() {
        home.withAccount().withSystems();
        plant.awaitShown(ATTIC);
        home.cloud.faults().add(new CloudFault.Drop());
        plant.passUntil(Duration.ofSeconds(60), () -> plant.status(ATTIC).getStatus() == ThingStatus.OFFLINE);
        assertEquals(ThingStatusDetail.COMMUNICATION_ERROR, plant.status(ATTIC).getStatusDetail());
        plant.awaitState(ATTIC, "pv#power", "UNDEF");
        home.cloud.faults().clear();
        plant.passUntil(Duration.ofSeconds(60), () -> plant.status(ATTIC).getStatus() == ThingStatus.ONLINE);
        plant.await(() -> number(ATTIC, "pv#power").signum() > 0);
    }

    /** Things from the inbox have the serial number for an id. */
    @Test
    void nothingSecretIsLogged() {
        home.withAccount();
        ThingUID found = new ThingUID("solarplant:inverter:home:" + CloudHome.ATTIC_SERIAL);
        plant.host.add(new ThingEntry(found, false, PLANT, null,
                Map.of("connection", "alphaess-cloud", "serial", CloudHome.ATTIC_SERIAL)));
        plant.awaitShown(found);
        home.cloud.faults().add(new CloudFault.Drop());
        plant.passUntil(Duration.ofSeconds(60), () -> plant.status(found).getStatus() == ThingStatus.OFFLINE);
        home.cloud.faults().clear();
        plant.passUntil(Duration.ofSeconds(60), () -> plant.status(found).getStatus() == ThingStatus.ONLINE);
        for (String secret : List.of(CloudHome.APP_ID, CloudHome.APP_SECRET, CloudHome.ATTIC_SERIAL)) {
            assertEquals(List.of(), plant.log.with(secret));
        }
    }
}
