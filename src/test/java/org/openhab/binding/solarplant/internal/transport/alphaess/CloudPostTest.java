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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.TransportException.Garbled;
import org.openhab.binding.solarplant.internal.transport.TransportException.TimedOut;
import org.openhab.binding.solarplant.internal.transport.TransportException.Unavailable;
import org.openhab.binding.solarplant.internal.transport.TransportException.Unreachable;
import org.openhab.binding.solarplant.sim.CloudAnswer;
import org.openhab.binding.solarplant.sim.CloudFault;
import org.openhab.binding.solarplant.sim.CloudRequest;
import org.openhab.binding.solarplant.sim.CloudScope;

import com.google.gson.JsonObject;

/** What is sent to the cloud is sent once, unless the cloud itself says that it did nothing (alphaess.md §1.7, §1.10). */
@NonNullByDefault
@Timeout(60)
class CloudPostTest {

    private static final String CURRENT = "setEvChargerCurrentsBySn";

    private final CloudRig rig;
    private final CloudAccount account;

    CloudPostTest() throws IOException {
        rig = new CloudRig();
        account = rig.account(new Credentials(CloudRig.APP_ID, CloudRig.APP_SECRET), Duration.ofMillis(700));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static JsonObject body() {
        JsonObject body = new JsonObject();
        body.addProperty("sysSn", CloudRig.SERIAL);
        body.addProperty("currentsetting", 16);
        return body;
    }

    private Answer post() throws TransportException, InterruptedException {
        return account.post(CURRENT, body());
    }

    private String current() throws TransportException, InterruptedException {
        Answer.Payload answer = assertInstanceOf(Answer.Payload.class,
                account.get("getEvChargerCurrentsBySn", Map.of("sysSn", CloudRig.SERIAL)));
        return answer.data().getAsJsonObject().get("currentsetting").getAsString();
    }

    @Test
    void whatIsSentArrivesAndHasItsEffect() throws Exception {
        assertInstanceOf(Answer.NoData.class, post());
        CloudRequest request = rig.cloud.requests().getFirst();
        assertEquals("POST", request.verb());
        assertEquals(body(), request.fields());
        assertEquals("16.0", current());
    }

    @ParameterizedTest
    @CsvSource({"6001, REJECTED, 1", "6005, NOT_BOUND, 1", "6006, CLOCK, 2", "6008, REJECTED, 1",
            "6009, ADDRESS_BLOCKED, 2", "6017, NO_PERMISSION, 1", "6026, ERROR, 1", "6029, UNCLEAR, 1",
            "6042, SYSTEM_OFFLINE, 1", "6053, RATE_LIMIT, 1", "10001, REJECTED, 1", "12345, ERROR, 1"})
    void aRefusalIsRepeatedOnlyWhereNothingWasDone(int code, Meaning meaning, int times) throws Exception {
        rig.cloud.faults().add(new CloudFault.Refuse(code, "签名错误"), CloudScope.next(times));
        Answer answer = post();
        assertEquals(times, rig.cloud.requests().size());
        if (answer instanceof Answer.Refused refusal) {
            assertEquals(new Answer.Refused(meaning, code), refusal);
        } else {
            assertInstanceOf(Answer.ClockOff.class, answer);
        }
        assertEquals("32.0", current());
    }

    @Test
    void anEndpointThatIsWrittenToTooOftenSlowsDownNobodyElse() throws Exception {
        rig.cloud.faults().add(new CloudFault.Refuse(6053, "too fast"), CloudScope.next(1));
        assertEquals(new Answer.Refused(Meaning.RATE_LIMIT, 6053), post());
        assertEquals(1, rig.cloud.requests().size(), "whoever writes to it tries again in time");
        assertEquals(Duration.ofSeconds(1), account.spacing());
    }

    private <T extends TransportException> void onceOnly(Class<T> type, CloudFault fault, String current)
            throws Exception {
        rig.cloud.clearRequests();
        rig.cloud.faults().add(fault, CloudScope.next(1));
        assertThrows(type, this::post);
        assertEquals(1, rig.cloud.requests().size(), fault.toString());
        assertEquals(current, current());
    }

    @Test
    void aReplyThatIsLostLeavesTheWriteAsItIs() throws Exception {
        onceOnly(TimedOut.class, new CloudFault.Silence(), "16.0");
        onceOnly(Unreachable.class, new CloudFault.Drop(), "16.0");
        onceOnly(Unreachable.class, new CloudFault.Truncated(10), "16.0");
    }

    @Test
    void aReplyThatIsNoneIsNotAskedForAgain() throws Exception {
        onceOnly(Unavailable.class, new CloudFault.Instead(CloudAnswer.badGateway()), "32.0");
        onceOnly(Garbled.class, new CloudFault.Instead(CloudAnswer.json("<html>")), "32.0");
    }
}
