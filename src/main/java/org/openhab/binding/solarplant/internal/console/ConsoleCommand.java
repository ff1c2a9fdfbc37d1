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

import java.io.IOException;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.io.console.Console;

/** One of the commands below {@code openhab:solarplant}. */
@NonNullByDefault
interface ConsoleCommand {

    /**
     * How it is called.
     *
     * @param name the first word
     * @param syntax what follows it; empty if nothing does
     * @param description what it does
     */
    record Usage(String name, String syntax, String description) {}

    /** How it is called. */
    Usage usage();

    /** What may stand for its first argument. */
    List<String> candidates();

    /**
     * Does it.
     *
     * @param arguments what follows its name
     * @throws CommandException with a sentence for the user
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    void run(List<String> arguments, Console console) throws CommandException, IOException, InterruptedException;
}
