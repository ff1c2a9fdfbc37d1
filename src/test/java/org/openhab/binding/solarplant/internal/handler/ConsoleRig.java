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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.console.SolarPlantConsole;
import org.openhab.core.OpenHAB;
import org.openhab.core.io.console.Console;

/** The console of a plant, with a folder of its own for what is written. */
@NonNullByDefault
final class ConsoleRig implements AutoCloseable {

    private final TestPlant plant;
    private final SolarPlantConsole console;
    private final Path folder;

    ConsoleRig(TestPlant plant, Path folder) {
        this.plant = plant;
        this.folder = folder;
        System.setProperty(OpenHAB.USERDATA_DIR_PROG_ARGUMENT, folder.toString());
        console = new SolarPlantConsole(plant.host.registries().things(), plant.host.translations(),
                plant.host.localeProvider(), new UserProfiles());
    }

    /** What a command prints. */
    String run(String... words) {
        List<String> lines = new ArrayList<>();
        console.execute(words, new Console() {
            @Override
            public void print(String text) {
                lines.add(text);
            }

            @Override
            public void println(String text) {
                lines.add(text + "\n");
            }

            @Override
            public void printUsage(String text) {
                lines.add("Usage: " + text + "\n");
            }
        });
        return String.join("", lines);
    }

    /** What the console offers for the last of these words. */
    List<String> complete(String... words) {
        List<String> candidates = new ArrayList<>();
        console.complete(words, words.length - 1, words[words.length - 1].length(), candidates);
        return candidates;
    }

    /** Captures a thing and gives back the file, as soon as two polls stand in it and the thing shows what it is there. */
    Path capture(String thing) {
        List<Path> before = files();
        String said = run("capture", thing, "60");
        if (!said.startsWith("Capturing for 60 min")) {
            throw new AssertionError(said);
        }
        Path file = files().stream().filter(path -> !before.contains(path)).findFirst().orElseThrow();
        plant.passUntil(Duration.ofSeconds(15), () -> count(file, "end") >= 2);
        // after a poll that is waited for all is shown, and from now on time stands still
        run("poll", thing);
        return file;
    }

    /** How many lines of a capture have this field. */
    static long count(Path file, String field) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.contains("\"" + field + "\":")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the time pass that a capture has, and waits for its end. */
    void awaitEnd(Path file) {
        plant.passUntil(Duration.ofMinutes(20), () -> !plant.log.with(file + " is complete").isEmpty());
    }

    /** All that was written. */
    List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        console.deactivate();
        System.clearProperty(OpenHAB.USERDATA_DIR_PROG_ARGUMENT);
    }
}
