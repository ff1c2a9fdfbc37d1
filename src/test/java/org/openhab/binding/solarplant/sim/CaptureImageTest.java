/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capture file becomes an image. */
@NonNullByDefault
class CaptureImageTest {

    @Test
    void readsBothBlocks(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("dump.json"), """
                {"device": "x", "input": {"functionCode": 4, "start": 16, "registers": [7, 000, 65535]},
                 "holding": {"start": 0, "registers": [1]}, "expected": {"a": 1}}""");
        MapImage image = CaptureImage.read(file);
        assertEquals(65535, image.read(Space.INPUT, 18).orElseThrow());
        assertEquals(0, image.read(Space.INPUT, 17).orElseThrow());
        assertEquals(1, image.read(Space.HOLDING, 0).orElseThrow());
        assertTrue(image.read(Space.INPUT, 0).isEmpty());
        assertTrue(image.remove(Space.INPUT, 16, 17).read(Space.INPUT, 16).isEmpty());
    }
}
