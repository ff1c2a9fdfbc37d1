/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhab.binding.solarplant.internal.transport.alphaess.CloudRig.SERIAL;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudRig;
import org.openhab.binding.solarplant.sim.CloudAnswer;
import org.openhab.binding.solarplant.sim.CloudFault;
import org.openhab.binding.solarplant.sim.CloudScope;

/** Why a system cannot be read, in terms that a user can act on (alphaess.md §1.10, §7.15). */
@NonNullByDefault
@Timeout(60)
class CloudFailuresTest {

    private final DriverRig rig;

    CloudFailuresTest() throws Exception {
        rig = new DriverRig().listed();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Failure failureBy(CloudFault fault) {
        rig.rig.cloud.faults().add(fault);
        return rig.failure(Cadence.FULL);
    }

    @ParameterizedTest
    @CsvSource({"6001, CLOUD_ERROR, 6001", "6002, NOT_BOUND, AL70…001", "6005, NOT_BOUND, AL70…001",
            "6007, CREDENTIALS,", "6009, ADDRESS_BLOCKED,", "6010, CREDENTIALS,", "6012, CREDENTIALS,",
            "6026, CLOUD_ERROR, 6026", "6029, CLOUD_ERROR, 6029", "6042, SYSTEM_OFFLINE,", "6053, RATE_LIMIT,",
            "10001, CLOUD_ERROR, 10001"})
    void aCodeHasASentence(int code, Failure.Kind kind, @Nullable String argument) {
        assertEquals(new Failure(kind, argument == null ? List.of() : List.of(argument)),
                failureBy(new CloudFault.Refuse(code, "…")));
    }

    @ParameterizedTest
    @CsvSource({"-400, CLOCK_AHEAD, 400", "400, CLOCK_BEHIND, 400"})
    void aClockThatIsOffIsNamedWithTheDifference(long cloudAhead, Failure.Kind kind, String seconds) {
        assertEquals(new Failure(kind, seconds),
                failureBy(new CloudFault.ClockOff(Duration.ofSeconds(cloudAhead))));
    }

    @Test
    void aPageOfAProxyIsAnOutage() {
        assertEquals(new Failure(Failure.Kind.UNAVAILABLE, "502"),
                failureBy(new CloudFault.Instead(CloudAnswer.badGateway())));
    }

    @Test
    void anErrorObjectWithoutACodeIsAnOutage() {
        assertEquals(new Failure(Failure.Kind.UNAVAILABLE, "405"), failureBy(new CloudFault.WrongVerb()));
    }

    @Test
    void nothingButNullIsNoData() {
        assertEquals(new Failure(Failure.Kind.NO_DATA), failureBy(new CloudFault.NoData()));
    }

    @Test
    void garbageIsNotUnderstood() {
        assertEquals(Failure.Kind.PROTOCOL, failureBy(new CloudFault.Instead(CloudAnswer.json("{[}"))).kind());
    }

    @Test
    void whatAPollHasGotBeforeTheTroubleIsNotLost() throws Exception {
        rig.fails("getOneDateEnergyBySn", new CloudFault.Drop());
        rig.full();
        assertTrue(!rig.value("pv#power").isEmpty());
        assertEquals(List.of("getLastPowerData", "getEvChargerConfigList", "getOneDateEnergyBySn"), rig.rig.asked(),
                "and nothing more is asked");
    }

    @Test
    void credentialsThatAreRejectedHalfWayFailThePollAndAllThatFollow() throws Exception {
        rig.fails("getOneDateEnergyBySn", new CloudFault.Refuse(6007, "Signaturfehler"));
        assertEquals(Failure.Kind.CREDENTIALS, rig.failureKind(Cadence.FULL));
        rig.heals();
        rig.rig.asked();
        rig.pass(3000);
        assertEquals(Failure.Kind.CREDENTIALS, rig.failureKind(Cadence.FULL));
        assertEquals(List.of(), rig.rig.asked(), "without asking");
    }

    @Test
    void aSystemOfAnotherAccountIsAskedForOnceAnHour() throws Exception {
        rig.rig.bound.unbind(SERIAL);
        for (int minute = 0; minute < 50; minute++) {
            assertEquals(Failure.Kind.NOT_BOUND, rig.failureKind(Cadence.FULL));
            rig.pass(60);
        }
        assertTrue(rig.rig.asked().size() <= 8, "each endpoint once");
        rig.rig.bound.bind(CloudRig.smile(SERIAL));
        rig.pass(3600);
        rig.full();
        assertTrue(!rig.value("pv#power").isEmpty());
    }

    @Test
    void aSystemThatLeavesTheAccountIsNotAskedAnyMore() throws Exception {
        rig.full();
        rig.rig.bound.unbind(SERIAL);
        rig.systems.refresh(rig.account);
        rig.rig.asked();
        assertEquals(new Failure(Failure.Kind.NOT_BOUND, "AL70…001"), rig.failure(Cadence.FULL));
        assertEquals(List.of(), rig.rig.asked());
    }

    @Test
    void anEmptyListIsAnAccountWithoutSystemsAndNoListIsAFailure() throws Exception {
        rig.says("getEssList", "null");
        assertEquals(Failure.Kind.NO_DATA,
                assertThrows(PollException.class, () -> rig.systems.refresh(rig.account)).failure().kind());
        assertEquals(1, rig.systems.all().size(), "what was known stays");
        rig.says("getEssList", "[]");
        rig.systems.refresh(rig.account);
        assertEquals(Map.of(), rig.systems.all());
        assertEquals(Failure.Kind.NOT_BOUND, rig.failureKind(Cadence.FAST));
    }

    @Test
    void aListThatDidNotComeIsAskedForAgainAndAGoodOneIsKeptForAQuarterOfAnHour() throws Exception {
        try (DriverRig fresh = new DriverRig()) {
            fresh.fails("getEssList", new CloudFault.Drop());
            assertThrows(PollException.class, fresh.systems::refreshIfOld);
            assertThrows(PollException.class, fresh.systems::refreshIfOld);
            fresh.heals();
            fresh.systems.refreshIfOld();
            fresh.rig.asked();
            for (int minute = 0; minute < 30; minute++) {
                fresh.systems.refreshIfOld();
                fresh.pass(60);
            }
            assertEquals(1, fresh.rig.asked().size());
        }
    }

    @Test
    void aListMayHoldNonsense() throws Exception {
        rig.says("getEssList", "[null, 7, {}, {\"sysSn\":\"  \"}, {\"sysSn\":\"AL7000000000009\",\"cobat\":\"x\"},"
                + "{\"sysSn\":\"AL7000000000009\",\"minv\":\"SMILE5-INV\",\"cobat\":0}]");
        rig.systems.refresh(rig.account);
        assertEquals(Map.of("AL7000000000009",
                new CloudSystem("AL7000000000009", "SMILE5-INV", "", Optional.empty(), "", Plate.BLANK)),
                rig.systems.all());
    }

    @Test
    void ofAnEndlessListOnlyTheBeginningIsTaken() throws Exception {
        rig.says("getEssList", IntStream.range(0, CloudSystems.MOST + 5)
                .mapToObj("{\"sysSn\":\"AL70000000%05d\"}"::formatted).collect(Collectors.joining(",", "[", "]")));
        rig.systems.refresh(rig.account);
        assertEquals(CloudSystems.MOST, rig.systems.all().size());
    }

    @Test
    void aComplaintAboutTheRateSlowsDownAndIsSaid() throws Exception {
        assertEquals(Optional.empty(), rig.driver.hindrance());
        rig.rig.cloud.faults().add(new CloudFault.Refuse(6053, "too fast"), CloudScope.next(1));
        rig.fast();
        assertTrue(!rig.value("pv#power").isEmpty(), "the call was repeated");
        assertEquals(Optional.of(new Failure(Failure.Kind.RATE_LIMIT, "10")), rig.driver.hindrance());
        rig.pass(7200);
        assertEquals(Optional.empty(), rig.driver.hindrance());
    }

    @Test
    void aDriverThatIsClosedAsksNoMore() throws Exception {
        rig.full();
        rig.driver.close();
        rig.rig.asked();
        rig.pass(60);
        rig.fast();
        assertEquals(List.of(), rig.rig.asked());
    }
}
