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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.polling.Coordinator;
import org.openhab.binding.solarplant.internal.transport.Ticker;

/**
 * Elapsed time for orders that wait for a distant cloud between two calls: meanwhile others may use their wire.
 *
 * @param time where time comes from
 * @param coordinator who lends the wire to the others
 */
@NonNullByDefault
record OrderTicker(Ticker time, Coordinator coordinator) implements Ticker {

    @Override
    public long nanos() {
        return time.nanos();
    }

    @Override
    public void pause(long nanos) throws InterruptedException {
        coordinator.stepAside(() -> time.pause(nanos));
    }
}
