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
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.Ticker;

/**
 * Lets the calls of an account through at the pace that its cloud bears: one a second, and one in ten seconds after it
 * has complained; half an hour without a complaint halves that (alphaess.md §1.12). All who have the same AppID share
 * one, since the cloud counts by that.
 */
@NonNullByDefault
public final class Gate {

    static final Duration USUAL = Duration.ofSeconds(1);
    private static final Duration AFTER_COMPLAINT = Duration.ofSeconds(10);
    private static final Duration QUIET = Duration.ofMinutes(30);
    /** After so many halvings nothing is left of ten seconds. */
    private static final long MOST_HALVINGS = 10;

    private final ReentrantLock oneAtATime = new ReentrantLock(true);
    private final Ticker ticker;
    private long lastCall;
    private volatile long complaint;
    private volatile boolean complained;

    /**
     * @param ticker elapsed time
     */
    public Gate(Ticker ticker) {
        this.ticker = ticker;
        this.lastCall = ticker.nanos() - USUAL.toNanos();
    }

    /** Waits until nobody else calls. Whoever has entered leaves again. */
    void enter() throws InterruptedException {
        oneAtATime.lockInterruptibly();
    }

    /** The next one may enter. */
    void leave() {
        oneAtATime.unlock();
    }

    /** Waits until the next call may begin; for whoever has entered. */
    void pass() throws InterruptedException {
        long wait = lastCall + spacing().toNanos() - ticker.nanos();
        if (wait > 0) {
            ticker.pause(wait);
        }
        lastCall = ticker.nanos();
    }

    /** The cloud says that it was asked too often. */
    void slowDown() {
        complaint = ticker.nanos();
        complained = true;
    }

    /** From the beginning of one call to that of the next. */
    Duration spacing() {
        if (!complained) {
            return USUAL;
        }
        long halvings = (ticker.nanos() - complaint) / QUIET.toNanos();
        Duration slowed = AFTER_COMPLAINT.dividedBy(1L << Math.min(halvings, MOST_HALVINGS));
        return slowed.compareTo(USUAL) > 0 ? slowed : USUAL;
    }
}
