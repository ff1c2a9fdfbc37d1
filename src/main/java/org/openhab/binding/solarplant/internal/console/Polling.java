/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.console;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.handler.Probe;
import org.openhab.binding.solarplant.internal.polling.PollStats;

/** Waits for a poll, as long as that may take and whoever is before it in line. */
@NonNullByDefault
final class Polling {

    private static final Duration LINE = Duration.ofSeconds(30);

    private Polling() {}

    /**
     * How the driver's polls have gone after this one.
     *
     * @throws CommandException if that is not known in time, or never will be
     */
    static PollStats await(Probe driver) throws CommandException, InterruptedException {
        CompletableFuture<PollStats> poll = driver.poll();
        try {
            return poll.get(driver.pollLimit().plus(LINE).toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new CommandException("The poll is still under way; show tells later what came of it.");
        } catch (CancellationException | ExecutionException e) {
            throw new CommandException("The thing was disabled, removed or changed meanwhile.");
        }
    }
}
