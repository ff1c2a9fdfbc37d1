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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** An installed openHAB. */
@NonNullByDefault
final class OpenHabFolder {
    private final Path home;

    /**
     * The openHAB in a folder.
     *
     * @throws IllegalArgumentException if there is none
     */
    OpenHabFolder(Path home) {
        this.home = home;
        if (!Files.isDirectory(addons()) || !Files.isDirectory(home.resolve("conf"))) {
            throw new IllegalArgumentException(
                    "OPENHAB_HOME=" + home + " is no openHAB: it has no folders addons and conf");
        }
    }

    /** Puts the add-on and its things in; tells what was written. */
    String install(Path jar, Path things) throws IOException {
        Path yaml = Files.createDirectories(home.resolve("conf").resolve("yaml"));
        Path addon = addons().resolve(jar.getFileName());
        Path plant = yaml.resolve("solarplant-demo.yaml");
        // first what the add-on needs, then the add-on
        Files.copy(things, plant, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(jar, addon, StandardCopyOption.REPLACE_EXISTING);
        return plant + System.lineSeparator() + addon;
    }

    private Path addons() {
        return home.resolve("addons");
    }
}
