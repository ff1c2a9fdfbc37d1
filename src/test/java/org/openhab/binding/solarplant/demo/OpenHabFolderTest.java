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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The add-on and its things in somebody's openHAB. */
@NonNullByDefault
class OpenHabFolderTest {

    @Test
    void putsBothInPlace(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("addons"));
        Files.createDirectories(home.resolve("conf"));
        Path jar = Files.writeString(home.resolve("x-1.jar"), "jar");
        Path things = Files.writeString(home.resolve("plant.yaml"), "version: 1");
        String said = new OpenHabFolder(home).install(jar, things);
        assertEquals("jar", Files.readString(home.resolve("addons/x-1.jar")));
        assertEquals("version: 1", Files.readString(home.resolve("conf/yaml/solarplant-demo.yaml")));
        assertTrue(said.contains("x-1.jar") && said.contains("solarplant-demo.yaml"));
    }

    @Test
    void anotherFolderIsLeftAlone(@TempDir Path home) {
        assertThrows(IllegalArgumentException.class, () -> new OpenHabFolder(home));
    }
}
