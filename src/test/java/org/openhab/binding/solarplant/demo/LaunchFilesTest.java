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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build writes down for the demo's script. */
@NonNullByDefault
class LaunchFilesTest {

    @Test
    void namesTheJdkAndLeavesTheAddOnsClassesOut(@TempDir Path folder) throws IOException {
        String first = System.getProperty("java.class.path").split(File.pathSeparator)[0];
        LaunchFiles.main(new String[]{folder.toString(), "x.jar", "/stand/in", first, "/project"});
        assertTrue(Files.isExecutable(Path.of(Files.readString(folder.resolve("java")).strip())));
        List<String> lines = Files.readAllLines(folder.resolve("args"));
        String classPath = lines.get(lines.indexOf("-cp") + 1);
        assertTrue(classPath.startsWith("\"/stand/in" + File.pathSeparator));
        assertFalse(List.of(classPath.replace("\"", "").split(File.pathSeparator)).contains(first));
        assertEquals(Demo.class.getName(), lines.getLast());
    }
}
