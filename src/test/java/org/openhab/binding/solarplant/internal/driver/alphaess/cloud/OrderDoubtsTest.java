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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhab.binding.solarplant.internal.driver.alphaess.cloud.DriverRig.SYSTEM;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.sim.CloudAnswer;
import org.openhab.binding.solarplant.sim.CloudFault;
import org.openhab.binding.solarplant.sim.CloudScope;

/** Writes that are refused, ignored, or of which nobody knows what became. */
@NonNullByDefault
@Timeout(60)
class OrderDoubtsTest {

    private static final String SET_CHARGE = "updateChargeConfigInfo";
    private static final String CHARGE = """
            {"batHighCap":90,"gridCharge":1,"timeChaf1":"02:00","timeChae1":"05:00","timeChaf2":"00:00",
            "timeChae2":"00:00"}""";
    private static final String DISCHARGE = """
            {"batUseCap":12,"ctrDis":1,"timeDisf1":"17:00","timeDise1":"21:00","timeDisf2":"00:00",
            "timeDise2":"00:00"}""";

    private final OrderRig rig;

    OrderDoubtsTest() throws Exception {
        rig = OrderRig.twoSlot(CHARGE, DISCHARGE);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void fault(String endpoint, CloudFault fault) {
        rig.rig.rig.cloud.faults().add(fault, CloudScope.next(1).endpoint(endpoint));
    }

    private Outcome change() throws InterruptedException {
        return rig.change("max-state-of-charge=80");
    }

    private int writes(String endpoint) {
        return Collections.frequency(rig.rig.rig.asked(), endpoint);
    }

    @ParameterizedTest
    @CsvSource({"6001", "6002", "6005", "6008", "6017", "6042", "10001"})
    void aRefusalChangesNothingAndIsNotRepeated(int code) throws Exception {
        fault(SET_CHARGE, new CloudFault.Refuse(code, "设置失败"));
        assertEquals("DEVICE " + code, OrderRig.refusal(change()));
        assertEquals(1, writes(SET_CHARGE));
    }

    @Test
    void tooFastIsRepeatedOnceAndThenRefused() throws Exception {
        fault(SET_CHARGE, new CloudFault.Refuse(6053, "too fast"));
        assertInstanceOf(Outcome.Verified.class, change());
        assertEquals(2, writes(SET_CHARGE));
        rig.rig.fails(SET_CHARGE, new CloudFault.Refuse(6053, "too fast"));
        assertEquals("TOO_OFTEN", OrderRig.refusal(rig.change("max-state-of-charge=70")));
        assertEquals(2, writes(SET_CHARGE));
        assertTrue(rig.rig.driver.hindrance().isEmpty(), "readings keep their pace");
        assertTrue(rig.rig.driver.busy(Set.of(SET_CHARGE)).compareTo(Duration.ofSeconds(50)) > 0);
        assertEquals(Duration.ZERO, rig.rig.driver.busy(Set.of("updateDisChargeConfigInfo")));
    }

    static Stream<CloudFault> lostReplies() {
        return Stream.of(new CloudFault.Drop(), new CloudFault.Truncated(20));
    }

    @ParameterizedTest
    @MethodSource("lostReplies")
    void aWriteWhoseReplyIsLostIsFoundOutByReadingItBack(CloudFault fault) throws Exception {
        fault(SET_CHARGE, fault);
        assertInstanceOf(Outcome.Verified.class, change());
        assertEquals(1, writes(SET_CHARGE));
    }

    @ParameterizedTest
    @CsvSource({"6026, CLOUD_ERROR 6026", "6029, CLOUD_ERROR 6029", "12345, CLOUD_ERROR 12345"})
    void aCodeThatMayMeanAnythingIsNotBelievedNorRepeated(int code, String doubt) throws Exception {
        fault(SET_CHARGE, new CloudFault.Refuse(code, "failed"));
        Outcome outcome = change();
        assertEquals(doubt, OrderRig.doubt(outcome));
        assertEquals("90", OrderRig.readBack(outcome, SYSTEM, "settings#max-state-of-charge"));
        assertEquals(1, writes(SET_CHARGE));
    }

    @Test
    void aPageInPlaceOfAReplyMayMeanAnything() throws Exception {
        fault(SET_CHARGE, new CloudFault.Instead(CloudAnswer.badGateway()));
        assertEquals("UNAVAILABLE 502", OrderRig.doubt(change()));
        assertEquals(1, writes(SET_CHARGE));
    }

    @Test
    void whatIsTakenAndIgnoredIsNotBelieved() throws Exception {
        rig.rig.says("getChargeConfigInfo", CHARGE);
        Outcome outcome = change();
        assertEquals("NOT_TAKEN", OrderRig.doubt(outcome));
        assertEquals("90", OrderRig.readBack(outcome, SYSTEM, "settings#max-state-of-charge"));
        assertEquals(1, writes(SET_CHARGE));
        rig.rig.full();
        assertEquals("90", rig.rig.value("settings#max-state-of-charge"), "what was read is shown");
    }

    @Test
    void whatCannotBeReadIsNotWritten() throws Exception {
        rig.rig.fails("getDisChargeConfigInfo", new CloudFault.NoData());
        assertEquals("NOT_CONNECTED", OrderRig.refusal(change()));
        assertEquals(List.of(), rig.sent());
    }

    @Test
    void theSecondOfTwoWritesMayFail() throws Exception {
        fault("updateDisChargeConfigInfo", new CloudFault.Refuse(6008, "failed"));
        Outcome outcome = rig.apply(new Order.ClearSchedule(SYSTEM));
        assertEquals("CLOUD_ERROR 6008", OrderRig.doubt(outcome), "something was done");
        assertEquals("off", OrderRig.readBack(outcome, SYSTEM, "settings#charge-enabled"));
        assertEquals("on", OrderRig.readBack(outcome, SYSTEM, "settings#discharge-enabled"));
    }

    @Test
    void aSystemThatIsOfflineOrWithoutRightIsNotWrittenTo() throws Exception {
        rig.rig.fails("getChargeConfigInfo", new CloudFault.Refuse(6042, "offline"));
        assertEquals("NOT_CONNECTED", OrderRig.refusal(change()));
        rig.rig.heals();
        rig.rig.fails("getChargeConfigInfo", new CloudFault.Refuse(6017, "no permission"));
        assertEquals("DEVICE 6017", OrderRig.refusal(change()));
        rig.rig.heals();
        rig.rig.fails("getChargeConfigInfo", new CloudFault.Drop());
        assertEquals("NOT_CONNECTED", OrderRig.refusal(change()));
        assertEquals(List.of(), rig.sent());
    }

    @Test
    void aDriverThatIsClosedSendsNothing() throws Exception {
        rig.rig.driver.close();
        assertEquals("NOT_CONNECTED", OrderRig.refusal(change()));
        assertEquals(List.of(), rig.sent());
    }
}
