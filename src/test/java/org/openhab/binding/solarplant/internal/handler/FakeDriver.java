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

import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Driver;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;

/** An inverter with a battery and a charger that does what it is told, and remembers it. */
@NonNullByDefault
final class FakeDriver implements Driver {

    static final Metric MODE = Metrics.of("settings#work-mode");
    static final Metric EXPORT_LIMIT = Metrics.of("settings#export-limit");
    static final Metric FLOOR = Metrics.of("settings#min-state-of-charge");
    static final Metric GRID_CHARGE = Metrics.of("settings#grid-charge");
    static final Metric START = Metrics.of("settings#charge-slot-1-start");
    static final Metric CHARGE = Metrics.of("battery#state-of-charge");
    static final Metric CONTROL = Metrics.of("charger#control");
    static final Metric CURRENT_LIMIT = Metrics.of("charger#current-limit");

    final DeviceId id;
    final DeviceId charger;
    final List<Order> orders = new CopyOnWriteArrayList<>();
    final Map<Metric, Value> values = new ConcurrentHashMap<>();
    /** What it says to the next orders. */
    volatile Function<Order, Outcome> answer = this::obey;
    /** Orders do not end before this. */
    volatile CountDownLatch gate = new CountDownLatch(0);
    /** So long it obeys an order of power. */
    volatile Duration longestForce = Duration.ofDays(1);
    /** So much power it can be asked for, in W; nothing if it does not say. */
    volatile Optional<BigDecimal> mostForce = Optional.empty();
    /** What it says of orders for which it has nothing. */
    volatile Optional<Refusal> objection = Optional.empty();
    volatile boolean dead;
    volatile int polls;
    private final InstantSource clock;

    FakeDriver(String serial, InstantSource clock) {
        this.id = new DeviceId(DeviceKind.INVERTER, serial);
        this.charger = new DeviceId(DeviceKind.EV_CHARGER, serial + "-ev-charger-1");
        this.clock = clock;
        values.putAll(Map.of(MODE, new Value.Text("self-use"), EXPORT_LIMIT, Value.Amount.of(5000), FLOOR,
                Value.Amount.of(10), GRID_CHARGE, new Value.Switch(false), START, new Value.Text("02:00"), CHARGE,
                Value.Amount.of(60), Metrics.of("battery#capacity"), Value.Amount.of(10),
                Metrics.of("pv#power"), Value.Amount.of(1000), CONTROL, new Value.Switch(false), CURRENT_LIMIT,
                Value.Amount.of(16)));
    }

    @Override
    public List<Reading> poll(Cadence cadence) throws PollException {
        polls++;
        if (dead) {
            throw new PollException(new Failure(Failure.Kind.TIMEOUT, "5"), null);
        }
        return readings(cadence);
    }

    @Override
    public Map<DeviceId, Map<Metric, Allowed>> settings() {
        Allowed watts = new Allowed.Range(BigDecimal.ZERO, BigDecimal.valueOf(10_000), BigDecimal.TEN);
        Allowed percent = new Allowed.Range(BigDecimal.TEN, BigDecimal.valueOf(100), BigDecimal.ONE);
        return Map.of(id,
                Map.of(MODE, new Allowed.Words(List.of("self-use", "backup", "odd")), EXPORT_LIMIT, watts, FLOOR,
                        percent, GRID_CHARGE, new Allowed.OnOff(), START, new Allowed.TimeOfDay(1)),
                charger, Map.of(CONTROL, new Allowed.OnOff(), CURRENT_LIMIT, percent));
    }

    @Override
    public Outcome apply(Order order) throws InterruptedException {
        // before it is seen that the order has come: what a test sets after that is for the next one
        Function<Order, Outcome> mine = answer;
        orders.add(order);
        gate.await();
        return mine.apply(order);
    }

    /** Takes over what it is told. */
    Outcome obey(Order order) {
        if (order instanceof Order.Change change) {
            for (Setting setting : change.settings()) {
                values.put(setting.metric(), setting.value());
            }
        }
        return new Outcome.Verified(readings(Cadence.FAST));
    }

    private List<Reading> readings(Cadence cadence) {
        Map<Metric, Value> own = new HashMap<>(values);
        own.keySet().removeIf(metric -> metric.id().startsWith("charger"));
        Map<Metric, Value> others = new HashMap<>(values);
        others.keySet().removeIf(metric -> !metric.id().startsWith("charger"));
        return List.of(new Reading(new Device(id, null, Map.of("serialNumber", id.key())), clock.instant(), cadence,
                own, 0), new Reading(new Device(charger, id, Map.of()), clock.instant(), cadence, others, 0));
    }

    @Override
    public Duration longestForce() {
        return longestForce;
    }

    @Override
    public Map<DeviceId, BigDecimal> mostForce() {
        return mostForce.map(most -> Map.of(id, most)).orElse(Map.of());
    }

    @Override
    public Optional<Refusal> objection(Order order) {
        return objection;
    }

    @Override
    public void cut() {
        gate.countDown();
    }

    @Override
    public void close() {
        gate.countDown();
    }
}
