/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.polling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;

/** Orders for what bears them at a pace of its own: nobody else waits for that, and the newest value counts. */
@NonNullByDefault
class LanesTest {

    private static final DeviceId DEVICE = new DeviceId(DeviceKind.INVERTER, "A");
    private static final String MAX = "settings#max-state-of-charge";
    private static final String MIN = "settings#min-state-of-charge";

    private final PollWorld world = new PollWorld(PollWorld.normal(60));
    private final FakeTarget target = world.join("target", "a");
    private final FakeTarget neighbour = world.join("neighbour", "a");
    /** The orders that were carried out as part of older ones. */
    private final List<String> shared = new ArrayList<>();
    /** When the store bears an order again, in seconds. */
    private double freeAt;

    @BeforeEach
    void aStoreOfItsOwnPace() {
        target.outcome = () -> {
            freeAt = world.seconds() + 30;
            return new Outcome.Verified(List.of());
        };
        target.lanes = order -> order.name().equals("settings#power-limit") ? Set.of("limit") : Set.of("store");
        target.busy = lanes -> lanes.contains("store") && freeAt > world.seconds()
                ? Duration.ofMillis((long) ((freeAt - world.seconds()) * 1000))
                : Duration.ZERO;
    }

    private static Setting setting(String metric, int value) {
        return new Setting(Metrics.of(metric), Value.Amount.of(value));
    }

    private CompletableFuture<Outcome> change(String metric, int value) {
        return world.coordinator.submit(target, new Order.Change(DEVICE, List.of(setting(metric, value))),
                () -> shared.add(metric + "=" + value));
    }

    private static Order ofBoth(int max, int min) {
        return new Order.Change(DEVICE, List.of(setting(MAX, max), setting(MIN, min)));
    }

    @Test
    void whatTheStoreDoesNotBearYetWaitsWithoutHoldingUpAnybody() {
        change(MAX, 90);
        CompletableFuture<Outcome> second = change(MAX, 80);
        world.forget();
        CompletableFuture<Outcome> other = world.coordinator.submit(neighbour, OrdersTest.ORDER, () -> {});
        world.run(29);
        assertFalse(second.isDone());
        assertTrue(other.isDone(), "an order of somebody else");
        world.run(3);
        assertTrue(second.isDone());
        assertEquals(List.of(0.0, 30.0), target.ordered);
        world.run(60);
        assertEquals(List.of(60.0), target.asked, "and readings go on");
    }

    @Test
    void theNewestValueTakesThePlaceOfOneThatWaits() {
        change(MAX, 90);
        world.run(2);
        CompletableFuture<Outcome> old = change(MAX, 80);
        assertFalse(old.isDone());
        CompletableFuture<Outcome> newest = change(MAX, 70);
        assertEquals(new Outcome.Refused(Refusal.Kind.REPLACED), old.getNow(null));
        world.run(100);
        assertEquals(new Outcome.Verified(List.of()), newest.getNow(null));
        assertEquals(List.of(0.0, 30.0), target.ordered);
        assertEquals(new Order.Change(DEVICE, List.of(setting(MAX, 70))), target.orders.getLast());
    }

    @Test
    void severalSettingsThatWaitBecomeOneOrder() {
        change(MAX, 90);
        List<CompletableFuture<Outcome>> waiting = List.of(change(MAX, 80), change(MIN, 20));
        CompletableFuture<Outcome> newest = change(MIN, 25);
        world.run(100);
        assertEquals(List.of(0.0, 30.0), target.ordered);
        assertEquals(ofBoth(80, 25), target.orders.getLast());
        assertEquals(new Outcome.Verified(List.of()), waiting.getFirst().getNow(null));
        assertEquals(new Outcome.Refused(Refusal.Kind.REPLACED), waiting.getLast().getNow(null));
        assertEquals(new Outcome.Verified(List.of()), newest.getNow(null));
        assertEquals(List.of(MIN + "=25"), shared, "and who counts writes counts one for both");
    }

    @Test
    void whereOneOfThemIsRefusedTheOthersStandForThemselves() {
        change(MAX, 90);
        CompletableFuture<Outcome> bad = change(MAX, 180);
        CompletableFuture<Outcome> good = change(MIN, 20);
        target.outcome = () -> target.orders.getLast() instanceof Order.Change(DeviceId device, List<Setting> settings)
                && settings.contains(setting(MAX, 180))
                        ? new Outcome.Refused(Refusal.Kind.OUT_OF_RANGE, MAX, "10..100")
                        : new Outcome.Verified(List.of());
        world.run(100);
        assertEquals(new Outcome.Refused(Refusal.Kind.OUT_OF_RANGE, MAX, "10..100"), bad.getNow(null));
        assertEquals(new Outcome.Verified(List.of()), good.getNow(null));
        assertEquals(List.of(), shared);
    }

    @Test
    void anOrderThatStepsAsideLetsOthersUseTheWireButNotItsLane() {
        target.outcome = () -> {
            target.stepAside();
            freeAt = 0;
            return new Outcome.Verified(List.of());
        };
        CompletableFuture<Outcome> first = change(MAX, 90);
        CompletableFuture<Outcome> second = change(MAX, 80);
        CompletableFuture<Outcome> other = world.coordinator.submit(neighbour, OrdersTest.ORDER, () -> {});
        world.forget();
        world.run(65);
        assertFalse(first.isDone());
        assertTrue(other.isDone());
        assertEquals(List.of(60.0), target.asked, "its own readings go on too");
        assertEquals(1, target.ordered.size());
        target.end();
        assertTrue(first.isDone());
        world.run(2);
        assertFalse(second.isDone(), "it is its turn now");
        assertEquals(2, target.ordered.size());
        target.end();
        assertTrue(second.isDone());
    }

    @Test
    void whoStepsBackWaitsUntilTheWireIsFree() {
        target.outcome = () -> {
            target.stepAside();
            return new Outcome.Verified(List.of());
        };
        CompletableFuture<Outcome> outcome = change(MAX, 90);
        neighbour.holds = true;
        world.run(95);
        assertTrue(neighbour.isFlying());
        PollWorld.Task order = target.task();
        target.letGo();
        assertFalse(outcome.isDone());
        order.resume(neighbour::release);
        assertTrue(outcome.isDone());
    }

    @Test
    void aTargetThatLeavesTakesItsOrdersAlong() {
        target.outcome = () -> {
            target.stepAside();
            return new Outcome.Verified(List.of());
        };
        CompletableFuture<Outcome> under = change(MAX, 90);
        CompletableFuture<Outcome> waiting = change(MAX, 80);
        CompletableFuture<Outcome> joined = change(MIN, 20);
        world.coordinator.remove(target);
        assertTrue(under.getNow(null) instanceof Outcome.Unverified);
        assertEquals(new Outcome.Refused(Refusal.Kind.NOT_CONNECTED), waiting.getNow(null));
        assertEquals(new Outcome.Refused(Refusal.Kind.NOT_CONNECTED), joined.getNow(null));
        target.end();
        world.run(1);
        assertEquals(1, target.cuts);
    }
}
