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
import static org.openhab.binding.solarplant.internal.handler.CloudHome.ATTIC;
import static org.openhab.binding.solarplant.internal.handler.TestPlant.PLANT;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.sim.AlphaEssImage;
import org.openhab.binding.solarplant.sim.CloudFault;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.Scope;
import org.openhab.binding.solarplant.sim.Site;
import org.openhab.core.library.types.StringType;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingUID;

/** An AlphaESS system on the local network that the plant's account knows as well. */
@NonNullByDefault
@Timeout(120)
class CloudStandInTest {

    /** While the inverter itself tells all, its account is left to those who need it. */
    @Test
    void theCloudIsAskedRarelyWhileTheInverterAnswers() throws IOException {
        ModbusSimulator annex = plant.simulate(new AlphaEssImage(CloudHome.ANNEX_SERIAL,
                new DayCurve(Site.home(ZoneOffset.UTC).withoutGarage()), DAWN));
        home.withAccount();
        ThingUID thing = plant.addInverter("annex", annex, Map.of("connection", "alphaess-modbus", "serial",
                CloudHome.ANNEX_SERIAL.toLowerCase(Locale.ROOT)));
        plant.awaitShown(thing);
        plant.passUntil(FAST, () -> home.asked().contains("getLastPowerData"));
        home.cloud.clearRequests();
        for (int poll = 0; poll < 15; poll++) {
            plant.pass(FAST);
        }
        assertTrue(home.asked().stream().filter("getLastPowerData"::equals).count() <= 1, home.asked().toString());
        annex.faults().add(new Fault.Drop());
        home.cloud.clearRequests();
        plant.passUntil(FAST, () -> home.asked().stream().filter("getLastPowerData"::equals).count() >= 3);
    }

    /** An hour in which the local system and the cloud's one, both simulated, tell clearly different powers. */
    private static final Clock DAWN = Clock.fixed(Instant.parse("2026-06-01T05:10:00Z"), ZoneOffset.UTC);
    private static final Duration FAST = Duration.ofSeconds(15);

    private final CloudHome home;
    private final TestPlant plant;
    private final ModbusSimulator local;

    CloudStandInTest() throws IOException {
        home = new CloudHome();
        plant = home.plant;
        local = plant.simulate(new AlphaEssImage(CloudHome.ATTIC_SERIAL,
                new DayCurve(Site.home(ZoneOffset.UTC).withoutGarage()), DAWN));
    }

    @AfterEach
    void close() throws IOException {
        home.close();
    }

    private void addAttic() {
        plant.addInverter("attic", local, Map.of("connection", "alphaess-modbus", "serial", CloudHome.ATTIC_SERIAL));
    }

    private String source() {
        return plant.text(ATTIC, "status#data-source");
    }

    private void loseLocal() {
        local.faults().add(new Fault.Drop(), Scope.ALWAYS);
        plant.passUntil(FAST, () -> "cloud".equals(source()));
    }

    @Test
    void theLocalNetworkCountsWhileItAnswers() {
        home.withAccount();
        addAttic();
        plant.awaitShown(ATTIC);
        plant.passUntil(FAST, () -> home.asked().contains("getLastPowerData"));
        // on a slow computer so much time may have passed meanwhile that the cloud had to stand in
        plant.passUntil(FAST, () -> "direct".equals(source()));
        plant.await(() -> plant.text(ATTIC, "pv#power").equals(plant.text(PLANT, "pv#power")));
        assertTrue(!"NULL".equals(plant.text(ATTIC, "battery#voltage")), "which the cloud does not know");
    }

    @Test
    void theCloudStandsInAndGivesWayAgain() {
        home.withAccount();
        addAttic();
        plant.awaitShown(ATTIC);
        String local = plant.text(ATTIC, "pv#power");
        loseLocal();
        assertEquals(ThingStatus.ONLINE, plant.status(ATTIC).getStatus());
        assertTrue(!local.equals(plant.text(ATTIC, "pv#power")));
        plant.await(() -> plant.text(ATTIC, "pv#power").equals(plant.text(PLANT, "pv#power")));
        assertEquals("UNDEF", plant.text(ATTIC, "battery#voltage"), "nothing of the local values is left");
        plant.passUntil(FAST,
                () -> "@text/online.cloud-stands-in".equals(plant.status(ATTIC).getDescription()));
        assertEquals(new StringType("unreachable"), plant.state(ATTIC, "poll#last-error"));
        this.local.faults().clear();
        plant.passUntil(FAST, () -> "direct".equals(source()));
        assertEquals(local, plant.text(ATTIC, "pv#power"));
        plant.await(() -> plant.status(ATTIC).getDescription() == null);
    }

