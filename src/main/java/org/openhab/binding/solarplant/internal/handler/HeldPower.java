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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongSupplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;

/**
 * A power that is to hold for longer than a device obeys one order: the device is told anew in time. If openHAB is gone,
 * the device goes back by itself, sooner than the time that was wished for.
 */
@NonNullByDefault
final class HeldPower {

    /** Who did not answer is asked so much later, long before any device forgets. */
    private static final long RETRY = Duration.ofSeconds(10).toNanos();
    /** Devices count seconds: what is left below one is over. */
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /**
     * What is still to come.
     *
     * @param end when it is over, in elapsed time as all times here
     * @param due when the device is to be told anew
     */
    private record Wish(BigDecimal power, long end, long due) {}

    private final LongSupplier nanos;
    private Optional<Wish> wish = Optional.empty();
    private int turn;
    private int underWay;

    /**
     * @param nanos elapsed time
     */
    HeldPower(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Sends an order as long as the device obeys one, and remembers the rest if it is taken.
     *
     * @param longest for how long the device obeys one order
     * @param sender sends it
     */
    CompletableFuture<Outcome> send(Order.ForcePower order, Duration longest,
            Function<Order, CompletableFuture<Outcome>> sender) {
        long now = nanos.getAsLong();
        // from when it was sent: the device, which gets it later, never forgets before it is told again
        Wish rest = new Wish(order.power(), now + order.duration().toNanos(), now + longest.toNanos() / 2);
        boolean isWhole = order.duration().compareTo(longest) <= 0;
        int mine = begin();
        return sender.apply(isWhole ? order : new Order.ForcePower(order.device(), order.power(), longest))
                .thenApply(outcome -> {
                    end(mine, outcome, isWhole ? Optional.empty() : Optional.of(rest));
                    return outcome;
                });
    }

    private synchronized int begin() {
        underWay++;
        turn++;
        return turn;
    }

    private synchronized void end(int mine, Outcome outcome, Optional<Wish> next) {
        underWay--;
        // a refused order changes nothing, and a later one counts more
        if (mine == turn && !(outcome instanceof Outcome.Refused)) {
            wish = next;
        }
    }

    /** Nothing is to be kept up any more. */
    synchronized void forget() {
        turn++;
        wish = Optional.empty();
    }

    /** The order that is due, and would be due again soon if it fails; nothing while another one is under way. */
    synchronized Optional<Function<DeviceId, Order>> due() {
        long now = nanos.getAsLong();
        Optional<Wish> due = wish.filter(held -> underWay == 0 && now - held.due >= 0);
        if (due.filter(held -> held.end - now < SECOND).isPresent()) {
            wish = Optional.empty();
            return Optional.empty();
        }
        return due.map(held -> {
            wish = Optional.of(new Wish(held.power, held.end, now + RETRY));
            return device -> new Order.ForcePower(device, held.power, Duration.ofNanos(held.end - now));
        });
    }
}
