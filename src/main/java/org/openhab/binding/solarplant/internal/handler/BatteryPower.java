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

import static java.util.Comparator.naturalOrder;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;

/**
 * A power that all batteries of a plant are to give or take together for a while, shared out anew whenever something new
 * is known of them. Nothing ends it but time: the inverters go back by themselves when it is over.
 */
@NonNullByDefault
final class BatteryPower {

    /** A share that has changed by less than this part of the whole is not worth an order. */
    private static final BigDecimal WORTH_AN_ORDER = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final Metric CHARGE = Metrics.of("battery#state-of-charge");
    private static final Metric CAPACITY = Metrics.of("battery#capacity");
    private static final Metric FLOOR = Metrics.of("settings#min-state-of-charge");
    private static final Metric CEILING = Metrics.of("settings#max-state-of-charge");
    private static final Metric MOST_CHARGING = Metrics.of("settings#charge-power-limit");
    private static final Metric MOST_DISCHARGING = Metrics.of("settings#discharge-power-limit");

    private final BigDecimal power;
    private final LongSupplier nanos;
    private final long end;
    private final Map<Control, BigDecimal> told = new HashMap<>();
    private final Set<Control> busy = new HashSet<>();
    private final Set<Control> refusing = new HashSet<>();

    /**
     * An order that was given for it.
     *
     * @param to whose inverter is to carry it out
     * @param outcome what comes of it
     */
    record Given(Control to, CompletableFuture<Outcome> outcome) {}

    /**
     * @param power W; positive discharges, negative charges
     * @param duration for how long from now on
     * @param nanos elapsed time
     */
    BatteryPower(BigDecimal power, Duration duration, LongSupplier nanos) {
        this.power = power;
        this.nanos = nanos;
        this.end = nanos.getAsLong() + duration.toNanos();
    }

    /** Whether its time is over. */
    boolean isOver() {
        return nanos.getAsLong() - end >= 0;
    }

    /** Shares it out over those who can take part, and tells those whose share is another than before. */
    List<Given> update(PlantSnapshot snapshot, List<Control> inverters) {
        Map<Control, Order.ForcePower> orders = orders(snapshot, inverters);
        // not under the lock: an outcome that is known at once comes back at once
        List<Given> given = new ArrayList<>();
        orders.forEach((control, order) -> {
            CompletableFuture<Outcome> outcome = control.submit(device -> order);
            given.add(new Given(control, outcome));
            outcome.thenAccept(known -> ended(control, known));
        });
        return given;
    }

    private synchronized Map<Control, Order.ForcePower> orders(PlantSnapshot snapshot, List<Control> inverters) {
        Map<Control, Order.ForcePower> orders = new LinkedHashMap<>();
        if (isOver()) {
            return orders;
        }
        Map<Control, Store> stores = new LinkedHashMap<>();
        for (Control control : inverters) {
            if (!refusing.contains(control) && takesPower(control)) {
                control.device().flatMap(snapshot::device).filter(DeviceState::isLive)
                        .flatMap(state -> store(state, control))
                        .ifPresent(store -> stores.put(control, store));
            }
        }
        Duration remaining = Duration.ofNanos(end - nanos.getAsLong());
        Store.share(power, stores).forEach((control, share) -> {
            if (!busy.contains(control) && isWorthAnOrder(told.get(control), share)) {
                told.put(control, share);
                busy.add(control);
                orders.put(control, new Order.ForcePower(control.device().orElseThrow(), share, remaining));
            }
        });
        return orders;
    }

    private synchronized void ended(Control control, Outcome outcome) {
        busy.remove(control);
        if (outcome instanceof Outcome.Refused) {
            // asked once is enough; the others get its share
            refusing.add(control);
            told.remove(control);
        }
    }

    private boolean isWorthAnOrder(@Nullable BigDecimal before, BigDecimal share) {
        return before == null || before.signum() != share.signum() || before.subtract(share).abs()
                .compareTo(power.abs().multiply(WORTH_AN_ORDER)) > 0;
    }

    /** Not so a slave of a parallel system, which follows its master. */
    private static boolean takesPower(Control control) {
        return control.mostForce().filter(most -> most.signum() == 0).isEmpty();
    }

    private static Optional<Store> store(DeviceState state, Control control) {
        return state.number(CHARGE).map(charge -> new Store(state.number(CAPACITY), charge,
                state.number(FLOOR).orElse(BigDecimal.ZERO), state.number(CEILING).orElse(HUNDRED),
                most(MOST_CHARGING, state, control), most(MOST_DISCHARGING, state, control)));
    }

    /** What the user has limited it to, and what the device bears: the less of both. */
    private static Optional<BigDecimal> most(Metric limit, DeviceState state, Control control) {
        return Stream.concat(state.number(limit).stream(), control.mostForce().stream()).min(naturalOrder());
    }
}
