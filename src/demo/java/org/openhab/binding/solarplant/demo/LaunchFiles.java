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
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Run by the build on the JDK that the build has chosen: writes down which one that is, and with which arguments the
 * demo starts. So the demo's script needs neither Maven nor any setting once all is built.
 */
@NonNullByDefault
public final class LaunchFiles {
    private static final int WARNS_OF_UNSAFE = 23;

    private LaunchFiles() {}

    /**
     * Writes the files <code>java</code> and <code>args</code>.
     *
     * @param args target folder, the add-on's JAR, classes of the stand-in, classes of the add-on (left out: they
     *            come from the JAR), project folder
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Path jar = Path.of(args[1]);
        Path standIn = Path.of(args[2]);
        Path addon = Path.of(args[3]);
        Path project = Path.of(args[4]);
        String classPath = Stream
                .concat(Stream.of(standIn),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of))
                .filter(entry -> !entry.equals(addon)).map(Path::toString).distinct()
                .collect(Collectors.joining(File.pathSeparator));
        List<String> lines = new ArrayList<>();
        lines.add("-XX:+UseSerialGC");
        if (Runtime.version().feature() >= WARNS_OF_UNSAFE) {
            // the OSGi framework still uses it, which is no news for whoever watches a demo
            lines.add("--sun-misc-unsafe-memory-access=allow");
        }
        // the HTTP client's first words are no news either
        lines.add("-Dorg.eclipse.jetty.util.log.announce=false");
        lines.add(property("folder", folder));
        lines.add(property("jar", jar));
        lines.add(property("things", project.resolve(Path.of("src", "demo", "plant.yaml"))));
        lines.add("-cp");
        lines.add(quoted(classPath));
        lines.add(Demo.class.getName());
        Files.write(folder.resolve("args"), lines);
        Files.writeString(folder.resolve("java"),
                Path.of(System.getProperty("java.home"), "bin", "java").toString() + '\n');
    }

    private static String property(String name, Path value) {
        return quoted("-D" + Setup.PREFIX + name + '=' + value.toAbsolutePath());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\") + '"';
    }
}
