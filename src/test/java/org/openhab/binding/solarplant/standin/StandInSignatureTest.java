/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/** Every public and protected member of the stand-in is one of openHAB's, to the letter. */
@NonNullByDefault
class StandInSignatureTest {

    private static final Path CLASSES = Path.of(System.getProperty("standin.classes", "")).toAbsolutePath();
    private static final String LISTINGS = System.getProperty("openhab.api", "");

    @Test
    void everyMemberIsInTheListingOfItsPackage() throws IOException {
        assumeTrue(!LISTINGS.isEmpty() && Files.isDirectory(Path.of(LISTINGS)),
                "no listing of openHAB's API: property openhab.api is '" + LISTINGS + "'");
        assumeTrue(Files.isDirectory(CLASSES.resolve("org/openhab/core")), "the stand-in is not in " + CLASSES);
        Map<String, Set<String>> listings = new HashMap<>();
        List<String> differences = new ArrayList<>();
        for (Signatures own : Signatures.of(javap(classFiles()))) {
            Path listing = Path.of(LISTINGS, own.packageName() + ".txt");
            if (!own.isPublic() || !Files.exists(listing)) {
                continue;
            }
            Set<String> real = listings.computeIfAbsent(own.packageName() + " " + own.name(),
                    key -> find(own.name(), listing));
            own.lines().stream().filter(line -> !real.contains(line) && !own.isBridge(line))
                    .forEach(line -> differences.add(own.name() + ": " + line));
        }
        assertEquals("", String.join("\n", differences));
    }

    private static Set<String> find(String name, Path listing) {
        try {
            return Signatures.of(Files.readString(listing)).stream().filter(s -> s.name().equals(name)).findFirst()
                    .map(s -> Set.copyOf(s.lines())).orElse(Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> classFiles() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("org/openhab/core"))) {
            return files.map(Path::toString).filter(file -> file.endsWith(".class")).sorted().toList();
        }
    }

    private static String javap(List<String> files) {
        ToolProvider tool = ToolProvider.findFirst("javap").orElseThrow();
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("-protected", "-constants"));
        arguments.addAll(files);
        int code = tool.run(new PrintWriter(out), new PrintWriter(out), arguments.toArray(String[]::new));
        assertEquals(0, code, out.toString());
        return out.toString();
    }
}
