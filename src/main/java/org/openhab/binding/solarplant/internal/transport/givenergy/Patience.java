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

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How long and how often to ask.
 *
 * @param timeout the longest from a request to its answer
 * @param attempts how often to ask, at least once
 * @param retryDelay the rest before asking again: an immediate retry tends to hit the same silent window of the dongle
 */
@NonNullByDefault
public record Patience(Duration timeout, int attempts, Duration retryDelay) {

    /** Checks that there is something to wait for. */
    public Patience {
        if (timeout.isNegative() || timeout.isZero() || attempts < 1 || retryDelay.isNegative()) {
            throw new IllegalArgumentException("no patience at all");
        }
    }

    /** How long it is asked in all. */
    Duration longest() {
        return timeout.multipliedBy(attempts).plus(retryDelay.multipliedBy(attempts - 1L));
    }
}
