/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How much a battery can still take and give, in kWh.
 *
 * @param capacity what the full battery holds
 * @param room what it can still take until it is full; never negative
 * @param usable what it can still give until it is at the state of charge below which it is set not to go; never negative
 */
@NonNullByDefault
record BatteryEnergy(BigDecimal capacity, BigDecimal room, BigDecimal usable) {

    private static final Metric STATE_OF_CHARGE = Metrics.of("battery#state-of-charge");
    private static final Metric CAPACITY = Metrics.of("battery#capacity");
    private static final Metric REMAINING = Metrics.of("battery#remaining-capacity");
    private static final Metric MINIMUM = Metrics.of("settings#min-state-of-charge");
    private static final Metric CUT_OFF = Metrics.of("settings#cutoff-state-of-charge");
    private static final Metric BACKUP = Metrics.of("settings#backup-state-of-charge");
    private static final Metric BACKUP_ENABLED = Metrics.of("settings#backup-enabled");
    private static final Metric GRID_AVAILABLE = Metrics.of("grid#available");

    private static final BigDecimal PERCENT = new BigDecimal("0.01");
    private static final BigDecimal SECONDS_FOR_KWH_AT_ONE_WATT = BigDecimal.valueOf(3_600_000);

    /** Share of the capacity in W for each kWh: what would take more than 100 hours for all of it is a battery at rest. */
    private static final BigDecimal REST = BigDecimal.TEN;

    /** Of the battery of this inverter; nothing if its state of charge or its capacity is not known. */
    static Optional<BatteryEnergy> of(DeviceState inverter) {
        return inverter.number(CAPACITY).filter(capacity -> capacity.signum() > 0)
                .flatMap(capacity -> inverter.number(STATE_OF_CHARGE).map(percent -> {
                    BigDecimal stored = inverter.number(REMAINING).orElseGet(() -> share(capacity, percent))
                            .min(capacity);
                    BigDecimal kept = share(capacity, lowest(inverter));
                    return new BatteryEnergy(capacity, capacity.subtract(stored),
                            stored.subtract(kept).max(BigDecimal.ZERO));
                }));
    }

    BatteryEnergy plus(BatteryEnergy other) {
        return new BatteryEnergy(capacity.add(other.capacity), room.add(other.room), usable.add(other.usable));
    }

    /** Seconds until it is full; nothing while it does not charge. */
    Optional<BigDecimal> timeToFull(BigDecimal power) {
        return time(room, power.negate());
    }

    /** Seconds until it may not be discharged any more; nothing while it does not discharge. */
    Optional<BigDecimal> timeToEmpty(BigDecimal power) {
        return time(usable, power);
    }

    private Optional<BigDecimal> time(BigDecimal energy, BigDecimal power) {
        return power.compareTo(capacity.multiply(REST)) < 0
                ? Optional.empty()
                : Optional.of(energy.multiply(SECONDS_FOR_KWH_AT_ONE_WATT).divide(power, MathContext.DECIMAL64)
                        .setScale(0, RoundingMode.HALF_UP));
    }

    /**
     * The state of charge in % at which discharging ends: on the grid the highest of those that are set. Off the grid what
     * was kept for that is used too, down to the cut-off where the device has one. 0 where nothing is set.
     */
    private static BigDecimal lowest(DeviceState inverter) {
        Optional<BigDecimal> cutOff = inverter.number(CUT_OFF);
        if (is(inverter, GRID_AVAILABLE, false) && cutOff.isPresent()) {
            return cutOff.get();
        }
        Optional<BigDecimal> backup = is(inverter, GRID_AVAILABLE, false) || is(inverter, BACKUP_ENABLED, false)
                ? Optional.empty()
                : inverter.number(BACKUP);
        return Stream.of(cutOff, inverter.number(MINIMUM), backup).flatMap(Optional::stream)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private static boolean is(DeviceState inverter, Metric metric, boolean on) {
        return inverter.samples().get(metric) instanceof Sample sample
                && sample.value().equals(new Value.Switch(on));
    }

    private static BigDecimal share(BigDecimal capacity, BigDecimal percent) {
        return capacity.multiply(percent).multiply(PERCENT);
    }
}