    @Test
    void aSystemThatDoesNotAnswerFromTheBeginningIsReadFromTheCloud() {
        local.close();
        home.withAccount();
        addAttic();
        plant.passUntil(FAST, () -> "cloud".equals(source()));
        assertEquals(ThingStatus.ONLINE, plant.status(ATTIC).getStatus());
    }

    /** As openHAB makes things from files anew at each start, without their properties. */
    @Test
    void aThingFromAFileKnowsAfterARestartWhomItShowed() {
        home.withAccount();
        plant.addInverter("attic", local, Map.of("connection", "alphaess-modbus"));
        plant.awaitShown(ATTIC);
        plant.host.setEnabled(ATTIC, false);
        Map.copyOf(plant.thing(ATTIC).getProperties()).keySet()
                .forEach(name -> plant.thing(ATTIC).setProperty(name, null));
        local.close();
        plant.host.setEnabled(ATTIC, true);
        plant.passUntil(FAST, () -> "cloud".equals(source()));
        plant.host.forceRemove(ATTIC);
        assertEquals(Optional.empty(), plant.store.shownBy(ATTIC));
    }

    @Test
    void withNeitherItIsOfflineForTheReasonOfItsOwnConnection() {
        home.withAccount();
        addAttic();
        plant.awaitShown(ATTIC);
        loseLocal();
        home.cloud.faults().add(new CloudFault.Drop());
        plant.passUntil(FAST, () -> plant.status(ATTIC).getStatus() == ThingStatus.OFFLINE);
        assertEquals(ThingStatusDetail.COMMUNICATION_ERROR, plant.status(ATTIC).getStatusDetail());
        assertTrue(String.valueOf(plant.status(ATTIC).getDescription()).contains("127.0.0.1:" + local.port()));
        plant.awaitState(ATTIC, "pv#power", "UNDEF");
    }

    @Test
    void withoutAnAccountNobodyStandsIn() {
        plant.addPlant(Map.of());
        addAttic();
        plant.awaitShown(ATTIC);
        local.faults().add(new Fault.Drop(), Scope.ALWAYS);
        plant.passUntil(FAST, () -> plant.status(ATTIC).getStatus() == ThingStatus.OFFLINE);
    }

    @Test
    void anAccountThatDoesNotKnowTheSystemChangesNothing() {
        home.account.unbind(CloudHome.ATTIC_SERIAL);
        home.withAccount();
        addAttic();
        plant.awaitShown(ATTIC);
        plant.await(() -> home.asked().contains("getEssList"));
        for (int poll = 0; poll < 10; poll++) {
            plant.pass(FAST);
        }
        assertEquals(ThingStatus.ONLINE, plant.status(ATTIC).getStatus());
        assertEquals(null, plant.status(ATTIC).getDescription());
        assertEquals("direct", source());
        assertEquals(0, Collections.frequency(home.asked(), "getLastPowerData"));
    }

    /** What only the user can mend must not be covered up. */
    @Test
    void anotherInverterAtTheAddressIsSaidEvenIfTheCloudKnowsTheRightOne() {
        home.withAccount();
        plant.addInverter("attic", local, Map.of("connection", "alphaess-modbus", "serial", CloudHome.ANNEX_SERIAL));
        plant.awaitOffline(ATTIC, ThingStatusDetail.CONFIGURATION_ERROR);
        plant.await(() -> home.asked().contains("getLastPowerData"));
        plant.pass(FAST);
        assertEquals("@text/offline.wrong-device [\"AL70…002\", \"AL70…001\"]", plant.status(ATTIC).getDescription());
        assertEquals(ThingStatus.OFFLINE, plant.status(ATTIC).getStatus());
    }
}
