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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No change is lost, whatever becomes of the work for the one before. */
@NonNullByDefault
@Timeout(60)
class CoalescerTest {

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        scheduler.shutdownNow();
    }

    @Test
    void workThatFailsIsTriedAgainAtTheNextChange() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(2);
        Coalescer coalescer = new Coalescer(scheduler, Duration.ZERO, () -> {
            first.countDown();
            second.countDown();
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("as a registry might that is just closing");
            }
        });
        coalescer.changed();
        assertTrue(first.await(30, TimeUnit.SECONDS));
        coalescer.changed();
        assertTrue(second.await(30, TimeUnit.SECONDS));
    }

    @Test
    void aChangeDuringTheWorkAsksForItOnceMore() throws InterruptedException {
        CountDownLatch twice = new CountDownLatch(2);
        AtomicReference<@Nullable Coalescer> self = new AtomicReference<>();
        Coalescer coalescer = new Coalescer(scheduler, Duration.ZERO, () -> {
            Coalescer own = self.getAndSet(null);
            if (own != null) {
                own.changed();
            }
            twice.countDown();
        });
        self.set(coalescer);
        coalescer.changed();
        assertTrue(twice.await(30, TimeUnit.SECONDS));
    }

    @Test
    void nothingIsDoneAfterTheEnd() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        Coalescer coalescer = new Coalescer(scheduler, Duration.ofDays(1), runs::incrementAndGet);
        coalescer.changed();
        coalescer.close();
        coalescer.changed();
        scheduler.shutdown();
        assertTrue(scheduler.awaitTermination(30, TimeUnit.SECONDS));
        assertEquals(0, runs.get());
    }
}
