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

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;

/**
 * An order, waiting or under way.
 *
 * @param target who carries it out
 * @param order what is wanted
 * @param due when it was given, in nanoseconds of the schedule
 * @param outcome completed once, whatever happens
 */
@NonNullByDefault
record Errand(PollTarget target, Order order, long due, CompletableFuture<Outcome> outcome) implements Ride {

    /** It was not begun, and will not be. */
    void refuse() {
        outcome.complete(notConnected());
    }

    @Override
    public void abandon() {
        outcome.complete(new Outcome.Unverified(new Failure(Failure.Kind.UNREACHABLE), List.of()));
    }

    /** What is said of an order for somebody who is not there. */
    static Outcome notConnected() {
        return new Outcome.Refused(Refusal.Kind.NOT_CONNECTED);
    }
}
