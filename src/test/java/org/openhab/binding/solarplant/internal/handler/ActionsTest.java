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

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.action.ChargerActions;
import org.openhab.binding.solarplant.internal.action.InverterActions;
import org.openhab.binding.solarplant.internal.action.PlantActions;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.ThingUID;

/** Rule actions of an inverter, of the plant and of a charger: what is ordered, and what a rule is told of it. */
@NonNullByDefault
class ActionsTest {

    private static final Map<String, Object> QUICK = Map.of("refreshInterval", 5, "fastInterval", 5);

    private static final LocalTime TWO = LocalTime.of(2, 0);
    private static final LocalTime FIVE = LocalTime.of(5, 0);
    private static final Map<String, Object> VERIFIED = Map.of("result", "verified", "reason",
            "The device was set, and says so.");

    @Test
    void eachActionOfAnInverterIsAnOrder() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            FakeDriver driver = rig.roof();
            InverterActions actions = rig.actions(ControlRig.ROOF, new InverterActions());
            check(rig, () -> InverterActions.chargeBattery(actions, TWO, FIVE, 80),
                    new Order.Charge(driver.id, TWO, FIVE, BigDecimal.valueOf(80)));
            check(rig, () -> InverterActions.dischargeBattery(actions, TWO, FIVE, new QuantityType<>("20 %")),
                    new Order.Discharge(driver.id, TWO, FIVE, BigDecimal.valueOf(20)));
            check(rig, () -> InverterActions.clearSchedule(actions), new Order.ClearSchedule(driver.id));
            check(rig, () -> InverterActions.setWorkMode(actions, "backup"), new Order.Change(driver.id,
                    List.of(new Setting(FakeDriver.MODE, new Value.Text("backup")))));
            check(rig, () -> InverterActions.forcePower(actions, new QuantityType<>("-2 kW"), Duration.ofHours(1)),
                    new Order.ForcePower(driver.id, BigDecimal.valueOf(-2000), Duration.ofHours(1)));
            check(rig, () -> InverterActions.release(actions), new Order.Release(driver.id));
            check(rig, () -> InverterActions.setLimit(actions, "export-limit", 3000.0), new Order.Change(driver.id,
                    List.of(new Setting(FakeDriver.EXPORT_LIMIT, Value.Amount.of(3000)))));
            check(rig, () -> InverterActions.syncClock(actions), new Order.SyncClock(driver.id));
            check(rig, () -> InverterActions.restart(actions), new Order.Restart(driver.id));
            check(rig, () -> InverterActions.calibrateBattery(actions, true), new Order.Calibrate(driver.id, true));
            // what forces power wears nothing out
            rig.plant.awaitState(ControlRig.ROOF, ControlRig.LEFT, "92");
        }
    }

    /** What a rule calls. */
    private interface Call {
        Map<String, Object> make();
    }

    private static void check(ControlRig rig, Call call, Order expected) {
        check(rig, call, expected, rig.roof());
    }

    private static void check(ControlRig rig, Call call, Order expected, FakeDriver driver) {
        driver.orders.clear();
        // the pause after the order before
        rig.plant.time.pass(Duration.ofSeconds(1));
        assertEquals(VERIFIED, call.make());
        assertEquals(1, driver.orders.size());
        if (expected instanceof Order.ForcePower wanted) {
            Order.ForcePower given = (Order.ForcePower) driver.orders.getFirst();
            assertEquals(0, wanted.power().compareTo(given.power()));
            assertEquals(wanted.duration(), given.duration());
        } else {
            assertEquals(expected, driver.orders.getFirst());
        }
    }

    @Test
    void whatIsMissingOrMakesNoSenseIsNamedAndNotSent() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            InverterActions actions = rig.actions(ControlRig.ROOF, new InverterActions());
            refused(actions.chargeBattery(null, FIVE, 80), "for start");
            refused(actions.chargeBattery(TWO, null, 80), "for end");
            refused(actions.chargeBattery(TWO, FIVE, Double.NaN), "for targetSoc");
            refused(actions.dischargeBattery(TWO, FIVE, null), "for minSoc");
            refused(actions.setWorkMode(" "), "for mode");
            refused(actions.forcePower(new QuantityType<>("3 A"), Duration.ofHours(1)), "for power");
            refused(actions.forcePower(3000, Duration.ZERO), "for duration");
            refused(actions.setLimit(null, 1), "for setting");
            refused(actions.setLimit("export-limit", null), "for value");
            refused(actions.setLimit("grid-charge", 1), "nothing for grid-charge");
            refused(actions.setLimit("charge-power-limit", 1), "nothing for settings#charge-power-limit");
            assertEquals(List.of(), rig.roof().orders);
            rig.roof().answer = order -> new Outcome.Refused(Refusal.notSupported(order));
            refused(actions.syncClock(), "nothing for syncClock");
        }
    }

    /** Rules DSL takes the first class that has an action of that name, whichever thing the actions are of. */
    @Test
    void theTwinsOfOneThingServeTheOther() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            FakeDriver driver = rig.roof();
            InverterActions roof = rig.actions(ControlRig.ROOF, new InverterActions());
            PlantActions plant = rig.actions(TestPlant.PLANT, new PlantActions());
            check(rig, () -> PlantActions.chargeBattery(roof, TWO, FIVE, 80),
                    new Order.Charge(driver.id, TWO, FIVE, BigDecimal.valueOf(80)));
            check(rig, () -> InverterActions.chargeBattery(plant, TWO, FIVE, 80),
                    new Order.Charge(driver.id, TWO, FIVE, BigDecimal.valueOf(80)));
            check(rig, () -> PlantActions.release(roof), new Order.Release(driver.id));
            check(rig, () -> InverterActions.release(plant), new Order.Release(driver.id));
        }
    }

    @Test
    void aRuleThatOpenHabEndsIsToldSo() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            rig.roof().gate = new CountDownLatch(1);
            InverterActions actions = rig.actions(ControlRig.ROOF, new InverterActions());
            Thread.currentThread().interrupt();
            Map<String, Object> answer = actions.syncClock();
            assertTrue(Thread.interrupted());
            assertEquals("unverified", answer.get("result"));
            assertEquals("openHAB ended the rule before the outcome was known. Look at the channels before you send it "
                    + "again.", answer.get("reason"));
            rig.roof().gate.countDown();
        }
    }

    private static void refused(Map<String, Object> answer, String reason) {
        assertEquals("refused", answer.get("result"));
        assertTrue(String.valueOf(answer.get("reason")).contains(reason), String.valueOf(answer.get("reason")));
    }

    @Test
    void withoutPermissionActionsAreRefused() throws IOException {
        try (ControlRig rig = new ControlRig(Map.of())) {
            rig.add("roof");
            refused(rig.actions(ControlRig.ROOF, new InverterActions()).release(), "does not allow control");
            PlantActions plant = rig.actions(TestPlant.PLANT, new PlantActions());
            refused(plant.syncClock(), "does not allow control");
            refused(plant.setBatteryPower(1000, Duration.ofHours(1)), "does not allow control");
            assertEquals(List.of(), rig.roof().orders);
        }
    }

    @Test
    void theActionsOfAChargerSetItsChannels() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            FakeDriver driver = rig.roof();
            ThingUID car = rig.plant.addPart("ev-charger", "car", driver.charger.toString());
            rig.plant.awaitShown(car);
            ChargerActions actions = rig.actions(car, new ChargerActions());
            check(rig, () -> ChargerActions.start(actions), new Order.Change(driver.charger,
                    List.of(new Setting(FakeDriver.CONTROL, new Value.Switch(true)))));
            check(rig, () -> ChargerActions.stop(actions), new Order.Change(driver.charger,
                    List.of(new Setting(FakeDriver.CONTROL, new Value.Switch(false)))));
            check(rig, () -> ChargerActions.setCurrent(actions, new QuantityType<>("20 A")), new Order.Change(
                    driver.charger, List.of(new Setting(FakeDriver.CURRENT_LIMIT, Value.Amount.of(20)))));
            refused(actions.setCurrent(null), "for current");
            rig.plant.awaitState(car, "charger#current-limit", "20 A");
            rig.plant.awaitState(car, ControlRig.LEFT, "97");
        }
    }

    @Test
    void thePlantAsksAllItsInvertersAndTellsOfEach() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            FakeDriver barn = rig.add("barn");
            barn.answer = order -> new Outcome.Refused(new Refusal(Refusal.Kind.LOCKED));
            Map<String, Object> answer = rig.actions(TestPlant.PLANT, new PlantActions()).clearSchedule();
            assertEquals("refused", answer.get("result"));
            assertTrue(String.valueOf(answer.get("reason"))
                    .startsWith("The roof: The device was set, and says so. The barn: The device does not unlock"),
                    String.valueOf(answer.get("reason")));
            assertEquals(List.of(new Order.ClearSchedule(barn.id)), barn.orders);
            assertEquals(1, rig.roof().orders.size());
        }
    }

    @Test
    void nobodyIsAskedForMoreThanItBears() throws IOException {
        try (ControlRig rig = ControlRig.allowing(QUICK)) {
            FakeDriver roof = rig.roof();
            FakeDriver barn = rig.add("barn");
            barn.mostForce = Optional.of(BigDecimal.valueOf(800));
            int polls = barn.polls;
            rig.await(() -> barn.polls > polls + 1);
            PlantActions actions = rig.actions(TestPlant.PLANT, new PlantActions());
            assertEquals("verified",
                    actions.setBatteryPower(new QuantityType<>("-3 kW"), Duration.ofHours(1)).get("result"));
            assertEquals(-2200, power(roof));
            assertEquals(-800, power(barn));
        }
    }

    @Test
    void aPowerIsSharedOutAndSharedAnewAsTheBatteriesChange() throws IOException {
        try (ControlRig rig = ControlRig.allowing(QUICK)) {
            FakeDriver roof = rig.roof();
            FakeDriver barn = rig.add("barn");
            PlantActions actions = rig.actions(TestPlant.PLANT, new PlantActions());
            assertEquals("verified",
                    actions.setBatteryPower(new QuantityType<>("3 kW"), Duration.ofHours(1)).get("result"));
            assertEquals(1500, power(roof));
            assertEquals(1500, power(barn));
            barn.values.put(FakeDriver.CHARGE, Value.Amount.of(35));
            rig.await(() -> power(roof) == 2000 && power(barn) == 1000);
            assertTrue(last(barn).duration().compareTo(Duration.ofHours(1)) < 0, "what is left of the hour");
            // one that refuses is left out, and the other takes its share
            barn.answer = order -> new Outcome.Refused(new Refusal(Refusal.Kind.LOCKED));
            barn.values.put(FakeDriver.CHARGE, Value.Amount.of(50));
            rig.await(() -> power(roof) == 3000);
            int orders = barn.orders.size();
            // the last orders may be ending just now, and a second lies between two
            CompletableFuture<Map<String, Object>> released = CompletableFuture.supplyAsync(actions::release);
            rig.await(released::isDone);
            assertEquals(new Order.Release(roof.id), roof.orders.getLast());
            int before = roof.orders.size();
            roof.values.put(FakeDriver.CHARGE, Value.Amount.of(20));
            rig.await(() -> "20 %".equals(rig.text("battery#state-of-charge")));
            assertEquals(before, roof.orders.size());
            assertTrue(barn.orders.size() <= orders + 1, "only the release");
        }
    }

    @Test
    void theSharingEndsByItself() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            FakeDriver roof = rig.roof();
            rig.actions(TestPlant.PLANT, new PlantActions()).setBatteryPower(-2000, Duration.ofMinutes(10));
            assertEquals(-2000, power(roof));
            rig.plant.pass(Duration.ofMinutes(10));
            roof.values.put(FakeDriver.CHARGE, Value.Amount.of(100));
            rig.await(() -> "100 %".equals(rig.text("battery#state-of-charge")));
            assertEquals(1, roof.orders.size());
        }
    }

    private static int power(FakeDriver driver) {
        return last(driver).power().intValueExact();
    }

    private static Order.ForcePower last(FakeDriver driver) {
        return driver.orders.stream().filter(Order.ForcePower.class::isInstance).map(Order.ForcePower.class::cast)
                .reduce((one, other) -> other)
                .orElseGet(() -> new Order.ForcePower(driver.id, BigDecimal.ZERO, Duration.ZERO));
    }

    @Test
    void actionsKnowTheirThing() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            var handler = Objects.requireNonNull(rig.plant.thing(ControlRig.ROOF).getHandler());
            assertSame(handler, rig.actions(ControlRig.ROOF, new InverterActions()).getThingHandler());
            assertTrue(handler.getServices().contains(InverterActions.class));
        }
    }
}
