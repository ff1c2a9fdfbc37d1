/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.polling;

import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Cadence;

/**
 * One poll, due or under way.
 *
 * @param target who is polled
 * @param cadence how much is asked
 * @param due when it fell due, in nanoseconds of the schedule
 * @param outcome completed once with how the target's polls have gone by then, or cancelled if it has left
 */
@NonNullByDefault
record Poll(PollTarget target, Cadence cadence, long due, CompletableFuture<PollStats> outcome) implements Ride {

    Poll(PollTarget target, Cadence cadence, long due) {
        this(target, cadence, due, new CompletableFuture<>());
    }

    @Override
    public void abandon() {
        outcome.cancel(false);
    }
}
