/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.common;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A scheduled pool that nobody who uses it can stop. */
@NonNullByDefault
final class SharedScheduledPool extends ScheduledThreadPoolExecutor {

    private final Logger logger = LoggerFactory.getLogger(ThreadPoolManager.class);
    private final String name;

    SharedScheduledPool(String name) {
        super(ThreadPoolManager.DEFAULT_THREAD_POOL_SIZE, new NamedThreadFactory(name, true));
        this.name = name;
        setKeepAliveTime(ThreadPoolManager.THREAD_TIMEOUT, TimeUnit.SECONDS);
        allowCoreThreadTimeOut(true);
        setRemoveOnCancelPolicy(true);
    }

    @Override
    protected void afterExecute(@Nullable Runnable task, @Nullable Throwable failure) {
        // a periodic task that goes on is not done: only a failure ends it
        if (task instanceof Future<?> future && future.isDone() && !future.isCancelled()) {
            try {
                future.get();
            } catch (ExecutionException e) {
                logger.warn("Scheduled runnable of pool '{}' ended with an exception", name, e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void shutdown() {
        logger.warn("shutdown() invoked on a shared thread pool '{}'. This is a bug, please submit a bug report.",
                name);
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }
}
