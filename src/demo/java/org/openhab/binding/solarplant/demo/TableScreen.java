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

import java.io.PrintStream;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** A table that is drawn over itself, for terminals. */
@NonNullByDefault
final class TableScreen implements Screen {
    private static final String ESCAPE = "\u001b[";
    private static final String GREEN = ESCAPE + "32m";
    private static final String RED = ESCAPE + "31m";
    private static final String BOLD = ESCAPE + "1m";
    private static final String PLAIN = ESCAPE + "0m";
    private static final String END_OF_LINE = ESCAPE + "K";
    private static final String END_OF_SCREEN = ESCAPE + "J";

    private final PrintStream out;
    private final ThingTable table;
    private int drawn;

    /** A screen of so many columns and lines; the last line is the cursor's. */
    TableScreen(PrintStream out, int width, int height) {
        this.out = out;
        this.table = new ThingTable(width, height - 1);
    }

    @Override
    public void show(PlantView view) {
        List<String> lines = table.lines(view.things());
        StringBuilder text = new StringBuilder();
        if (drawn > 0) {
            text.append(ESCAPE).append(drawn).append('A');
        }
        int figures = lines.indexOf("");
        for (int i = 0; i < lines.size(); i++) {
            text.append(i < figures ? BOLD + lines.get(i) + PLAIN : coloured(lines.get(i))).append(END_OF_LINE)
                    .append('\n');
        }
        out.print(text.append(END_OF_SCREEN));
        out.flush();
        drawn = lines.size();
    }

    private static String coloured(String line) {
        return line.replaceFirst("  ONLINE", "  " + GREEN + "ONLINE" + PLAIN).replaceFirst("  OFFLINE",
                "  " + RED + "OFFLINE" + PLAIN);
    }
}
