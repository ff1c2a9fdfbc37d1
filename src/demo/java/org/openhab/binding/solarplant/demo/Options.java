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

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What the demo was asked for.
 *
 * @param things somebody's own plant
 * @param duration after which it ends by itself
 * @param port of the page
 * @param help only to say how it is used
 */
@NonNullByDefault
record Options(Optional<Path> things, Optional<Duration> duration, int port, boolean help) {
    static final String USAGE = """
            usage: ./demo [--things FILE] [--for SECONDS] [--port N]

            Starts a simulated plant, the add-on in an OSGi framework, and a page that shows both.

              --things FILE   your own things (openHAB's YAML format) instead of the simulated plant
              --for SECONDS   end after so long; the exit code is 0 if every thing is online then, else 1
              --port N        port of the page on 127.0.0.1 (8090)
              --help          this text

            With OPENHAB_HOME=DIR in the environment only the simulators are started, and the add-on and its
            things are put into that openHAB's addons and conf/yaml folders.
            Exit code 2: wrong usage, or a port that is taken.
            """;
    private static final int DEFAULT_PORT = 8090;

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    static Options parse(List<String> arguments) {
        Options options = new Options(Optional.empty(), Optional.empty(), DEFAULT_PORT, false);
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String name = rest.pop();
            options = switch (name) {
                case "--help", "-h" ->
                    new Options(options.things, options.duration, options.port, true);
                case "--things" ->
                    new Options(Optional.of(file(value(name, rest))), options.duration, options.port, options.help);
                case "--for" -> new Options(options.things,
                        Optional.of(Duration.ofSeconds(number(name, rest, 86_400))), options.port, options.help);
                case "--port" ->
                    new Options(options.things, options.duration, number(name, rest, 65_535), options.help);
                default -> throw new IllegalArgumentException("unknown option " + name + " (see ./demo --help)");
            };
        }
        return options;
    }

    private static Path file(String name) {
        Path file = Path.of(name);
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("cannot read " + name);
        }
        return file;
    }

    private static int number(String name, Deque<String> rest, int most) {
        String text = value(name, rest);
        try {
            int value = Integer.parseInt(text);
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(name + " takes a number from 1 to " + most + ", not " + text);
    }

    private static String value(String name, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(name + " needs a value (see ./demo --help)");
        }
        return rest.pop();
    }
}
