/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.solax;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Orders;
import org.openhab.binding.solarplant.internal.driver.TakenControl;
import org.openhab.binding.solarplant.internal.driver.WallClock;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;

/** What SolaX inverters make of orders: windows of time, remote control and the clock. */
@NonNullByDefault
final class SolaxOrders implements Orders {

    /** What every inverter with a battery has. */
    private static final Metric WORK_MODE = Metrics.of("settings#work-mode");

    private final SolaxRemoteControl remoteControl;
    private final SolaxClock clock;

    SolaxOrders(RegisterTransport transport, int unit, InstantSource time, Supplier<ZoneId> zone) {
        BlockWriter blocks = new BlockWriter(transport, unit);
        this.remoteControl = new SolaxRemoteControl(blocks, new TakenControl<>(transport, time), time);
        this.clock = new SolaxClock(blocks, new WallClock(time, zone));
    }

    @Override
    public Outcome apply(Order order, RegisterDevice device) throws InterruptedException {
        boolean suits = order instanceof Order.SyncClock
                ? device.fact("clock-read") > 0
                : device.settings().containsKey(WORK_MODE);
        if (!suits) {
            // string inverters have no battery to speak of
            return new Outcome.Refused(Refusal.notSupported(order));
        }
        return switch (order) {
            case Order.Charge charge -> new SolaxSchedule(device).charge(charge);
            case Order.Discharge discharge -> new SolaxSchedule(device).discharge(discharge);
            case Order.ClearSchedule clear -> new SolaxSchedule(device).clear();
            case Order.ForcePower force -> remoteControl.force(force, device);
            case Order.Release release -> remoteControl.release(release, device);
            case Order.SyncClock sync -> clock.set(device);
            case Order.Restart restart -> new Outcome.Refused(Refusal.notSupported(order));
            case Order.Calibrate calibrate -> new Outcome.Refused(Refusal.notSupported(order));
            case Order.Change(var id, var settings) -> device.set(settings);
        };
    }

    @Override
    public Optional<BigDecimal> mostForce(RegisterDevice device) {
        return SolaxRemoteControl.most(device);
    }

    @Override
    public Duration longestForce() {
        return SolaxRemoteControl.LONGEST;
    }

    @Override
    public void follow(Reading reading, RegisterDevice device) throws InterruptedException {
        remoteControl.follow(reading, device);
    }

    @Override
    public boolean storesForPower(RegisterDevice device) {
        return remoteControl.storesForPower(device);
    }

    @Override
    public int storedBesides() {
        return remoteControl.storedBesides();
    }

    @Override
    public void close() {
        remoteControl.close();
    }
}
