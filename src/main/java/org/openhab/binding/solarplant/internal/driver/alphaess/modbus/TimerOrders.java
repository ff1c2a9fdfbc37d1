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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.OrderException;
import org.openhab.binding.solarplant.internal.driver.ReadBack;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.Direction;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.TwoSlotPlan;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.TwoSlots;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;
import org.openhab.binding.solarplant.internal.profile.Session;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** Sets the timers of a system: two slots each way, and a limit for both (alphaess.md §4.7). */
@NonNullByDefault
final class TimerOrders {

    private static final Allowed.TimeOfDay MINUTES = new Allowed.TimeOfDay(1);
    private static final Allowed.TimeOfDay HOURS = new Allowed.TimeOfDay(60);
    private static final BigDecimal LEAST_CHARGED = BigDecimal.TEN;
    private static final BigDecimal LEAST_LEFT = BigDecimal.valueOf(4);
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private final TimerBlock block;
    private final TimerWriter writer;

    TimerOrders(TimerBlock block, EmsWriter writer) {
        this.block = block;
        this.writer = new TimerWriter(writer);
    }

    /** What the limit of a direction may be, in %. */
    static Allowed.Range limit(Direction direction) {
        return new Allowed.Range(direction == Direction.CHARGE ? LEAST_CHARGED : LEAST_LEFT, MOST, BigDecimal.ONE);
    }

    /** What may be set; nothing before the timers were read once. */
    Map<Metric, Allowed> settings() {
        return block.last().map(TimerOrders::settings).orElse(Map.of());
    }

    /** Where there are no registers for minutes, only full hours can be said. */
    private static Map<Metric, Allowed> settings(Timers timers) {
        Map<Metric, Allowed> settings = new LinkedHashMap<>();
        for (Direction direction : Direction.values()) {
            settings.putAll(TwoSlotPlan.settings(direction, limit(direction),
                    timers.hasMinutes(direction) ? MINUTES : HOURS));
        }
        return settings;
    }

    Outcome apply(Order order, RegisterDevice device) throws InterruptedException {
        Session session = device.session();
        Timers before;
        Timers after;
        try {
            before = session.ask(block::read).orElseThrow(() -> OrderException.unsupported(order));
            after = planned(order, before);
        } catch (OrderException e) {
            return new Outcome.Refused(e.refusal());
        } catch (TransportException e) {
            return new Outcome.Refused(Refusal.Kind.NOT_CONNECTED);
        }
        return after.equals(before) ? new Outcome.Unchanged() : send(before, after, session, device);
    }

    private static Timers planned(Order order, Timers before) throws OrderException {
        TwoSlots charge = slots(before, Direction.CHARGE);
        TwoSlots discharge = slots(before, Direction.DISCHARGE);
        Timers after = before;
        for (TwoSlots wanted : new TwoSlotPlan(settings(before)).after(order, List.of(charge, discharge))) {
            after = after.with(wanted);
        }
        return after;
    }

    private static TwoSlots slots(Timers timers, Direction direction) throws OrderException {
        return timers.slots(direction).orElseThrow(
                () -> new OrderException(Refusal.Kind.UNREADABLE));
    }

    private Outcome send(Timers before, Timers after, Session session, RegisterDevice device)
            throws InterruptedException {
        return ReadBack.after(session, () -> writer.write(before, after, session), () -> {
            Optional<Timers> told = block.read();
            return new ReadBack.Told(told.filter(after::equals).isPresent(),
                    told.map(Timers::values).map(device::told).stream().toList());
        });
    }
}
