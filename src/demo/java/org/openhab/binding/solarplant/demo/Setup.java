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

import java.nio.file.Path;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Where things lie, as the build has written it down.
 *
 * @param folder for files of the demo's own
 * @param jar the add-on
 * @param things the simulated plant
 */
@NonNullByDefault
record Setup(Path folder, Path jar, Path things) {
    static final String PREFIX = "solarplant.demo.";

    static Setup ofThisProgram() {
        return new Setup(path("folder"), path("jar"), path("things"));
    }

    private static Path path(String name) {
        String value = System.getProperty(PREFIX + name);
        if (value == null) {
            throw new IllegalStateException("start the demo with ./demo");
        }
        return Path.of(value);
    }
}
