/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.demo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** How long the demo goes on: until somebody interrupts it, and then until all is closed. */
@NonNullByDefault
final class Lifetime {
    private static final int PATIENCE_SECONDS = 30;

    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /** A life that ends with this program: an interrupt (Ctrl-C) waits until all is closed. */
    static Lifetime ofThisProgram() {
        Lifetime lifetime = new Lifetime();
        Runtime.getRuntime().addShutdownHook(new Thread(lifetime::end, "demo-end"));
        return lifetime;
    }

    /** Waits so long; whether the end has come meanwhile. */
    boolean endsWithin(Duration duration) {
        try {
            return over.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** All is closed: the program may go. */
    void closed() {
        closed.countDown();
    }

    /** Ends it and waits until all is closed. */
    void end() {
        over.countDown();
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("not everything could be closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
