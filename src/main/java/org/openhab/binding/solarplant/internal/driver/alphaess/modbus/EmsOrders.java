/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.modbus;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Orders;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;

/** What AlphaESS systems make of orders: timers, and dispatch. Their clock is nobody's to set (alphaess.md §4.6). */
@NonNullByDefault
final class EmsOrders implements Orders {

    private final TimerOrders timers;
    private final DispatchOrders dispatch;

    EmsOrders(TimerOrders timers, DispatchOrders dispatch) {
        this.timers = timers;
        this.dispatch = dispatch;
    }

    @Override
    public Map<Metric, Allowed> settings(RegisterDevice device) {
        return timers.settings();
    }

    @Override
    public Outcome change(Order.Change order, RegisterDevice device) throws InterruptedException {
        return timers.apply(order, device);
    }

    @Override
    public Outcome apply(Order order, RegisterDevice device) throws InterruptedException {
        return switch (order) {
            case Order.ForcePower force -> dispatch.force(force, device);
            case Order.Release release -> dispatch.release(release, device);
            case Order.SyncClock sync -> new Outcome.Refused(Refusal.notSupported(order));
            case Order.Restart restart -> new Outcome.Refused(Refusal.notSupported(order));
            case Order.Calibrate calibrate -> new Outcome.Refused(Refusal.notSupported(order));
            case Order.Change change -> timers.apply(change, device);
            case Order.Charge charge -> timers.apply(charge, device);
            case Order.Discharge discharge -> timers.apply(discharge, device);
            case Order.ClearSchedule clear -> timers.apply(clear, device);
        };
    }

    @Override
    public Optional<BigDecimal> mostForce(RegisterDevice device) {
        return Optional.of(BigDecimal.valueOf(DispatchCommand.MOST_WATTS));
    }

    @Override
    public void close() {
        dispatch.close();
    }
}
