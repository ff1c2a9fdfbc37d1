/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.alphaess;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.Ticker;

/** Clock and elapsed time in one; whoever pauses lets time pass. */
@NonNullByDefault
public final class CloudTime implements InstantSource, Ticker {

    /** Elapsed time begins anywhere: here shortly before its number overflows. */
    private static final long BEGIN = Long.MAX_VALUE - Duration.ofSeconds(5).toNanos();

    private volatile Instant now;
    private volatile long elapsed;

    /** Time that begins then. */
    public CloudTime(Instant begin) {
        this.now = begin;
    }

    /** Lets so much time pass. */
    public void pass(Duration time) {
        elapsed += time.toNanos();
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public long nanos() {
        return BEGIN + elapsed;
    }

    @Override
    public void pause(long nanos) {
        pass(Duration.ofNanos(nanos));
    }
}
