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

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** An installed Chromium, run without a window and without talking to anybody else. */
@NonNullByDefault
final class Chromium {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> QUIET = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--hide-scrollbars", "--virtual-time-budget=4000");
    private static final int PATIENCE_SECONDS = 60;

    private final Path program;
    private final Path folder;

    private Chromium(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** The browser on this computer, with a profile of its own in a folder. */
    static Optional<Chromium> find(Path folder) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(Path::of)
                .flatMap(path -> NAMES.stream().map(path::resolve)).filter(Files::isExecutable).findFirst()
                .map(program -> new Chromium(program, folder));
    }

    /** The document after its scripts have run. */
    String dom(String address) throws IOException, InterruptedException {
        return run(List.of("--dump-dom", address));
    }

    /** A picture of the page. */
    void screenshot(String address, Path file, int width, int height, boolean dark)
            throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(
                List.of("--screenshot=" + file, "--window-size=" + width + "," + height, address));
        if (dark) {
            options.addFirst("--blink-settings=preferredColorScheme=0");
        }
        run(options);
    }

    private String run(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--user-data-dir=" + folder));
        command.addAll(QUIET);
        command.addAll(options);
        Path output = Files.createTempFile(folder, "chromium", ".out");
        Process process = new ProcessBuilder(command).redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException("the browser does not end");
        }
        return Files.readString(output);
    }
}
