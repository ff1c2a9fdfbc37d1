/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The one way out of a dongle: whatever is sent goes to all clients, one thing after the other. */
@NonNullByDefault
final class DongleWire {
    private static final Duration BETWEEN_SEGMENTS = Duration.ofMillis(20);

    private final ScheduledThreadPoolExecutor executor;
    private final Closing closing;
    private final Consumer<byte[]> fanOut;
    private final Runnable dropAll;
    private byte[] held = new byte[0];

    DongleWire(String name, Closing closing, Consumer<byte[]> fanOut, Runnable dropAll) {
        this.closing = closing;
        this.fanOut = fanOut;
        this.dropAll = dropAll;
        executor = new ScheduledThreadPoolExecutor(1, work -> Thread.ofPlatform().daemon().name(name).unstarted(work));
    }

    /** Sends these bytes after so long, in the way of the fault. */
    void send(byte[] bytes, Duration delay, Optional<DongleFault> fault) {
        later(() -> deliver(bytes, fault), delay.plus(fault.map(DongleWire::lateness).orElse(Duration.ZERO)));
    }

    void each(Runnable work, Duration interval) {
        executor.scheduleAtFixedRate(work, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    void close() {
        executor.shutdownNow();
        try {
            executor.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void later(Runnable work, Duration delay) {
        try {
            executor.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // closed meanwhile: nobody is there to hear it
        }
    }

    private static Duration lateness(DongleFault fault) {
        return fault instanceof DongleFault.Late late ? late.delay() : Duration.ZERO;
    }

    private void deliver(byte[] answer, Optional<DongleFault> fault) {
        byte[] bytes = DongleResponder.joined(held, answer);
        held = new byte[0];
        switch (fault.orElse(null)) {
            case DongleFault.Silence silence -> {
            }
            case DongleFault.Deaf deaf -> {
            }
            case DongleFault.Drop drop -> dropAll.run();
            case DongleFault.Merged merged -> held = bytes;
            case DongleFault.Split split -> {
                fanOut.accept(Arrays.copyOf(bytes, split.bytes()));
                pause();
                fanOut.accept(Arrays.copyOfRange(bytes, split.bytes(), bytes.length));
            }
            case null, default -> fanOut.accept(bytes);
        }
    }

    private void pause() {
        try {
            closing.pause(BETWEEN_SEGMENTS);
        } catch (IOException e) {
            // closed: the rest goes nowhere
        }
    }
}
