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
import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Plain lines for logs and pipes: every change of a status, and the key figures now and then. */
@NonNullByDefault
final class LineScreen implements Screen {
    private static final int FIGURES_EVERY = 5;

    private final PrintStream out;
    private final Map<String, String> shown = new HashMap<>();
    private int calls;

    LineScreen(PrintStream out) {
        this.out = out;
    }

    @Override
    public void show(PlantView view) {
        var things = view.things();
        for (ThingView thing : things) {
            String status = ThingTable.status(thing);
            if (!status.equals(shown.put(thing.uid(), status))) {
                out.println(thing.uid() + " " + status);
            }
        }
        if (calls++ % FIGURES_EVERY == FIGURES_EVERY - 1) {
            FigureText.lines(things).forEach(out::println);
        }
        out.flush();
    }
}
