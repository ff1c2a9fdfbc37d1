/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.io.console.Console;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** Says how all is, in one file that people can show others. */
@NonNullByDefault
final class DiagnosticsCommand implements ConsoleCommand {

    private final Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final Diagnostics diagnostics;
    private final UserFolder folder;

    DiagnosticsCommand(Diagnostics diagnostics, UserFolder folder) {
        this.diagnostics = diagnostics;
        this.folder = folder;
    }

    @Override
    public Usage usage() {
        return new Usage("diagnostics", "",
                "writes versions, configuration, devices and poll statistics to a file and shows them; without serial "
                        + "numbers, addresses, names and passwords");
    }

    @Override
    public List<String> candidates() {
        return List.of();
    }

    @Override
    public void run(List<String> arguments, Console console) throws IOException {
        String text = gson.toJson(diagnostics.json());
        console.println(text);
        Path file = folder.newDiagnostics(Instant.now(), ZoneId.systemDefault());
        Files.writeString(file, text + "\n", StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        console.println("It was written to " + file + ".");
    }
}
