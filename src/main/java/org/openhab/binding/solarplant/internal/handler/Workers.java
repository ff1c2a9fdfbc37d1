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

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
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
     * As many threads as there is work at a time, which the coordinator sees to; an idle one is taken before another is
     * made.
     *
     * @param id the plant's id, for the names of its threads
     */
    static ExecutorService of(String id) {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(),
                new NamedThreadFactory("solarplant-" + id, true),
                // a poll that falls due while the plant ends is nobody's loss
                new ThreadPoolExecutor.DiscardPolicy());
    }
}
