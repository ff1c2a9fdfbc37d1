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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Times at a fixed distance, each user of them shifted a little so that they do not all come at once. The first is at
 * once, wherever the grid lies. All times are nanoseconds since the schedule began.
 */
@NonNullByDefault
final class Grid {

    private long offset;
    private long interval = 1;
    private long last;
    private long next;

    /**
     * This is the i-th of n users of such an interval. The time already set is kept if it is the earlier one, so that
     * nobody waits for ever while users come and go; and it comes no sooner than half an interval after the last, so that
     * nobody is asked at each of their comings and goings.
     */
    void spread(Duration distance, int index, int users, long now) {
        interval = distance.toNanos();
        offset = interval / users * index;
        next = Math.min(next, after(Math.max(now, last + interval / 2)));
    }

    /** Whether its time has come; then the next one is set, however many were missed. */
    boolean isDue(long now) {
        if (next > now) {
            return false;
        }
        last = now;
        // who was late or began off the grid is not asked twice in short order
        next = after(now + interval / 2);
        return true;
    }

    private long after(long time) {
        return offset + (Math.floorDiv(time - offset, interval) + 1) * interval;
    }
}
