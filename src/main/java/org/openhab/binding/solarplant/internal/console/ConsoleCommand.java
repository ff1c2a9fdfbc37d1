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

    /** The first argument. */
    String name();

    /** What follows it, for the usage; empty if nothing does. */
    String syntax();

    /** What it does, for the usage. */
    String description();

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
