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
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;

/** What a vendor makes of orders. */
@NonNullByDefault
public interface Orders {

    /** A vendor of whose devices only settings can be changed. */
    Orders NONE = (order, device) -> new Outcome.Refused(Refusal.notSupported(order));

    /**
     * Does what a user wants, and reads back.
     *
     * @param order any but {@link Order.Change}
     * @param device the one it is for, of which it is certain by now that it answers
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    Outcome apply(Order order, RegisterDevice device) throws InterruptedException;

    /** What may be set; usually what the register map says. */
    default Map<Metric, Allowed> settings(RegisterDevice device) {
        return device.settings();
    }

    /**
     * Changes settings in this order, and reads back; usually as the register map says.
     *
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    default Outcome change(Order.Change order, RegisterDevice device) throws InterruptedException {
        return device.set(order.settings());
    }

    /** For how long a device obeys one order of power. */
    default Duration longestForce() {
        return Duration.ofDays(1);
    }

    /** The most power in W, in either direction, that an order of power may ask for; nothing if it takes none. */
    default Optional<BigDecimal> mostForce(RegisterDevice device) {
        return Optional.empty();
    }

    /**
     * Adapts what was ordered for a while to what was just read; usually nothing depends on that. What fails is tried again
     * with the next reading.
     *
     * @param reading what the device itself said
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    default void follow(Reading reading, RegisterDevice device) throws InterruptedException {}

    /** Whether the next order of power also changes something that is stored. */
    default boolean storesForPower(RegisterDevice device) {
        return false;
    }

    /** How often something that is stored was written besides what was ordered, since this was last asked. */
    default int storedBesides() {
        return 0;
    }

    /** Gives back what was taken for a while, as far as that can be done at once; nobody hears what came of it. */
    default void close() {}
}
