/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.demo;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.io.console.Console;
import org.openhab.core.io.console.extensions.ConsoleCommandExtension;

/** openHAB's console as text: the commands that add-ons bring. */
@NonNullByDefault
final class DemoConsole {
    private final List<ConsoleCommandExtension> commands = new CopyOnWriteArrayList<>();

    void add(ConsoleCommandExtension command) {
        commands.add(command);
    }

    void remove(ConsoleCommandExtension command) {
        commands.remove(command);
    }

    /** What a command prints. */
    String run(String line) {
        List<String> words = Arrays.asList(line.strip().replaceFirst("^openhab:", "").split("\\s+"));
        StringBuilder out = new StringBuilder();
        commands.stream().filter(command -> command.getCommand().equals(words.getFirst())).findFirst().ifPresentOrElse(
                command -> command.execute(words.subList(1, words.size()).toArray(String[]::new), new Output(out)),
                () -> out.append("Commands: " + commands.stream().map(ConsoleCommandExtension::getCommand)
                        .collect(Collectors.joining(", ")) + "\n"));
        return out.toString();
    }

    private record Output(StringBuilder out) implements Console {
        @Override
        public void print(String text) {
            out.append(text);
        }

        @Override
        public void println(String text) {
            out.append(text).append('\n');
        }

        @Override
        public void printUsage(String text) {
            println("Usage: " + text);
        }
    }
}
