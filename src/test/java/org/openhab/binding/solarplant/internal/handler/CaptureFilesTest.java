/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openhab.binding.solarplant.internal.model.DeviceKind;

/**
 * Each capture in a folder gives the values that stand in the file of the same name beside it. The property
 * {@code reports} names another folder than the project's own, and {@code reports.write=true} writes what is missing.
 */
@NonNullByDefault
class CaptureFilesTest {

    private static final Path OWN = Path.of("src/test/resources/captures");
    private static final Path FOLDER = Path.of(System.getProperty("reports", OWN.toString()));
    private static final String CAPTURE = ".jsonl";
    private static final String VALUES = ".values";

    @TestFactory
    Stream<DynamicTest> givesTheValuesBesideIt() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(CAPTURE)).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
        }
    }

    private static void compare(Path capture) throws Exception {
        List<String> lines = ReplayedCapture.of(capture).lines();
        assertFalse(lines.isEmpty(), "nothing comes out of " + capture);
        Path values = Path.of(capture.toString().replace(CAPTURE, VALUES));
        if (!Files.exists(values) && Boolean.getBoolean("reports.write")) {
            Files.write(values, lines);
        }
        assertTrue(Files.exists(values), () -> "nobody says what should come out of " + capture
                + "; with -Dreports.write=true what does is written beside it, to be looked through");
        assertEquals(String.join("\n", Files.readAllLines(values)), String.join("\n", lines));
    }

    @Test
    void aTestCanLookAtOneChannel() throws Exception {
        ReplayedCapture replayed = ReplayedCapture.of(OWN.resolve("givenergy-three-packs.jsonl"));
        assertEquals("47", replayed.state(DeviceKind.BATTERY, 3, "battery#state-of-charge").toString().split(" ")[0]);
    }
}
