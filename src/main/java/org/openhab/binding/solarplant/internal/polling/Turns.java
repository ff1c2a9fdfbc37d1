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
import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Failure;

/** A target's place in the schedule: its next full poll, its failures, and how long it takes to answer. */
@NonNullByDefault
final class Turns {

    final PollTarget target;
    final Backoff backoff = new Backoff();
    private final Grid fullPolls = new Grid();
    private final Map<Cadence, Boolean> soon = new EnumMap<>(Cadence.class);
    private Pace pace = Pace.UNTRIED;

    /** So often who rests is asked for everything all the same. */
    private static final long RARELY = Duration.ofMinutes(5).toNanos();

    private long nextRare = Long.MIN_VALUE;

    Turns(PollTarget target) {
        this.target = target;
    }

    /** Whether a full poll of it is not worth its while yet, since another one tells the same. */
    boolean rests(long now) {
        return target.rests() && now < nextRare;
    }

    /** It is asked for everything now. */
    void isAskedForAll(long now) {
        nextRare = now + RARELY;
    }

    /** When its full polls fall due. */
    Grid fullPolls() {
        return fullPolls;
    }

    /**
     * A poll went well.
     *
     * @param time from its beginning to its end, without the pauses that were agreed on with the device
     */
    void succeeded(Cadence cadence, Duration time) {
        backoff.succeeded();
        if (pace == Pace.UNTRIED) {
            pace = Pace.PROMISING;
            return;
        }
        // what a device is set to is asked so seldom that it must not speak for long
        soon.put(cadence.isFull() ? Cadence.FULL : cadence, time.compareTo(Places.SOON) <= 0);
        pace = soon.containsValue(false) ? Pace.DOUBTFUL : Pace.QUICK;
    }

    /** A poll failed, at this time of the schedule. */
    void failed(Failure.Kind kind, long now) {
        backoff.failed(kind, now);
        pace = pace == Pace.QUICK ? Pace.PROMISING : Pace.DOUBTFUL;
    }

    /** How soon it is expected to answer. */
    Pace pace() {
        return pace;
    }
}
