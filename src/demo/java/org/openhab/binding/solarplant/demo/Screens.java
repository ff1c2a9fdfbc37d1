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

/** Which screen suits the terminal, as the demo's script has found out. */
@NonNullByDefault
record Screens(Screen screen) {
    private static final int NARROWEST = 40;
    private static final int DEFAULT_WIDTH = 100;
    private static final int LOWEST = 10;
    private static final int DEFAULT_HEIGHT = 24;

    /** To be called before anything is logged: a log would spoil a table, and goes to a file there. */
    static Screens ofThisTerminal(Path folder) {
        if (!"table".equals(System.getenv("DEMO_SCREEN"))) {
            return new Screens(new LineScreen(System.out));
        }
        Path log = folder.resolve("demo.log");
        System.setProperty("org.slf4j.simpleLogger.logFile", log.toString());
        System.out.println("log:  " + log);
        return new Screens(new TableScreen(System.out, size("COLUMNS", NARROWEST, DEFAULT_WIDTH),
                size("LINES", LOWEST, DEFAULT_HEIGHT)));
    }

    private static int size(String variable, int least, int otherwise) {
        try {
            return Math.max(least, Integer.parseInt(System.getenv().getOrDefault(variable, "")));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
