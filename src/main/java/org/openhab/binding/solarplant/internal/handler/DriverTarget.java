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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Driver;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.polling.PollTarget;

/** A driver as something to poll. */
@NonNullByDefault
final class DriverTarget implements PollTarget, AutoCloseable {

    private final Driver driver;
    private final String wire;
    private final Duration pollLimit;
    private final Optional<Duration> fullInterval;
    private volatile Map<DeviceId, Map<Metric, Allowed>> settings = Map.of();
    private volatile Map<DeviceId, BigDecimal> mostForce = Map.of();
    private volatile BooleanSupplier mayBeSet = () -> false;

    /**
     * @param wire what names its wire
     * @param pollLimit the sum of what the requests of one poll may take
     * @param fullInterval from one full poll to the next, if not the plant's
     */
    DriverTarget(Driver driver, String wire, Duration pollLimit, Optional<Duration> fullInterval) {
        this.driver = driver;
        this.wire = wire;
        this.pollLimit = pollLimit;
        this.fullInterval = fullInterval;
    }

    @Override
    public String wire() {
        return wire;
    }

    @Override
    public Optional<Duration> fullInterval() {
        return fullInterval;
    }

    @Override
    public Duration pollLimit() {
        return pollLimit;
    }

    @Override
    public List<Reading> poll(Cadence cadence) throws PollException, InterruptedException {
        List<Reading> readings = driver.poll(cadence);
        learn();
        return readings;
    }

    /** From now on orders are carried out as long as this says so: the last door before the driver. */
    void mayBeSet(BooleanSupplier allowed) {
        mayBeSet = allowed;
    }

    @Override
    public Outcome apply(Order order) throws InterruptedException {
        if (!mayBeSet.getAsBoolean()) {
            return new Outcome.Refused(Refusal.Kind.NOT_ALLOWED);
        }
        Outcome outcome = driver.apply(order);
        learn();
        return outcome;
    }

    /** What others ask for is kept here: the driver itself is used by one thread at a time. */
    private void learn() {
        settings = driver.settings();
        mostForce = driver.mostForce();
    }

    /** What of this device may be set, as the driver knew it when it was last used. */
    Map<Metric, Allowed> settings(DeviceId device) {
        return settings.getOrDefault(device, Map.of());
    }

    /** The most power in W that this device may be asked for, as the driver knew it when it was last used. */
    Optional<BigDecimal> mostForce(DeviceId device) {
        return Optional.ofNullable(mostForce.get(device));
    }

    /** For how long the device obeys one order of power. */
    Duration longestForce() {
        return driver.longestForce();
    }

    /** What slows it down although it answers. */
    Optional<Failure> hindrance() {
        return driver.hindrance();
    }

    @Override
    public void cut() {
        driver.cut();
    }

    @Override
    public void close() {
        driver.close();
    }
}
