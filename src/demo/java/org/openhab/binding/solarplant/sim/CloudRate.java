/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** How many calls the account has; as many as it likes, unless told otherwise. */
@NonNullByDefault
public final class CloudRate {
    private final Deque<Instant> calls = new ArrayDeque<>();

    private int most = Integer.MAX_VALUE;
    private Duration within = Duration.ZERO;

    /** From now on more than so many calls within so long are refused with 6053; the refused ones count, too. */
    public synchronized void limit(int mostCalls, Duration period) {
        most = mostCalls;
        within = period;
    }

    /** From now on all calls are welcome. */
    public synchronized void unlimited() {
        limit(Integer.MAX_VALUE, Duration.ZERO);
    }

    /** Counts a call. */
    synchronized void check(Instant now) throws CloudRefusal {
        calls.removeIf(call -> !call.isAfter(now.minus(within)));
        calls.addLast(now);
        if (calls.size() > most) {
            throw new CloudRefusal(CloudCode.TOO_FAST);
        }
    }
}
