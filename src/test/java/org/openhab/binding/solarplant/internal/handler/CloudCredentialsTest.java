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
import static org.openhab.binding.solarplant.internal.handler.TestPlant.ROOF;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.sim.CloudFault;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;

/** What a rejected account means to its systems, to the rest of the plant, and until when. */
@NonNullByDefault
@Timeout(120)
class CloudCredentialsTest {

    private final CloudHome home;
    private final TestPlant plant;

    CloudCredentialsTest() throws IOException {
        home = new CloudHome();
        plant = home.plant;
    }

    @AfterEach
    void close() throws IOException {
        home.close();
    }

    private void awaitRejected() {
        plant.awaitOffline(ATTIC, ThingStatusDetail.CONFIGURATION_ERROR);
        plant.awaitOffline(ANNEX, ThingStatusDetail.CONFIGURATION_ERROR);
        assertEquals("@text/offline.credentials", plant.status(ATTIC).getDescription());
        assertEquals("@text/offline.credentials", plant.status(ANNEX).getDescription());
    }

    @Test
    void itsSystemsAreMisconfiguredAndTheRestWorks() throws IOException {
        plant.addPlant(home.account(CloudHome.WRONG_SECRET));
        plant.addInverter("roof", plant.simulate(TestPlant.hybrid()), Map.of());
        home.withSystems();
        awaitRejected();
        plant.awaitShown(ROOF);
        plant.await(() -> "@text/plant.account-credentials".equals(plant.status(PLANT).getDescription()));
        assertEquals(ThingStatus.ONLINE, plant.status(PLANT).getStatus());
    }

    @Test
    void aPlantWithNothingElseIsMisconfiguredToo() {
        plant.addPlant(home.account(CloudHome.WRONG_SECRET));
        plant.awaitOffline(PLANT, ThingStatusDetail.CONFIGURATION_ERROR);
        assertEquals("@text/offline.credentials", plant.status(PLANT).getDescription());
        home.withSystems();
        awaitRejected();
        plant.awaitOffline(PLANT, ThingStatusDetail.CONFIGURATION_ERROR);
    }

    @Test
    void theAccountIsAskedOnceAnHourAndAtOnceAfterTheConfigurationHasChanged() {
        plant.addPlant(home.account(CloudHome.WRONG_SECRET));
        home.withSystems();
        awaitRejected();
        home.cloud.clearRequests();
        for (int minute = 0; minute < 59; minute++) {
            plant.pass(Duration.ofMinutes(1));
        }
        assertEquals(List.of(), home.asked());
        plant.passUntil(Duration.ofMinutes(1), () -> !home.asked().isEmpty());
        awaitRejected();
        // on a slow computer some minutes have passed before it was heard
        for (int minute = 0; minute < 30; minute++) {
            plant.pass(Duration.ofMinutes(1));
        }
        assertEquals(1, home.asked().size());
        plant.host.updateConfiguration(PLANT, home.account(CloudHome.APP_SECRET));
        plant.awaitShown(ATTIC);
        plant.awaitShown(ANNEX);
        plant.await(() -> plant.status(PLANT).getStatus() == ThingStatus.ONLINE
                && plant.status(PLANT).getDescription() == null);
    }

    private void rejectOnce() {
        home.withAccount().withSystems();
        plant.awaitShown(ATTIC);
        plant.awaitShown(ANNEX);
        home.cloud.faults().add(new CloudFault.Refuse(6007, "签名错误"));
        plant.passUntil(Duration.ofSeconds(15), () -> plant.status(ATTIC).getStatus() == ThingStatus.OFFLINE);
        awaitRejected();
        home.cloud.faults().clear();
    }

    @Test
    void theSameCredentialsSavedAgainAreTriedAgain() {
        rejectOnce();
        plant.host.updateConfiguration(PLANT, home.account(CloudHome.APP_SECRET));
        plant.awaitShown(ATTIC);
        plant.awaitShown(ANNEX);
    }

    @Test
    void anAccountThatIsRightAgainIsFoundSoWithinAnHour() {
        rejectOnce();
        for (int minute = 0; minute < 60; minute++) {
            plant.pass(Duration.ofMinutes(1));
        }
        plant.passUntil(Duration.ofSeconds(30), () -> plant.status(ATTIC).getStatus() == ThingStatus.ONLINE
                && plant.status(ANNEX).getStatus() == ThingStatus.ONLINE);
    }

    @Test
    void aPollThatSomebodyWantsTriesAgain() {
        rejectOnce();
        plant.handler().inspect().drivers().forEach(Probe::poll);
        plant.passUntil(Duration.ofSeconds(15), () -> plant.status(ATTIC).getStatus() == ThingStatus.ONLINE
                && plant.status(ANNEX).getStatus() == ThingStatus.ONLINE);
    }

    @Test
    void anAccountThatIsRejectedLaterTakesAllItsSystemsAtOnce() {
        home.withAccount().withSystems();
        plant.awaitShown(ATTIC);
        plant.awaitShown(ANNEX);
        home.cloud.faults().add(new CloudFault.Refuse(6007, "签名错误"));
        plant.passUntil(Duration.ofSeconds(15), () -> plant.status(ATTIC).getStatus() == ThingStatus.OFFLINE
                || plant.status(ANNEX).getStatus() == ThingStatus.OFFLINE);
        awaitRejected();
        plant.awaitState(ANNEX, "pv#power", "UNDEF");
        assertTrue(plant.log.with(CloudHome.APP_SECRET).isEmpty());
    }

    @Test
    void otherCredentialsLeaveTheOtherDevicesAlone() throws IOException {
        plant.addPlant(home.account(CloudHome.WRONG_SECRET));
        ModbusSimulator roof = plant.simulate(TestPlant.hybrid());
        plant.addInverter("roof", roof, Map.of());
        home.withSystems();
        awaitRejected();
        plant.awaitShown(ROOF);
        int connections = roof.connectionsAccepted();
        String updated = plant.text(ROOF, "status#last-update");
        plant.host.updateConfiguration(PLANT, home.account(CloudHome.APP_SECRET));
        plant.awaitShown(ATTIC);
        assertEquals(connections, roof.connectionsAccepted());
        assertEquals(updated, plant.text(ROOF, "status#last-update"));
        assertEquals(ThingStatus.ONLINE, plant.status(ROOF).getStatus());
    }
}
