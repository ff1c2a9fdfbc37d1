/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Time that passes only when told to, and that notes what it was asked to let pass. */
@NonNullByDefault
public final class FakeTicker implements Ticker {

    private final List<Duration> pauses = new ArrayList<>();
    private long now = Long.MAX_VALUE - 5_000_000_000L; // a running machine's time may overflow

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized void pause(long nanos) {
        pauses.add(Duration.ofNanos(nanos));
        now += nanos;
    }

    public synchronized void pass(Duration time) {
        now += time.toNanos();
    }

    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
