/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.polling;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;

/** Something to poll. Two targets are the same only if they are the same object. */
@NonNullByDefault
public interface PollTarget {

    /** What names its wire: of all targets with the same wire one is polled at a time. */
    String wire();

    /** From one full poll to the next, if not the plant's. */
    Optional<Duration> fullInterval();

    /** Whether it has anything to say that changes by the second. */
    default boolean hasFastPolls() {
        return true;
    }

    /** Whether another one tells the same at present, and better, so that it is polled rarely. By any thread. */
    default boolean rests() {
        return false;
    }

    /** The longest that a poll may take in all: the sum of what its requests may. */
    Duration pollLimit();

    /**
     * Polls, and blocks until the answers are there.
     *
     * @throws PollException if they did not come
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    List<Reading> poll(Cadence cadence) throws PollException, InterruptedException;

    /**
     * Does what a user wants, and blocks until it is done. Never called while it is being polled.
     *
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    default Outcome apply(Order order) throws InterruptedException {
        return new Outcome.Refused(Refusal.notSupported(order));
    }

    /**
     * What of it an order goes to, such as a store of settings, where that bears orders at a pace of its own: of those that
     * wait for the same, the settings become one order, and others are not held up. None for most. By any thread.
     */
    default Set<String> lanes(Order order) {
        return Set.of();
    }

    /** For how long yet none of these bears an order. By any thread. */
    default Duration busy(Set<String> lanes) {
        return Duration.ZERO;
    }

    /** Somebody wants it to be polled now: what was given up until further notice is tried again. By any thread. */
    default void tryAgain() {}

    /** Makes a poll or an order under way fail at once. */
    void cut();
}
