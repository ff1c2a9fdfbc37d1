/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.standin;

import static org.junit.jupiter.api.Assertions.*;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.core.common.NamedThreadFactory;
import org.openhab.core.common.ThreadPoolManager;

/** The shared pools and their threads. */
@NonNullByDefault
class ThreadPoolTest {

    @Test
    void poolsAreSharedNamedAndCannotBeStopped() throws Exception {
        ScheduledExecutorService pool = ThreadPoolManager.getScheduledPool("standInTest");
        assertSame(pool, ThreadPoolManager.getScheduledPool("standInTest"));
        pool.shutdownNow();
        Thread thread = pool.submit(Thread::currentThread).get(5, TimeUnit.SECONDS);
        assertTrue(thread.getName().startsWith("OH-standInTest-"), thread.getName());
        assertTrue(thread.isDaemon());
        assertThrows(IllegalArgumentException.class, () -> ThreadPoolManager.getPool("standInTest"));
    }

    @Test
    void threadsAreNoDaemonsUnlessAsked() {
        assertFalse(new NamedThreadFactory("x").newThread(() -> {}).isDaemon());
        Thread thread = new NamedThreadFactory("x", true).newThread(() -> {});
        assertTrue(thread.isDaemon());
        assertEquals("OH-x-1", thread.getName());
    }
}
