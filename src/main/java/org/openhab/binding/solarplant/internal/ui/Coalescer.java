/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.ui;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one piece of work for many changes, a little after the first of them. */
@NonNullByDefault
final class Coalescer {

    private final Logger logger = LoggerFactory.getLogger(Coalescer.class);
    private final ScheduledExecutorService scheduler;
    private final Duration delay;
    private final Runnable work;
    private @Nullable Future<?> pending;
    private boolean closed;

    /**
     * A coalescer at rest.
     *
     * @param delay between the first change and the work
     * @param work is done without a lock of this coalescer, so that whoever tells of a change never waits for it
     */
    Coalescer(ScheduledExecutorService scheduler, Duration delay, Runnable work) {
        this.scheduler = scheduler;
        this.delay = delay;
        this.work = work;
    }

    /** Something changed. */
    synchronized void changed() {
        if (!closed && pending == null) {
            pending = scheduler.schedule(this::run, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void run() {
        if (begin()) {
            try {
                work.run();
            } catch (RuntimeException e) {
                logger.warn("The pages for Main UI cannot be brought up to date; the next change tries again", e);
            }
        }
    }

    /** From here on a change asks for the work once more. */
    private synchronized boolean begin() {
        pending = null;
        return !closed;
    }

    /** Work that has not begun will not begin. */
    synchronized void close() {
        closed = true;
        Future<?> waiting = pending;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }
}
