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

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.Gson;

/** Reads the register dump of a real device: blocks "input" and "holding", each with a start and its registers. */
@NonNullByDefault
public final class CaptureImage {
    private CaptureImage() {}

    /** The image that a capture file holds. */
    public static MapImage read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            // some captures write 000 for 0, which only a lenient reader takes
            Dump dump = new Gson().fromJson(reader, Dump.class);
            MapImage image = new MapImage();
            fill(image, Space.INPUT, dump.input());
            fill(image, Space.HOLDING, dump.holding());
            return image;
        }
    }

    private static void fill(MapImage image, Space space, @Nullable Block block) {
        if (block != null) {
            for (int i = 0; i < block.registers().size(); i++) {
                image.put(space, block.start() + i, Integer.parseInt(block.registers().get(i)));
            }
        }
    }

    private record Dump(@Nullable Block input, @Nullable Block holding) {}

    private record Block(int start, List<String> registers) {}
}
