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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Keeps writes on one wire apart, since devices are slow to store what they are told (DESIGN §8). For one thread at a time,
 * the one that has the wire.
 */
@NonNullByDefault
public final class WritePace {

    /** What lies between two writes at least. */
    public static final Duration USUAL = Duration.ofSeconds(1);

    private final Ticker ticker;
    private final long gap;
    private long next;

    public WritePace(Ticker ticker, Duration gap) {
        this.ticker = ticker;
        this.gap = gap.toNanos();
        this.next = ticker.nanos();
    }

    /** Waits until the next write may be sent, which it then counts as. */
    public void await() throws InterruptedException {
        long wait = next - ticker.nanos();
        if (wait > 0) {
            ticker.pause(wait);
        }
        next = ticker.nanos() + gap;
    }
}
