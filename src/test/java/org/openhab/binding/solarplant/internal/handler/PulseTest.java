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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/** The beat of a plant, and what happens when it stops. The jobs run when the test says so. */
@NonNullByDefault
class PulseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final List<Runnable> jobs = new ArrayList<>();
    private final List<ScheduledFuture<?>> futures = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger beats = new AtomicInteger();
    private Runnable beat = beats::incrementAndGet;

    private Pulse pulse() {
        ScheduledExecutorService scheduler = mock(ScheduledExecutorService.class);
        when(scheduler.scheduleWithFixedDelay(any(), anyLong(), anyLong(), any())).thenAnswer(call -> {
            jobs.add(call.getArgument(0));
            ScheduledFuture<?> future = mock(ScheduledFuture.class);
            when(future.cancel(anyBoolean())).thenAnswer(cancel -> {
                when(future.isCancelled()).thenReturn(true);
                return true;
            });
            futures.add(future);
            return future;
        });
        return new Pulse(scheduler, nanos::get, () -> beat.run(), PATIENCE);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void whatBeatsIsLeftAlone() {
        try (Pulse pulse = pulse()) {
            for (int second = 0; second < 100; second++) {
                pass(Duration.ofSeconds(1));
                jobs.get(0).run();
                jobs.get(1).run();
            }
            assertEquals(100, beats.get());
            assertEquals(2, jobs.size(), "a beat and a watch, and none anew");
        }
    }

    @Test
    void whatStandsStillIsRevivedOnce() {
        try (Pulse pulse = pulse()) {
            jobs.get(0).run();
            pass(PATIENCE.plusSeconds(1));
            jobs.get(1).run();
            assertEquals(3, jobs.size());
            verify(futures.get(0)).cancel(true);
            jobs.get(1).run();
            assertEquals(3, jobs.size(), "the new beat has its time");
            jobs.get(2).run();
            assertEquals(2, beats.get());
        }
        verify(futures.get(1)).cancel(false);
        verify(futures.get(2)).cancel(false);
    }

    @Test
    void whileOneBeatWaitsThereIsNoSecond() {
        beat = () -> {
            beats.incrementAndGet();
            pass(PATIENCE.plusSeconds(1));
            jobs.get(1).run();
            pass(PATIENCE.plusSeconds(1));
            jobs.get(1).run();
        };
        try (Pulse pulse = pulse()) {
            jobs.get(0).run();
            assertEquals(1, beats.get());
            assertEquals(2, jobs.size(), "a beat and a watch, and none anew");
            verify(futures.get(0), never()).cancel(anyBoolean());
            beat = beats::incrementAndGet;
            pass(PATIENCE.plusSeconds(1));
            jobs.get(1).run();
            assertEquals(3, jobs.size(), "it has ended since, and no other came");
        }
    }

    @Test
    void nothingIsRevivedAfterTheEnd() {
        pulse().close();
        pass(PATIENCE.plusSeconds(1));
        jobs.get(1).run();
        assertEquals(2, jobs.size());
    }
}
