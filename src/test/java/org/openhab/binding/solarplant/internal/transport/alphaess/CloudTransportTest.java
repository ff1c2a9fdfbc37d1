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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.transport.Await;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.TransportException.Garbled;
import org.openhab.binding.solarplant.internal.transport.TransportException.TimedOut;
import org.openhab.binding.solarplant.internal.transport.TransportException.Unavailable;
import org.openhab.binding.solarplant.internal.transport.TransportException.Unreachable;
import org.openhab.binding.solarplant.sim.CloudAnswer;
import org.openhab.binding.solarplant.sim.CloudFault;

/** What comes back that is no answer of the cloud at all (alphaess.md §1.3, §1.11). */
@NonNullByDefault
@Timeout(60)
class CloudTransportTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final CloudRig rig;

    CloudTransportTest() throws IOException {
        rig = new CloudRig();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static Answer power(CloudAccount account) throws TransportException, InterruptedException {
        return account.get("getLastPowerData", Map.of("sysSn", CloudRig.SERIAL));
    }

    /** The failure that this fault makes; the next answer is fine again. */
    private <T extends TransportException> T failure(Class<T> type, CloudFault fault, CloudAccount account)
            throws Exception {
        rig.cloud.faults().add(fault);
        T failure = assertThrows(type, () -> power(account));
        assertFalse(failure.toString().contains(CloudRig.SERIAL), "no serial number in " + failure);
        assertFalse(failure.toString().contains(CloudRig.APP_ID), "no account in " + failure);
        assertEquals(null, failure.getCause(), "nor in what may lie below");
        rig.cloud.faults().clear();
        assertInstanceOf(Answer.Payload.class, power(account));
        return failure;
    }

    @Test
    void aPageOfAServerOutOfOrderIsNoAnswer() throws Exception {
        CloudFault page = new CloudFault.Instead(CloudAnswer.badGateway());
        assertEquals("502", failure(Unavailable.class, page, rig.account()).detail());
    }

    @Test
    void anErrorObjectWithoutACodeIsNoAnswer() throws Exception {
        assertEquals("405", failure(Unavailable.class, new CloudFault.WrongVerb(), rig.account()).detail());
    }

    @Test
    void tooManyRequestsByHttpAreTooManyRequests() throws Exception {
        rig.cloud.faults().add(new CloudFault.Instead(CloudAnswer.tooManyRequests()));
        CloudAccount account = rig.account();
        assertEquals(new Answer.Refused(Meaning.RATE_LIMIT, 429), power(account));
        assertTrue(account.isSlowedDown());
    }

    /** The web server in front of the cloud may say so without any code, and without how to prove who one is. */
    @ParameterizedTest
    @CsvSource({"401, CREDENTIALS", "403, ADDRESS_BLOCKED"})
    void aRefusalByHttpAloneIsOne(int status, Meaning meaning) throws Exception {
        rig.cloud.faults().add(new CloudFault.Instead(new CloudAnswer(status, "application/json",
                "{\"status\":" + status + ",\"error\":\"no\"}")));
        assertEquals(new Answer.Refused(meaning, status), power(rig.account()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "\"code\"", "{\"code\":null}", "{\"code\":[200]}",
            "{\"code\":\"all well\"}", "{\"code\":200.5,\"data\":{}}", "{", "<html>", "\u0000\u0001"})
    void aBodyThatIsNoEnvelopeIsNoAnswer(String body) throws Exception {
        failure(Garbled.class, new CloudFault.Instead(CloudAnswer.json(body)), rig.account());
    }

    @Test
    void aWrongContentTypeDoesNotMatter() throws Exception {
        rig.cloud.faults().add(new CloudFault.ContentType("text/html"));
        assertInstanceOf(Answer.Payload.class, power(rig.account()));
    }

    @Test
    void aConnectionThatBreaksIsNoAnswer() throws Exception {
        failure(Unreachable.class, new CloudFault.Drop(), rig.account());
        failure(Unreachable.class, new CloudFault.Truncated(20), rig.account());
    }

    @Test
    void silenceEndsWithTheTimeout() throws Exception {
        assertEquals("0.3", failure(TimedOut.class, new CloudFault.Silence(),
                rig.account(new Credentials(CloudRig.APP_ID, CloudRig.APP_SECRET), SHORT)).detail());
    }

    @Test
    void anAnswerThatTricklesEndsWithTheTimeoutToo() throws Exception {
        failure(TimedOut.class, new CloudFault.Endless(Duration.ofMillis(50)),
                rig.account(new Credentials(CloudRig.APP_ID, CloudRig.APP_SECRET), SHORT));
    }

    @Test
    void anAnswerWithoutEndIsCutOffBeforeItFillsTheMemory() throws Exception {
        failure(Garbled.class, new CloudFault.Endless(Duration.ZERO), rig.account());
    }

    @Test
    void nobodyThereIsUnreachable() throws Exception {
        CloudAccount account = rig.account();
        int port = rig.cloud.port();
        rig.cloud.close();
        assertEquals("127.0.0.1:" + port, assertThrows(Unreachable.class, () -> power(account)).detail());
    }

    @Test
    void aCallThatIsCutFailsAtOnce() throws Exception {
        rig.cloud.faults().add(new CloudFault.Silence());
        CloudAccount account = rig.account();
        CompletableFuture<Answer> call = CompletableFuture.supplyAsync(() -> {
            try {
                return power(account);
            } catch (TransportException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Await.until(() -> rig.cloud.requests().size() == 1);
        account.cut();
        ExecutionException failure = assertThrows(ExecutionException.class, () -> call.get(5, TimeUnit.SECONDS));
        assertInstanceOf(Unreachable.class, failure.getCause().getCause());
    }
}
