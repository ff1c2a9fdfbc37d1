/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
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
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;

/** Talks to one device and to whatever rides on it. Used by one thread at a time, but for {@link #cut} and close. */
@NonNullByDefault
public interface Driver extends AutoCloseable {

    /**
     * Asks the device; detects it first where that is due.
     *
     * @return a reading of the device itself, which comes first, and one of each device that rides on it
     * @throws PollException if it did not answer as it should
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    List<Reading> poll(Cadence cadence) throws PollException, InterruptedException;

    /** What may be set, device by device; nothing as long as none was detected. */
    default Map<DeviceId, Map<Metric, Allowed>> settings() {
        return Map.of();
    }

    /**
     * Does what a user wants, and reads back. Whether it is allowed and how often was judged before; ranges and what the
     * model has are judged here, before anything is sent.
     *
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    default Outcome apply(Order order) throws InterruptedException {
        return new Outcome.Refused(Refusal.notSupported(order));
    }

    /**
     * For how long the device obeys one order of power; for what is to last longer it is told anew in time. Says the same at
     * any time, and may be asked by any thread.
     */
    default Duration longestForce() {
        return Duration.ofDays(1);
    }

    /**
     * The most power in W, in either direction, that an order of power may ask of a device, 0 if it takes none for now; a device that takes no such
     * orders, or of which nobody knows how much it bears, is not among them.
     */
    default Map<DeviceId, BigDecimal> mostForce() {
        return Map.of();
    }

    /**
     * What of a device an order goes to, such as a store of settings, where that bears orders at a pace of its own. None for
     * most. May be asked by any thread.
     */
    default Set<String> lanes(Order order) {
        return Set.of();
    }

    /** For how long yet none of these bears an order. May be asked by any thread. */
    default Duration busy(Set<String> lanes) {
        return Duration.ZERO;
    }

    /**
     * Why an order is refused for which there is nothing to set now, where there is more to say than that. May be asked
     * by any thread.
     */
    default Optional<Refusal> objection(Order order) {
        return Optional.empty();
    }

    /** Whether the next order of power also changes something that is stored. */
    default boolean storesForPower() {
        return false;
    }

    /** How often something that is stored was written besides what was ordered, since this was last asked. */
    default int storedBesides() {
        return 0;
    }

    /** What slows it down although it answers; nothing if all goes at its usual pace. */
    default Optional<Failure> hindrance() {
        return Optional.empty();
    }

    /**
     * Forgets who answers and what there is, so that the next poll finds it out anew: something may have been added. Called
     * between polls by whoever polls.
     */
    default void searchAnew() {}

    /** The devices of which it reads registers; none as long as none was detected, or where there are no registers. */
    default List<RegisterDevice> registers() {
        return List.of();
    }

    /** The next poll tries even what was given up until further notice, such as rejected credentials. By any thread. */
    default void tryAgain() {}

    /** Makes a poll under way fail at once. */
    void cut();

    /** Lets go of the wire for good. */
    @Override
    void close();
}
