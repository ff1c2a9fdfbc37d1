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

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.sim.CloudAnswer;
import org.openhab.binding.solarplant.sim.CloudCharger;
import org.openhab.binding.solarplant.sim.CloudChargers;
import org.openhab.binding.solarplant.sim.CloudFault;
import org.openhab.binding.solarplant.sim.CloudScope;

/** Chargers are started, stopped, and given a current (alphaess.md §1.8). */
@NonNullByDefault
@Timeout(60)
class ChargerOrdersTest {

    private static final String SERIAL = "EV7000000000001";
    private static final DeviceId CHARGER = new DeviceId(DeviceKind.EV_CHARGER, SERIAL);
    private static final DeviceId OTHER = new DeviceId(DeviceKind.EV_CHARGER, "EV7000000000002");

    private final CloudChargers chargers = CloudChargers.of(CloudCharger.threePhase(SERIAL),
            CloudCharger.singlePhase(OTHER.key()));
    private final OrderRig rig;

    ChargerOrdersTest() throws Exception {
        rig = OrderRig.with(chargers);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void status(int code) {
        chargers.status(SERIAL, code, rig.rig.rig.time.instant());
    }

    private static List<String> control(int mode) {
        return List.of("remoteControlEvCharger {\"sysSn\":\"AL7000000000001\",\"evchargerSn\":\"" + SERIAL
                + "\",\"controlMode\":" + mode + "}");
    }

    @Test
    void whatMayBeSet() {
        assertEquals(List.of("charger#control", "charger#current-limit"), rig.settings(CHARGER));
        assertEquals(List.of("charger#control", "charger#current-limit"), rig.settings(OTHER));
    }

    @ParameterizedTest
    @CsvSource({"2, charging", "4, charging", "5, charging", "6, charging"})
    void starts(int status, String word) throws Exception {
        status(status);
        Outcome outcome = rig.change(CHARGER, "charger#control=on");
        assertInstanceOf(Outcome.Verified.class, outcome);
        assertEquals(word, OrderRig.readBack(outcome, CHARGER, "charger#status"));
        assertEquals(control(1), rig.sent());
    }

    @ParameterizedTest
    @CsvSource({"3, finishing", "4, finishing", "5, finishing", "2, preparing", "6, finishing"})
    void stops(int status, String word) throws Exception {
        status(status);
        Outcome outcome = rig.change(CHARGER, "charger#control=off");
        assertInstanceOf(Outcome.Verified.class, outcome);
        assertEquals(word, OrderRig.readBack(outcome, CHARGER, "charger#status"));
        assertEquals(control(0), rig.sent());
    }

    @ParameterizedTest
    @CsvSource({"1", "9"})
    void aStartThatIsNotFollowedIsSentAndNotBelieved(int status) throws Exception {
        status(status);
        Outcome outcome = rig.change(CHARGER, "charger#control=on");
        assertEquals("NOT_TAKEN", OrderRig.doubt(outcome));
        assertEquals("off", OrderRig.readBack(outcome, CHARGER, "charger#control"));
        assertEquals(control(1), rig.sent());
    }

    @Test
    void whatIsSoAlreadyIsNotSent() throws Exception {
        status(3);
        assertEquals(new Outcome.Unchanged(), rig.change(CHARGER, "charger#control=on"));
        status(1);
        assertEquals(new Outcome.Unchanged(), rig.change(CHARGER, "charger#control=off"));
        assertEquals(new Outcome.Unchanged(), rig.change(CHARGER, "charger#current-limit=32"));
        assertEquals(List.of(), rig.sent());
    }

    @Test
    void theCurrentIsThatOfAll() throws Exception {
        Outcome outcome = rig.change(CHARGER, "charger#current-limit=16");
        assertInstanceOf(Outcome.Verified.class, outcome);
        assertEquals("16", OrderRig.readBack(outcome, CHARGER, "charger#current-limit"));
        assertEquals("16", OrderRig.readBack(outcome, OTHER, "charger#current-limit"));
        assertEquals(List.of("setEvChargerCurrentsBySn {\"sysSn\":\"AL7000000000001\",\"currentsetting\":16}"),
                rig.sent());
    }

    @ParameterizedTest
    @CsvSource({"charger#current-limit=5", "charger#current-limit=33", "charger#current-limit=10.5",
            "charge-enabled=on"})
    void whatMayNotBeIsRefusedBeforeAnythingIsAsked(String setting) throws Exception {
        assertEquals(setting.startsWith("charger#")
                ? "OUT_OF_RANGE charger#current-limit 6..32 A"
                : "NOT_SUPPORTED settings#charge-enabled",
                OrderRig.refusal(rig.change(CHARGER, "charger#control=on, " + setting)));
        assertEquals("NOT_SUPPORTED clearSchedule", OrderRig.refusal(rig.apply(new Order.ClearSchedule(CHARGER))));
        assertEquals(List.of(), rig.rig.rig.asked());
    }

    @Test
    void oneThatFollowsLaterIsWaitedForAWhile() throws Exception {
        status(2);
        String late = "{\"code\":200,\"msg\":\"Success\",\"data\":{\"evchargerStatus\":2}}";
        rig.rig.rig.cloud.faults().add(
                new CloudFault.Instead(CloudAnswer.json(late)),
                CloudScope.next(2).endpoint("getEvChargerStatusBySn"));
        assertInstanceOf(Outcome.Verified.class, rig.change(CHARGER, "charger#control=on"));
        assertEquals(Map.of("remoteControlEvCharger", 1L, "getEvChargerStatusBySn", 3L),
                rig.rig.rig.asked().stream()
                        .collect(Collectors.groupingBy(endpoint -> endpoint, Collectors.counting())));
    }
}
