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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plain pool that nobody who uses it can stop. */
@NonNullByDefault
final class SharedPool extends ThreadPoolExecutor {

    private final Logger logger = LoggerFactory.getLogger(ThreadPoolManager.class);
    private final String name;

    SharedPool(String name) {
        super(ThreadPoolManager.DEFAULT_THREAD_POOL_SIZE, ThreadPoolManager.DEFAULT_THREAD_POOL_SIZE,
                ThreadPoolManager.THREAD_TIMEOUT, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                new NamedThreadFactory(name, true));
        this.name = name;
        allowCoreThreadTimeOut(true);
    }

    @Override
    protected void afterExecute(@Nullable Runnable task, @Nullable Throwable failure) {
        if (failure != null) {
            logger.warn("Task of pool '{}' failed: {}", name, failure.getMessage(), failure);
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
