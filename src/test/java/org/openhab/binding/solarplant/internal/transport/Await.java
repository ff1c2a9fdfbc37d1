/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Patience with what another thread does. */
@NonNullByDefault
public final class Await {
    private static final int TRIES = 500;
    private static final int MILLIS = 10;

    private Await() {}

    /** Waits until the condition holds; fails if it does not within some seconds. */
    public static void until(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < TRIES && !condition.getAsBoolean(); i++) {
            Thread.sleep(MILLIS);
        }
        assertTrue(condition.getAsBoolean());
    }
}
