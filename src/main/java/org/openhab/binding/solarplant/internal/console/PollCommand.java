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

import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.handler.Probe;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.core.io.console.Console;

/** Polls a thing at once. */
@NonNullByDefault
final class PollCommand implements ConsoleCommand {

    private static final String SEARCH = "search";

    private final Things things;
    private final Sentences sentences;

    PollCommand(Things things, Sentences sentences) {
        this.things = things;
        this.sentences = sentences;
    }

    @Override
    public Usage usage() {
        return new Usage("poll", "<thing> [" + SEARCH + "]",
                "polls a thing out of turn; with " + SEARCH
                        + " its model and all that rides on it are found out anew, which may take minutes");
    }

    @Override
    public List<String> candidates() {
        return things.uids();
    }

    @Override
    public void run(List<String> arguments, Console console) throws CommandException, InterruptedException {
        Probe driver = things.driver(arguments);
        if (arguments.size() > 1) {
            if (!SEARCH.equals(arguments.get(1))) {
                throw new CommandException("After the thing only " + SEARCH + " can stand.");
            }
            driver.searchAnew(() -> {});
            console.println("Searching …");
        }
        PollStats stats = Polling.await(driver);
        Optional<Failure> failure = stats.lastFailure();
        console.println(failure.isEmpty()
                ? "It answered within " + stats.duration().toMillis() + " ms."
                : "The poll failed: " + sentences.sentence(failure.get()));
    }
}
