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

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.action.InverterActions;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;

/** A power for longer than the device obeys one order: it is told anew in time, and no more once that is not wanted. */
@NonNullByDefault
@Timeout(60)
class HeldPowerTest {

    private final ControlRig rig = ControlRig.allowing(Map.of("refreshInterval", 3600));
    private final FakeDriver driver = rig.roof();
    private final InverterActions actions = rig.actions(ControlRig.ROOF, new InverterActions());

    HeldPowerTest() {
        driver.longestForce = Duration.ofMinutes(10);
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
    }

    private Map<String, Object> force(Duration duration) {
        return actions.forcePower(-2000, duration);
    }

    /** The durations of all orders of power that the device got. */
    private List<Duration> told() {
        return driver.orders.stream().filter(Order.ForcePower.class::isInstance).map(Order.ForcePower.class::cast)
                .map(Order.ForcePower::duration).toList();
    }

    private void awaitTold(int count) {
        rig.plant.passUntil(Duration.ZERO, () -> told().size() == count);
    }

    /** As {@link #awaitTold}, if the order before it may have ended just now: a second lies between two. */
    private void awaitToldNext(int count) {
        rig.await(() -> told().size() == count);
    }

    @Test
    void itIsToldAnewAtHalfTimeUntilAllOfItIsOver() {
        assertEquals("verified", force(Duration.ofMinutes(18)).get("result"));
        assertEquals(List.of(Duration.ofMinutes(10)), told());
        rig.plant.pass(Duration.ofMinutes(4));
        assertEquals(1, told().size(), "not before half of it");
        rig.plant.pass(Duration.ofMinutes(1));
        awaitTold(2);
        rig.plant.pass(Duration.ofMinutes(5));
        awaitToldNext(3);
        assertEquals(Duration.ofMinutes(10), told().get(1));
        assertTrue(told().get(2).compareTo(Duration.ofMinutes(8)) <= 0, "what is left: " + told());
        rig.plant.pass(Duration.ofMinutes(5));
        rig.plant.pass(Duration.ofMinutes(5));
        rig.pause();
        assertEquals(3, told().size(), "the last one lasts until the end");
    }

    @Test
    void whatTheDeviceHasIsCountedFromWhenItWasSent() {
        force(Duration.ofHours(2));
        driver.gate = new CountDownLatch(1);
        rig.plant.pass(Duration.ofMinutes(5));
        rig.plant.await(() -> told().size() == 2);
        rig.plant.pass(Duration.ofMinutes(5));
        driver.gate.countDown();
        awaitToldNext(3);
    }

    @Test
    void whatOneOrderCoversIsNotRepeated() {
        assertEquals("verified", force(Duration.ofMinutes(10)).get("result"));
        rig.plant.pass(Duration.ofMinutes(6));
        rig.pause();
        assertEquals(List.of(Duration.ofMinutes(10)), told());
    }

    @Test
    void releaseAndAShorterOrderEndIt() {
        force(Duration.ofHours(2));
        rig.pause();
        assertEquals("verified", actions.release().get("result"));
        rig.plant.pass(Duration.ofMinutes(6));
        rig.pause();
        assertEquals(1, told().size());
        force(Duration.ofHours(2));
        rig.pause();
        force(Duration.ofMinutes(1));
        rig.plant.pass(Duration.ofMinutes(6));
        rig.pause();
        assertEquals(3, told().size());
    }

    @Test
    void aRefusedOrderLeavesTheEarlierOneInForce() {
        force(Duration.ofHours(2));
        rig.pause();
        driver.answer = order -> new Outcome.Refused(new Refusal(Refusal.Kind.DEVICE, "2"));
        assertEquals("refused", force(Duration.ofHours(1)).get("result"));
        driver.answer = driver::obey;
        rig.plant.pass(Duration.ofMinutes(5));
        awaitToldNext(3);
    }

    @Test
    void whoDoesNotAnswerIsAskedAgainSoonAndWhoRefusesIsNot() {
        force(Duration.ofHours(2));
        driver.answer = order -> new Outcome.Refused(new Refusal(Refusal.Kind.NOT_CONNECTED));
        rig.plant.pass(Duration.ofMinutes(5));
        awaitTold(2);
        rig.plant.pass(Duration.ofSeconds(5));
        assertEquals(2, told().size());
        driver.answer = order -> new Outcome.Refused(new Refusal(Refusal.Kind.DEVICE, "2"));
        rig.plant.pass(Duration.ofSeconds(5));
        awaitToldNext(3);
        rig.plant.await(() -> !rig.plant.log.with("is not kept up").isEmpty());
        rig.plant.pass(Duration.ofMinutes(6));
        rig.pause();
        assertEquals(3, told().size());
    }

    @Test
    void onlyOneIsUnderWay() {
        force(Duration.ofHours(2));
        driver.gate = new CountDownLatch(1);
        rig.plant.pass(Duration.ofMinutes(5));
        rig.plant.await(() -> told().size() == 2);
        rig.plant.pass(Duration.ofSeconds(20));
        rig.plant.pass(Duration.ofSeconds(20));
        driver.gate.countDown();
        rig.pause();
        rig.pause();
        assertEquals(2, told().size());
    }

    @Test
    void withThePlantItEnds() {
        force(Duration.ofHours(2));
        rig.plant.host.setEnabled(TestPlant.PLANT, false);
        rig.plant.host.setEnabled(TestPlant.PLANT, true);
        rig.plant.awaitShown(ControlRig.ROOF);
        rig.plant.pass(Duration.ofMinutes(6));
        rig.pause();
        assertEquals(1, told().size());
    }

    @Test
    void aDayIsTheMost() {
        assertEquals("verified", force(Duration.ofDays(1)).get("result"));
        Map<String, Object> answer = force(Duration.ofDays(1).plusSeconds(1));
        assertEquals("refused", answer.get("result"));
        assertTrue(Objects.requireNonNull(answer.get("reason")).toString().contains("1..86400 s"), answer.toString());
        assertEquals(1, told().size());
    }
}
