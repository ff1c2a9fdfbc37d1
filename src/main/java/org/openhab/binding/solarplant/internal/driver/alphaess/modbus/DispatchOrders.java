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
import java.math.RoundingMode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.OrderException;
import org.openhab.binding.solarplant.internal.driver.ReadBack;
import org.openhab.binding.solarplant.internal.driver.TakenControl;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.Direction;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;
import org.openhab.binding.solarplant.internal.profile.Session;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/**
 * Gives the battery a power for a while, and gives it back (alphaess.md §4.7). The device ends it by itself when the time
 * is over. What somebody else has commanded is left alone.
 */
@NonNullByDefault
final class DispatchOrders {

    private static final int CHARGE_REGISTER = 0x0102;
    /** In seconds: longer than a day nobody can know what will be wanted. */
    private static final long LONGEST = Duration.ofDays(1).toSeconds();
    /** What the battery is charged and discharged to where the device does not say. */
    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final BigDecimal EMPTY = BigDecimal.TEN;

    private final DispatchBlock block;
    private final TimerBlock timers;
    private final RegisterTransport transport;
    private final int unit;
    private final TakenControl<DispatchCommand> taken;

    /**
     * @param timers where the limits of the state of charge are
     * @param time the time of readings
     */
    DispatchOrders(DispatchBlock block, TimerBlock timers, RegisterTransport transport, int unit, InstantSource time) {
        this.block = block;
        this.timers = timers;
        this.transport = transport;
        this.unit = unit;
        this.taken = new TakenControl<>(transport, time);
    }

    Outcome force(Order.ForcePower order, RegisterDevice device) throws InterruptedException {
        try {
            int watts = watts(order);
            Session session = device.session();
            current(order, session);
            DispatchCommand command = DispatchCommand.power(watts, target(watts, session), order.duration());
            return taken.take(command, order.duration(), () -> send(command, session, device));
        } catch (OrderException e) {
            return new Outcome.Refused(e.refusal());
        } catch (TransportException e) {
            return new Outcome.Refused(Refusal.Kind.NOT_CONNECTED);
        }
    }

    Outcome release(Order.Release order, RegisterDevice device) throws InterruptedException {
        try {
            Session session = device.session();
            if (!current(order, session).isRunning()) {
                taken.end();
                return new Outcome.Unchanged();
            }
            Outcome outcome = send(DispatchCommand.release(), session, device);
            if (outcome instanceof Outcome.Verified) {
                taken.end();
            }
            return outcome;
        } catch (OrderException e) {
            return new Outcome.Refused(e.refusal());
        } catch (TransportException e) {
            return new Outcome.Refused(Refusal.Kind.NOT_CONNECTED);
        }
    }

    /** Gives back what is still taken. */
    void close() {
        taken.giveBack(command -> block.release());
    }

    private static int watts(Order.ForcePower order) throws OrderException {
        int most = DispatchCommand.MOST_WATTS;
        if (order.power().abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new OrderException(Refusal.Kind.OUT_OF_RANGE, "power", -most + ".." + most + " W");
        }
        long seconds = order.duration().toSeconds();
        if (seconds < 1 || seconds > LONGEST) {
            throw new OrderException(Refusal.Kind.OUT_OF_RANGE, "duration", "1.." + LONGEST + " s");
        }
        return order.power().setScale(0, RoundingMode.DOWN).intValueExact();
    }

    /** What is commanded now, which is nothing or from here. */
    private DispatchCommand current(Order order, Session session)
            throws OrderException, TransportException, InterruptedException {
        DispatchCommand current = session.ask(block::read).orElseThrow(() -> OrderException.unsupported(order));
        if (current.isRunning() && taken.command().filter(current::isLike).isEmpty()) {
            throw new OrderException(Refusal.Kind.STEERED);
        }
        return current;
    }

    /**
     * The limit in the direction.
     *
     * @throws OrderException if it is reached already: nothing would happen
     */
    private BigDecimal target(int watts, Session session)
            throws OrderException, TransportException, InterruptedException {
        BigDecimal target = watts < 0
                ? limit(Direction.CHARGE, FULL, session)
                : limit(Direction.DISCHARGE, EMPTY, session);
        BigDecimal charge = BigDecimal.valueOf(
                session.ask(() -> transport.read(unit, RegisterSpace.HOLDING, CHARGE_REGISTER, 1))[0], 1);
        if (charge.compareTo(FULL) > 0) {
            throw new TransportException.Implausible("a state of charge beyond 100 %");
        }
        if (watts != 0 && charge.compareTo(target) * Integer.signum(watts) <= 0) {
            throw new OrderException(Refusal.Kind.AT_LIMIT, target.toPlainString());
        }
        return target;
    }

    private BigDecimal limit(Direction direction, BigDecimal otherwise, Session session)
            throws TransportException, InterruptedException {
        Optional<BigDecimal> told = session.ask(timers::read).flatMap(block -> block.limit(direction))
                .map(Value.Amount::number)
                .filter(percent -> TimerOrders.limit(direction).permits(new Value.Amount(percent)));
        return told.orElse(otherwise);
    }

    private Outcome send(DispatchCommand command, Session session, RegisterDevice device)
            throws InterruptedException {
        return ReadBack.after(session, () -> block.write(command, session), () -> {
            Optional<DispatchCommand> told = block.read();
            return new ReadBack.Told(told.filter(command::isLike).isPresent(),
                    told.map(DispatchCommand::values).map(device::told).stream().toList());
        });
    }
}
