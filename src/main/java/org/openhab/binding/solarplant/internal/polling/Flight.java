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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** A poll or an order under way. Times are nanoseconds of the schedule. */
@NonNullByDefault
final class Flight {

    private final Ride ride;
    private final long started;
    private volatile @Nullable Thread thread;
    private boolean overrun;

    Flight(Ride ride, long started) {
        this.ride = ride;
        this.started = started;
    }

    Ride ride() {
        return ride;
    }

    PollTarget target() {
        return ride.target();
    }

    long started() {
        return started;
    }

    /** It runs in this thread from now on. */
    void ranBy(Thread runner) {
        thread = runner;
    }

    boolean isRunBy(Thread runner) {
        return thread == runner;
    }

    /** Whether it takes longer than all its requests together may. */
    boolean isOver(long now) {
        return now - started > target().pollLimit().toNanos();
    }

    /** It took too long, and is to be cut off. */
    void overrun() {
        overrun = true;
    }

    boolean isOverrun() {
        return overrun;
    }
}
