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

import java.util.function.LongConsumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.Ticker;

/**
 * Elapsed time that tells of each pause before it is made, in the thread that makes it.
 *
 * @param time where time comes from
 * @param pauses hears of the nanoseconds of each pause
 */
@NonNullByDefault
record PacedTicker(Ticker time, LongConsumer pauses) implements Ticker {

    @Override
    public long nanos() {
        return time.nanos();
    }

    @Override
    public void pause(long nanos) throws InterruptedException {
        pauses.accept(nanos);
        time.pause(nanos);
    }
}
