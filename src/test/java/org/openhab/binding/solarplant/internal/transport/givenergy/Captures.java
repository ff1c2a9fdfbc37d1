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

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.provider.Arguments;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

/** Where recordings of real dongles are, if they are. They are read in place: the project holds no copy. */
@NonNullByDefault
final class Captures {
    private static final Path FOLDER = Path.of(System.getProperty("captures", "../shared/protocols"),
            "givenergy-captures");

    private Captures() {}

    static void need() {
        assumeTrue(Files.isDirectory(FOLDER),
                () -> "no captures in " + FOLDER + ": give their folder as -Dcaptures=DIR");
    }

    /** All recordings, by their names without ending. */
    static Stream<String> recordings() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            // a stand-in, so that the tests report themselves skipped one by one
            return Stream.of("no recording");
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".log")).sorted()
                    .map(name -> name.substring(0, name.length() - 4)).toList().stream();
        }
    }

    static Path log(String recording) {
        return FOLDER.resolve(recording + ".log");
    }

    static Path json(String name) {
        return FOLDER.resolve(name + ".json");
    }

    static JsonObject read(String name) throws IOException {
        try (Reader reader = Files.newBufferedReader(json(name))) {
            return new Gson().fromJson(reader, JsonObject.class);
        }
    }

    /** The entries of a list in a file, each after its name. */
    static Stream<Arguments> named(String file, String list) throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return Stream.of(Arguments.of("no captures", new JsonObject()));
        }
        return read(file).getAsJsonArray(list).asList().stream().map(element -> element.getAsJsonObject())
                .map(json -> Arguments.of(json.get("name").getAsString(), json));
    }
}
