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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The class path that this program runs on, as a store of bundles and of packages that openHAB would provide. */
@NonNullByDefault
public final class ClassPath {
    private static final String OPENHAB = "org/openhab/core";
    // What openHAB's runtime exports besides its own packages, by symbolic name. Declarative Services among it: the
    // stand-in's base classes know its types from here, and must mean the same ones as the framework.
    private static final List<String> SHARED = List.of("slf4j.api", "javax.measure.unit-api", "tech.units.indriya",
            "org.openhab.core", "org.osgi.service.component", "org.osgi.util.promise", "org.osgi.util.function",
            "org.eclipse.jetty.");

    private final List<Path> entries;

    /** A class path of these folders and JARs. */
    public ClassPath(List<Path> entries) {
        this.entries = entries;
    }

    /** The class path of this program. */
    public static ClassPath ofThisProgram() {
        return new ClassPath(
                Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator)).map(Path::of).toList());
    }

    /** The JAR that is the bundle of this name. */
    public Path bundle(String symbolicName) {
        return entries.stream().filter(entry -> symbolicName.equals(symbolicName(entry))).findFirst()
                .orElseThrow(() -> new IllegalStateException("no bundle " + symbolicName + " in the class path"));
    }

    /**
     * The packages that bundles get from here, with their versions.
     *
     * @param openhab the version under which openHAB's packages are exported
     */
    public Map<String, String> exports(String openhab) {
        Map<String, String> exports = new TreeMap<>();
        for (Path entry : entries) {
            if (Files.isDirectory(entry.resolve(OPENHAB))) {
                packages(entry).forEach(name -> exports.put(name, openhab));
            } else if (SHARED.stream().anyMatch(symbolicName(entry)::startsWith)) {
                header(entry, "Export-Package").map(ExportHeader::packages).ifPresent(exports::putAll);
            }
        }
        return exports;
    }

    private static List<String> packages(Path folder) {
        try (Stream<Path> files = Files.walk(folder.resolve(OPENHAB))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> folder.relativize(file.getParent()).toString().replace(File.separatorChar, '.'))
                    .distinct().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String symbolicName(Path entry) {
        return header(entry, "Bundle-SymbolicName").map(name -> name.split(";")[0].strip()).orElse("");
    }

    private static Optional<String> header(Path entry, String name) {
        if (!Files.isRegularFile(entry)) {
            return Optional.empty();
        }
        try (JarFile jar = new JarFile(entry.toFile())) {
            return Optional.ofNullable(jar.getManifest()).map(Manifest::getMainAttributes)
                    .map((Attributes attributes) -> attributes.getValue(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
