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
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line. */
@NonNullByDefault
class OptionsTest {

    @Test
    void hasDefaults() {
        assertEquals(new Options(Optional.empty(), Optional.empty(), 8090, false), Options.parse(List.of()));
    }

    @Test
    void readsEveryOption(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "version: 1");
        Options options = Options.parse(List.of("--for", "20", "--things", file.toString(), "--port", "9000"));
        assertEquals(new Options(Optional.of(file), Optional.of(Duration.ofSeconds(20)), 9000, false), options);
        assertTrue(Options.parse(List.of("--help")).help());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--fro 20", "--for", "--for soon", "--for 0", "--port 70000", "--things /no/such/file"})
    void saysWhatIsWrong(String line) {
        var error = assertThrows(IllegalArgumentException.class, () -> Options.parse(List.of(line.split(" "))));
        assertTrue(error.getMessage().length() > 10);
    }
}
