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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.OpenHAB;

/** The binding's folder among openHAB's user data. */
@NonNullByDefault
final class UserFolder {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final String CAPTURES = "captures";
    private static final String CAPTURE = ".jsonl";

    /** A name for a new capture; the folder is made if there is none. */
    Path newCapture(String thingType, Instant now, ZoneId zone) throws IOException {
        return free(Files.createDirectories(captures()), thingType + "-" + stamp(now, zone), CAPTURE);
    }

    /** A name for new diagnostics; the folder is made if there is none. */
    Path newDiagnostics(Instant now, ZoneId zone) throws IOException {
        return free(Files.createDirectories(folder()), "diagnostics-" + stamp(now, zone), ".json");
    }

    /** The capture of this name, or the file at this path. */
    Path capture(String name) {
        Path inFolder = captures().resolve(name);
        return Files.exists(inFolder) ? inFolder : Path.of(name);
    }

    /** The names of all captures; none if they cannot be listed, which whoever asks for one of them will hear of. */
    List<String> captureNames() {
        try (Stream<Path> files = Files.list(captures())) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(CAPTURE)).sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Path free(Path folder, String name, String ending) {
        Path file = folder.resolve(name + ending);
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve(name + "-" + number + ending);
        }
        return file;
    }

    private static Path captures() {
        return folder().resolve(CAPTURES);
    }

    private static Path folder() {
        return Path.of(OpenHAB.getUserDataFolder(), "solarplant");
    }

    private static String stamp(Instant now, ZoneId zone) {
        return STAMP.format(now.atZone(zone));
    }
}
