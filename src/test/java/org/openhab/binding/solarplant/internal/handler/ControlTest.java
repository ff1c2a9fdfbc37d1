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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.MetricType;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.type.AutoUpdatePolicy;
import org.openhab.core.types.Command;
import org.openhab.core.types.StateDescription;
import org.openhab.core.types.StateDescriptionFragmentBuilder;
import org.openhab.core.types.StateOption;

/** Commands for settings: what is sent, what users see of it, and when nothing is sent. */
@NonNullByDefault
class ControlTest {

    private static Order change(FakeDriver driver, Metric metric, Value value) {
        return new Order.Change(driver.id, List.of(new Setting(metric, value)));
    }

    @Test
    void aCommandBecomesAnOrderInOurUnitAndTheChannelShowsWhatWasReadBack() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            FakeDriver driver = rig.roof();
            driver.answer = order -> {
                driver.values.put(FakeDriver.EXPORT_LIMIT, Value.Amount.of(3600));
                return driver.obey(new Order.Change(driver.id, List.of()));
            };
            rig.command("settings#export-limit", new QuantityType<>("3.605 kW"));
            rig.plant.awaitState(ControlRig.ROOF, "settings#export-limit", "3600 W");
            assertEquals(List.of(change(driver, FakeDriver.EXPORT_LIMIT, Value.Amount.of(3605))), driver.orders);
            assertEquals(List.of(), rig.plant.log.complaints());
        }
    }

    @Test
    void commandsOfAllKindsAreUnderstood() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            FakeDriver driver = rig.roof();
            Map<Command, Order> expected = Map.of(new StringType("backup"),
                    change(driver, FakeDriver.MODE, new Value.Text("backup")), OnOffType.ON,
                    change(driver, FakeDriver.GRID_CHARGE, new Value.Switch(true)), new DecimalType(20),
                    change(driver, FakeDriver.FLOOR, Value.Amount.of(20)), new QuantityType<>("0.25"),
                    change(driver, FakeDriver.FLOOR, Value.Amount.of(25)), new StringType("4 kW"),
                    change(driver, FakeDriver.EXPORT_LIMIT, Value.Amount.of(4000)));
            expected.forEach((command, order) -> {
                driver.orders.clear();
                rig.command(((Order.Change) order).settings().getFirst().metric().id(), command);
                rig.await(() -> !driver.orders.isEmpty());
                assertEquals(List.of(order), driver.orders);
            });
        }
    }

    @Test
    void whatMakesNoSenseIsRefusedWithAReasonAndTheOldStateComesAgain() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            List<String> states = new ArrayList<>();
            rig.command("settings#export-limit", new QuantityType<>("20 °C"));
            rig.command("settings#export-limit", new StringType("lots"));
            rig.command("settings#grid-charge", new StringType("perhaps"));
            states.addAll(rig.plant.log.with("was not set to"));
            assertEquals(3, states.size());
            assertTrue(states.getFirst().contains(
                    "The roof: settings#export-limit was not set to 20 °C. settings#export-limit cannot be that."),
                    states.getFirst());
            assertEquals(List.of(), rig.roof().orders);
        }
    }

    @Test
    void whyThereIsNothingToSetIsSaid() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            rig.command("settings#charge-target", new DecimalType(50));
            assertEquals(1, rig.plant.log.with("This device has nothing for settings#charge-target").size());
            rig.roof().objection = Optional.of(new Refusal(Refusal.Kind.ONE_SIDED, "settings#discharge-slot-1-start"));
            rig.command("settings#charge-target", new DecimalType(50));
            assertEquals(1, rig.plant.log.with("there is no settings#discharge-slot-1-start").size());
            assertEquals("100", rig.text(ControlRig.LEFT));
            assertEquals(List.of(), rig.roof().orders);
        }
    }

    @Test
    void theEffectIsThereBeforeTheFirstOrderWhereABatteryTakesAPower() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            assertNull(rig.plant.state(ControlRig.ROOF, "control#effect"));
            rig.roof().mostForce = Optional.of(BigDecimal.valueOf(5000));
            rig.plant.passUntil(Duration.ofSeconds(15), () -> "UNDEF".equals(rig.text("control#effect")));
        }
    }

    @Test
    void aRefusedOrderLeavesTheOldStateAndSaysWhy() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            rig.roof().answer = order -> new Outcome.Refused(new Refusal(Refusal.Kind.DEVICE, "6053"));
            rig.command("settings#work-mode", new StringType("backup"));
            rig.plant.await(() -> !rig.plant.log.with("refuses it with code 6053").isEmpty());
            assertEquals("self-use", rig.text("settings#work-mode"));
            assertEquals(List.of(), rig.plant.log.with("SNROOF0001"));
            rig.plant.awaitState(ControlRig.ROOF, ControlRig.LEFT, "100");
        }
    }

    @Test
    void anUncertainOrderCountsAndShowsWhatTheDeviceSaysNow() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            FakeDriver driver = rig.roof();
            driver.answer = order -> {
                driver.values.put(FakeDriver.MODE, new Value.Text("odd"));
                var verified = (Outcome.Verified) driver.obey(new Order.Change(driver.id, List.of()));
                return new Outcome.Unverified(new Failure(Failure.Kind.TIMEOUT), verified.readings());
            };
            rig.command("settings#work-mode", new StringType("backup"));
            rig.plant.awaitState(ControlRig.ROOF, "settings#work-mode", "odd");
            rig.plant.await(() -> !rig.plant.log.with("is not known (No Answer)").isEmpty());
            rig.plant.awaitState(ControlRig.ROOF, ControlRig.LEFT, "99");
        }
    }

    @Test
    void theBudgetOfADayEndsAndTheNextDayBeginsAnew() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of("dailyWrites", 2))) {
            FakeDriver driver = rig.roof();
            assertEquals("2", rig.text(ControlRig.LEFT));
            for (int i = 1; i <= 4; i++) {
                rig.command("settings#export-limit", new DecimalType(i * 100));
                rig.pause();
            }
            rig.plant.awaitState(ControlRig.ROOF, ControlRig.LEFT, "0");
            rig.await(() -> driver.orders.size() == 2);
            assertEquals(2, rig.plant.log.with("was set 2 times today").size());
            assertEquals("2026-06-01 2", rig.writes());
            // a restart does not begin a new day
            rig.plant.host.setEnabled(ControlRig.ROOF, false);
            rig.plant.host.setEnabled(ControlRig.ROOF, true);
            rig.plant.awaitShown(ControlRig.ROOF);
            rig.command("settings#export-limit", new DecimalType(700));
            assertEquals(3, rig.plant.log.with("was set 2 times today").size());
            rig.plant.pass(Duration.ofHours(14));
            rig.plant.awaitState(ControlRig.ROOF, ControlRig.LEFT, "2");
            rig.command("settings#export-limit", new DecimalType(800));
            rig.await(() -> driver.orders.size() == 3);
        }
    }

    @Test
    void whatWasNotSentDoesNotCount() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of("dailyWrites", 1))) {
            rig.roof().answer = order -> new Outcome.Unchanged();
            for (int i = 1; i <= 3; i++) {
                int orders = i;
                rig.command("settings#work-mode", new StringType("self-use"));
                rig.await(() -> rig.roof().orders.size() == orders && "1".equals(rig.text(ControlRig.LEFT)));
            }
        }
    }

    @Test
    void withoutPermissionNothingIsEverSent() throws IOException {
        try (ControlRig rig = new ControlRig(Map.of())) {
            FakeDriver driver = rig.add("roof");
            ThingUID charger = rig.plant.addPart("ev-charger", "car", driver.charger.toString());
            rig.plant.awaitShown(charger);
            Random random = new Random(8);
            List<Command> commands = List.of(OnOffType.ON, new StringType("backup"), new DecimalType(50),
                    new QuantityType<>("3 kW"), new StringType("03:00"), new DecimalType(-1));
            List<String> channels = Metrics.types().stream().map(type -> metric(type, random)).map(Metric::id).toList();
            for (int i = 0; i < 300; i++) {
                rig.command(random.nextBoolean() ? ControlRig.ROOF : charger,
                        channels.get(random.nextInt(channels.size())), commands.get(random.nextInt(commands.size())));
            }
            rig.pause();
            assertEquals(List.of(), driver.orders);
            assertFalse(rig.plant.log.with("does not allow control").isEmpty());
            assertNull(rig.plant.state(ControlRig.ROOF, ControlRig.LEFT));
        }
    }

    private static Metric metric(MetricType type, Random random) {
        return type.metric(type.isNumbered() ? 1 + random.nextInt(3) : 0);
    }

    @Test
    void openHabIsToldWhatEachDeviceMayBeSetTo() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            StateDescription limit = Objects.requireNonNull(describe(rig, "settings#export-limit"));
            assertFalse(limit.isReadOnly());
            assertEquals(List.of(BigDecimal.ZERO, BigDecimal.valueOf(10_000), BigDecimal.TEN),
                    List.of(Objects.requireNonNull(limit.getMinimum()), Objects.requireNonNull(limit.getMaximum()),
                            Objects.requireNonNull(limit.getStep())));
            assertEquals("%.0f", limit.getPattern());
            StateDescription mode = Objects.requireNonNull(describe(rig, "settings#work-mode"));
            assertEquals(List.of(new StateOption("self-use", "Eigenverbrauch"), new StateOption("backup", "backup"),
                    new StateOption("odd", "odd")), mode.getOptions());
            assertFalse(Objects.requireNonNull(describe(rig, "settings#charge-slot-1-start")).isReadOnly());
            assertNull(describe(rig, "pv#power"));
            rig.plant.host.updateConfiguration(TestPlant.PLANT, Map.of("allowControl", false));
            assertTrue(Objects.requireNonNull(describe(rig, "settings#export-limit")).isReadOnly());
            rig.plant.host.setEnabled(ControlRig.ROOF, false);
            Channel channel = rig.plant.thing(ControlRig.ROOF).getChannel("settings#export-limit");
            assertNull(rig.plant.descriptions.getStateDescription(Objects.requireNonNull(channel), null, null));
        }
    }

    private static @Nullable StateDescription describe(ControlRig rig, String id) {
        Channel channel = Objects.requireNonNull(rig.plant.thing(ControlRig.ROOF).getChannel(id), id);
        assertEquals(id.startsWith("settings") ? AutoUpdatePolicy.VETO : null, channel.getAutoUpdatePolicy());
        return rig.plant.descriptions.getStateDescription(channel,
                StateDescriptionFragmentBuilder.create().withPattern("%.0f").withReadOnly(false)
                        .withOptions(List.of(new StateOption("self-use", "Eigenverbrauch"),
                                new StateOption("peak-shaving", "Lastspitzenkappung")))
                        .build().toStateDescription(),
                Locale.GERMAN);
    }

    @Test
    void anOrderWaitsForNoPollOfItsWireAndPollsWaitForIt() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            FakeDriver driver = rig.roof();
            driver.gate = new CountDownLatch(1);
            rig.command("settings#work-mode", new StringType("backup"));
            rig.plant.await(() -> driver.orders.size() == 1);
            int polls = driver.polls;
            rig.plant.pass(Duration.ofSeconds(20));
            assertEquals(polls, driver.polls);
            driver.gate.countDown();
            rig.plant.awaitState(ControlRig.ROOF, "settings#work-mode", "backup");
            rig.plant.await(() -> driver.polls > polls);
        }
    }

    @Test
    void aPlantThatEndsEndsItsOrders() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            FakeDriver driver = rig.roof();
            driver.gate = new CountDownLatch(1);
            Control control = ((InverterHandler) Objects.requireNonNull(
                    rig.plant.thing(ControlRig.ROOF).getHandler())).control();
            var running = control.submit(Order.ClearSchedule::new);
            var waiting = control.submit(Order.SyncClock::new);
            rig.plant.await(() -> driver.orders.size() == 1);
            rig.plant.host.setEnabled(TestPlant.PLANT, false);
            assertInstanceOf(Outcome.Unverified.class, running.join());
            assertEquals(new Outcome.Refused(new Refusal(Refusal.Kind.NOT_CONNECTED)), waiting.join());
            assertEquals("2026-06-01 1", rig.writes());
            assertInstanceOf(Outcome.Refused.class, control.submit(Order.Release::new).join());
            assertEquals(1, driver.orders.size());
            assertEquals(List.of(), rig.plant.log.with("already disposed"));
        }
    }

    @Test
    void whatTheBatteryDoesAboutAForcedPowerIsShownAndIfItIgnoresItSaid() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of())) {
            FakeDriver driver = rig.roof();
            driver.values.put(Metrics.of("battery#power"), Value.Amount.of(300));
            Control control = ((InverterHandler) Objects.requireNonNull(
                    rig.plant.thing(ControlRig.ROOF).getHandler())).control();
            control.submit(device -> new Order.ForcePower(device, BigDecimal.valueOf(3000), Duration.ofHours(1)));
            rig.plant.awaitState(ControlRig.ROOF, "control#effect", "not-yet");
            rig.plant.passUntil(Duration.ofSeconds(15), () -> "ignores".equals(rig.text("control#effect")));
            assertEquals(1, rig.plant.log.with("The roof: the battery does not do what was ordered: 300 W").size());
            driver.values.put(Metrics.of("battery#power"), Value.Amount.of(3000));
            rig.plant.passUntil(Duration.ofSeconds(15), () -> "follows".equals(rig.text("control#effect")));
            control.submit(Order.Release::new);
            rig.await(() -> "UNDEF".equals(rig.text("control#effect")));
        }
    }
}
