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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Sample;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * The measured powers of a battery that fit what was ordered, in W, positive while it discharges.
 *
 * @param least the least that fits, if there is one
 * @param most the most that fits, if there is one
 */
@NonNullByDefault
record FittingPower(Optional<BigDecimal> least, Optional<BigDecimal> most) {

    /** A battery at rest is measured as anything between this and its opposite: meters drift, and electronics need power. */
    private static final BigDecimal REST = BigDecimal.valueOf(100);
    /** Some measure before and some behind the converter, which loses up to a tenth; and targets have steps. */
    private static final BigDecimal PART = new BigDecimal("0.15");

    private static final Metric MOST_CHARGING = Metrics.of("battery#max-charge-power");
    private static final Metric MOST_DISCHARGING = Metrics.of("battery#max-discharge-power");
    private static final Metric WORK_MODE = Metrics.of("settings#work-mode");
    private static final List<Metric> MODES = List.of(WORK_MODE, Metrics.of("settings#manual-mode"),
            Metrics.of("settings#pause-mode"));
    private static final Value MANUAL = new Value.Text("manual");

    /** Whether an order says what the battery is to do now, or to do no longer. */
    static boolean isMeant(Order order) {
        return switch (order) {
            case Order.ForcePower force -> true;
            case Order.Release release -> true;
            case Order.Change change -> change.settings().stream().map(Setting::metric).anyMatch(MODES::contains);
            default -> false;
        };
    }

    /** What fits an order, as the device is now; nothing if the battery is free to do what it likes. */
    static Optional<FittingPower> of(Order order, DeviceState state) {
        return switch (order) {
            case Order.ForcePower force -> Optional.of(around(force.power(), possible(force.power(), state)));
            case Order.Change change -> change.settings().stream()
                    .filter(setting -> MODES.contains(setting.metric()) && isInForce(setting, change, state))
                    .flatMap(setting -> of(setting.value()).stream()).findFirst();
            default -> Optional.empty();
        };
    }

    /** Whether one of these powers would be taken for the other. */
    static boolean isAlike(BigDecimal before, BigDecimal now) {
        return before.subtract(now).abs().compareTo(slack(now)) <= 0;
    }

    /** Whether a measured power fits. */
    boolean includes(BigDecimal power) {
        return least.filter(limit -> power.compareTo(limit) < 0).isEmpty()
                && most.filter(limit -> power.compareTo(limit) > 0).isEmpty();
    }

    /** Whether nothing but charging fits. */
    boolean isCharging() {
        return most.filter(limit -> limit.signum() < 0).isPresent();
    }

    /** Whether nothing but discharging fits. */
    boolean isDischarging() {
        return least.filter(limit -> limit.signum() > 0).isPresent();
    }

    private static FittingPower around(BigDecimal wanted, BigDecimal possible) {
        BigDecimal slack = slack(wanted);
        return new FittingPower(Optional.of(wanted.min(possible).subtract(slack)),
                Optional.of(wanted.max(possible).add(slack)));
    }

    private static BigDecimal slack(BigDecimal wanted) {
        return wanted.abs().multiply(PART).max(REST);
    }

    /** What of a wanted power the battery can do now. */
    private static BigDecimal possible(BigDecimal wanted, DeviceState state) {
        Metric limit = wanted.signum() < 0 ? MOST_CHARGING : MOST_DISCHARGING;
        BigDecimal most = Stream.concat(state.number(limit).stream(), Stream.of(wanted.abs())).min(naturalOrder())
                .orElseThrow();
        return wanted.signum() < 0 ? most.negate() : most;
    }

    /** The manual mode counts only while the inverter works by it. */
    private static boolean isInForce(Setting setting, Order.Change change, DeviceState state) {
        return !setting.metric().id().equals("settings#manual-mode")
                || change.settings().contains(new Setting(WORK_MODE, MANUAL))
                || state.samples().get(WORK_MODE) instanceof Sample(Value mode, Instant at) && mode.equals(MANUAL);
    }

    private static Optional<FittingPower> of(Value mode) {
        return mode instanceof Value.Text(String word) ? switch (word) {
            case "charge" -> Optional.of(new FittingPower(Optional.empty(), Optional.of(REST.negate())));
            case "discharge" -> Optional.of(new FittingPower(Optional.of(REST), Optional.empty()));
            case "idle", "pause-both" -> Optional.of(new FittingPower(Optional.of(REST.negate()), Optional.of(REST)));
            case "pause-charge" -> Optional.of(new FittingPower(Optional.of(REST.negate()), Optional.empty()));
            case "pause-discharge" -> Optional.of(new FittingPower(Optional.empty(), Optional.of(REST)));
            default -> Optional.empty();
        } : Optional.empty();
    }
}
