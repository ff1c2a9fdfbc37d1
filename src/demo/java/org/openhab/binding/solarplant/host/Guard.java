/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.host;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.common.NamedThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls into bindings with a limit of time, and without letting their failures out of the thread. */
@NonNullByDefault
final class Guard implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(5);
    static final Duration COMMAND_LIMIT = Duration.ofSeconds(30);

    private final Logger logger = LoggerFactory.getLogger(Guard.class);
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final ThreadFactory factory = new NamedThreadFactory("host", true);
    private final ExecutorService pool = Executors.newCachedThreadPool(this::thread);

    private Thread thread(Runnable runnable) {
        threads.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
        Thread thread = factory.newThread(runnable);
        threads.add(thread);
        return thread;
    }

    /** Waits for the call no longer than the limit; a longer one goes on alone. */
    void run(String what, Duration limit, Runnable call) {
        Future<?> future;
        try {
            future = pool.submit(call);
        } catch (RejectedExecutionException e) {
            logger.debug("The host is closed: {} is left out", what);
            return;
        }
        try {
            future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            logger.warn("Timeout of {} ms exceeded while calling {}", limit.toMillis(), what);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    /** Runs the call in some other thread. */
    void later(String what, Runnable call) {
        try {
            pool.execute(() -> logged(what, call));
        } catch (RejectedExecutionException e) {
            logger.debug("The host is closed: {} is left out", what);
        }
    }

    /** Runs the call after the earlier ones of the same thing. */
    CompletableFuture<Void> inOrder(Hosted hosted, String what, Runnable call) {
        try {
            return hosted.next(before -> before.thenRunAsync(() -> logged(what, call), pool));
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void logged(String what, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            logger.error("{} failed", what, e);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
        try {
            if (!pool.awaitTermination(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                logger.warn("A call into a binding does not end");
                return;
            }
            // a pool counts as ended a moment before its last thread is
            for (Thread thread : threads) {
                thread.join(LIMIT.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
