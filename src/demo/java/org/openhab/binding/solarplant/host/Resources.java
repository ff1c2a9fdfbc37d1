/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;

/** Where the files of a binding lie: a folder, or the bundle itself. */
@NonNullByDefault
public sealed interface Resources permits Resources.Folder, Resources.OfBundle {

    /** The files of a folder below OH-INF with that ending. */
    List<URL> list(String folder, String ending);

    /** The bundle, or null where the files do not come from one. */
    @Nullable
    Bundle bundle();

    /** A folder called OH-INF. */
    record Folder(Path ohInf) implements Resources {

        @Override
        public List<URL> list(String folder, String ending) {
            Path path = ohInf.resolve(folder);
            if (!Files.isDirectory(path)) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(path)) {
                List<URL> result = new ArrayList<>();
                for (Path file : files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
                    result.add(file.toUri().toURL());
                }
                return result;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public @Nullable Bundle bundle() {
            return null;
        }
    }

    /** A bundle of an OSGi framework. */
    record OfBundle(Bundle bundle) implements Resources {

        @Override
        public List<URL> list(String folder, String ending) {
            Enumeration<URL> entries = bundle.findEntries("OH-INF/" + folder, "*" + ending, false);
            return entries == null ? List.of() : Collections.list(entries);
        }
    }
}
