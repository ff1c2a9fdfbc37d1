/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Beats once a second, and watches itself: a job that the shared scheduler lost would otherwise stop a plant for ever and
 * say nothing. There is never more than one beat at a time, however long it takes.
 */
@NonNullByDefault
final class Pulse implements AutoCloseable {

    private static final long BEAT_SECONDS = 1;

    private final Logger logger = LoggerFactory.getLogger(Pulse.class);

    private final ScheduledExecutorService scheduler;
    private final LongSupplier nanos;
    private final Runnable beat;
    private final Duration patience;
    private final Future<?> watching;
    private Future<?> beating;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile long last;

    /**
     * @param nanos elapsed time
     * @param beat what is to be done; returns soon and throws nothing
     * @param patience without a beat for so long the pulse is revived
     */
    Pulse(ScheduledExecutorService scheduler, LongSupplier nanos, Runnable beat, Duration patience) {
        this.scheduler = scheduler;
        this.nanos = nanos;
        this.beat = beat;
        this.patience = patience;
        this.last = nanos.getAsLong();
        this.beating = begin();
        this.watching = scheduler.scheduleWithFixedDelay(this::watch, patience.toSeconds(), patience.toSeconds(),
                TimeUnit.SECONDS);
    }

    /** Ends beat and watch; a beat under way is let finish. */
    @Override
    public synchronized void close() {
        watching.cancel(false);
        beating.cancel(false);
    }

    private Future<?> begin() {
        return scheduler.scheduleWithFixedDelay(this::beat, 0, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    private void beat() {
        last = nanos.getAsLong();
        begun.set(true);
        try {
            beat.run();
        } finally {
            begun.set(false);
        }
    }

    private synchronized void watch() {
        if (watching.isCancelled() || nanos.getAsLong() - last <= patience.toNanos()) {
            return;
        }
        last = nanos.getAsLong();
        if (begun.get()) {
            // one more would wait for the same, in one more of the threads that openHAB shares among all
            logger.warn("The plant's schedule has been at the same beat for more than {} s", patience.toSeconds());
        } else {
            logger.warn("The plant's schedule stood still for {} s and is started anew", patience.toSeconds());
            beating.cancel(true);
            beating = begin();
        }
    }
}
