/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.givenergy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Waits for what another thread or the other side of a socket is about to do. */
@NonNullByDefault
final class Eventually {
    private static final long PATIENCE_NANOS = 15_000_000_000L;
    private static final long LOOK_AGAIN_NANOS = 1_000_000L;

    private Eventually() {}

    static void holds(BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() - begin < PATIENCE_NANOS, "it did not come true");
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }
}
