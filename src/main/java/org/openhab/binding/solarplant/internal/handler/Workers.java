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

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.common.NamedThreadFactory;

/** The threads of a plant. */
@NonNullByDefault
final class Workers {

    private static final long IDLE_SECONDS = 10;

    private Workers() {}

    /**
     * Never more threads than the core size, since the queue is endless; so that alone needs to follow the settings.
     *
     * @param id the plant's id, for the names of its threads
     */
    static ThreadPoolExecutor of(String id, int most) {
        ThreadPoolExecutor workers = new ThreadPoolExecutor(most, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), new NamedThreadFactory("solarplant-" + id, true),
                // a poll that falls due while the plant ends is nobody's loss
                new ThreadPoolExecutor.DiscardPolicy());
        workers.allowCoreThreadTimeOut(true);
        return workers;
    }
}
