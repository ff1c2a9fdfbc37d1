/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.alphaess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.sim.CloudFault;
import org.openhab.binding.solarplant.sim.CloudRequest;
import org.openhab.binding.solarplant.sim.CloudScope;

/** What the account makes of the cloud's codes, and the pace at which it asks (alphaess.md §1.10, §1.12). */
@NonNullByDefault
@Timeout(60)
class CloudAccountTest {

    private final CloudRig rig;
    private final CloudAccount account;

    CloudAccountTest() throws IOException {
        rig = new CloudRig();
        account = rig.account();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static Answer list(CloudAccount asked) throws Exception {
        return asked.get("getEssList", Map.of());
    }

    private Answer list() throws Exception {
        return list(account);
    }

    private void refuse(int code, CloudScope scope) {
        rig.cloud.faults().add(new CloudFault.Refuse(code, "签名错误"), scope);
    }

    @Test
    void whatIsAskedForComesSignedAndWithItsParameters() throws Exception {
        Answer.Payload power = assertInstanceOf(Answer.Payload.class,
                account.get("getLastPowerData", Map.of("sysSn", CloudRig.SERIAL)));
        assertTrue(power.data().getAsJsonObject().has("ppv"));
        assertEquals(CloudRig.SERIAL, rig.cloud.requests().getLast().serial());
        assertEquals("GET", rig.cloud.requests().getLast().verb());
    }

    @Test
    void anEmptyListIsAnAnswerAndNoDataIsNone() throws Exception {
        Answer.Payload chargers = assertInstanceOf(Answer.Payload.class,
                account.get("getEvChargerConfigList", Map.of("sysSn", CloudRig.SERIAL)));
        assertEquals(0, chargers.data().getAsJsonArray().size());
        rig.cloud.faults().add(new CloudFault.NoData());
        assertInstanceOf(Answer.NoData.class, list());
    }

    @ParameterizedTest
    @CsvSource({"6001, REJECTED", "6002, NOT_BOUND", "6005, NOT_BOUND", "6008, REJECTED", "6011, ERROR",
            "6017, NO_PERMISSION",
            "6026, ERROR", "6038, NOT_BOUND", "6042, SYSTEM_OFFLINE", "6052, ERROR", "10001, REJECTED", "12345, ERROR"})
    void aCodeIsAskedOnceAndMeansWhatItMeans(int code, Meaning meaning) throws Exception {
        refuse(code, CloudScope.ALWAYS);
        assertEquals(new Answer.Refused(meaning, code), list());
        assertEquals(1, rig.cloud.requests().size());
    }

    @Test
    void theCodeForMissingDataIsNoData() throws Exception {
        refuse(6016, CloudScope.ALWAYS);
        assertInstanceOf(Answer.NoData.class, list());
    }

    @ParameterizedTest
    @CsvSource({"6009, ADDRESS_BLOCKED", "6029, UNCLEAR"})
    void whatMayGoWellTheNextTimeIsTriedOnceMore(int code, Meaning meaning) throws Exception {
        refuse(code, CloudScope.next(1));
        assertInstanceOf(Answer.Payload.class, list());
        refuse(code, CloudScope.ALWAYS);
        rig.cloud.clearRequests();
        assertEquals(new Answer.Refused(meaning, code), list());
        assertEquals(2, rig.cloud.requests().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {6007, 6010, 6012})
    void rejectedCredentialsAreTriedAgainAnHourLater(int code) throws Exception {
        refuse(code, CloudScope.next(1));
        Answer rejected = new Answer.Refused(Meaning.CREDENTIALS, code);
        assertEquals(rejected, list());
        rig.time.pass(Duration.ofMinutes(59));
        assertEquals(rejected, list());
        assertEquals(rejected, account.get("getLastPowerData", Map.of("sysSn", CloudRig.SERIAL)));
        assertEquals(1, rig.cloud.requests().size(), "nothing more was sent");
        rig.time.pass(Duration.ofMinutes(1));
        assertInstanceOf(Answer.Payload.class, list());
    }

    @Test
    void rejectedCredentialsAreTriedAgainWhenSomebodyWantsThat() throws Exception {
        refuse(6007, CloudScope.next(2));
        list();
        account.tryAgain();
        assertEquals(new Answer.Refused(Meaning.CREDENTIALS, 6007), list());
        assertEquals(2, rig.cloud.requests().size());
        list();
        assertEquals(2, rig.cloud.requests().size());
        account.tryAgain();
        assertInstanceOf(Answer.Payload.class, list());
    }

    @Test
    void aWrongSecretIsRejectedByTheSignatureItself() throws Exception {
        CloudAccount wrong = rig.account(new Credentials(CloudRig.APP_ID, "f".repeat(32)), Duration.ofSeconds(10));
        assertEquals(new Answer.Refused(Meaning.CREDENTIALS, 6007), list(wrong));
    }

    @ParameterizedTest
    @ValueSource(longs = {-412, -7200, 412, 86_400})
    void aClockThatIsOffIsToldApartFromCredentials(long cloudAhead) throws Exception {
        rig.cloud.faults().add(new CloudFault.ClockOff(Duration.ofSeconds(cloudAhead)));
        Answer.ClockOff answer = assertInstanceOf(Answer.ClockOff.class, list());
        assertEquals(-cloudAhead, answer.ahead().toSeconds());
        assertEquals(1, rig.cloud.requests().size());
        rig.cloud.faults().clear();
        assertInstanceOf(Answer.Payload.class, list(), "a clock that was set works at once");
    }

    @Test
    void aTimeThatIsRefusedThoughItIsRightIsTriedOnceMore() throws Exception {
        refuse(6006, CloudScope.next(1));
        assertInstanceOf(Answer.Payload.class, list());
        refuse(6006, CloudScope.ALWAYS);
        assertEquals(0, assertInstanceOf(Answer.ClockOff.class, list()).ahead().toSeconds());
    }

    private List<Long> secondsBetweenCalls(int calls) throws Exception {
        rig.cloud.clearRequests();
        for (int i = 0; i < calls; i++) {
            list();
        }
        List<Instant> at = rig.cloud.requests().stream().map(CloudRequest::at).toList();
        List<Long> seconds = new ArrayList<>();
        for (int i = 1; i < at.size(); i++) {
            seconds.add(Duration.between(at.get(i - 1), at.get(i)).toSeconds());
        }
        return seconds;
    }

    @Test
    void oneCallASecond() throws Exception {
        assertEquals(List.of(1L, 1L, 1L, 1L), secondsBetweenCalls(5));
        assertFalse(account.isSlowedDown());
    }

    @Test
    void aComplaintSlowsAllCallsDownAndRepeatsThatOneOnce() throws Exception {
        list();
        refuse(6053, CloudScope.next(1));
        assertEquals(List.of(10L, 10L), secondsBetweenCalls(2), "the refused one, its repetition, the next");
        assertTrue(account.isSlowedDown());
        assertEquals(Duration.ofSeconds(10), account.spacing());
    }

    @Test
    void eachQuietHalfHourHalvesThePace() throws Exception {
        refuse(6053, CloudScope.next(1));
        list();
        List<Duration> spacings = new ArrayList<>();
        for (int halfHour = 0; halfHour < 5; halfHour++) {
            rig.time.pass(Duration.ofMinutes(30));
            spacings.add(account.spacing());
        }
        assertEquals(List.of(Duration.ofSeconds(5), Duration.ofMillis(2500), Duration.ofMillis(1250),
                Duration.ofSeconds(1), Duration.ofSeconds(1)), spacings);
        assertFalse(account.isSlowedDown());
    }

    @Test
    void aBurstOfComplaintsIsARefusalAndNoHammering() throws Exception {
        refuse(6053, CloudScope.ALWAYS);
        assertEquals(List.of(10L, 10L, 10L), secondsBetweenCalls(2));
        assertEquals(new Answer.Refused(Meaning.RATE_LIMIT, 6053), list());
    }

    @Test
    void aRealLimitIsFoundAndKept() throws Exception {
        rig.cloud.rate().limit(3, Duration.ofSeconds(10));
        for (int call = 0; call < 20; call++) {
            assertInstanceOf(Answer.Payload.class, list());
        }
        assertTrue(account.isSlowedDown());
    }
}
