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

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Things and key figures as lines of text. */
@NonNullByDefault
final class ThingTable {
    private final int width;
    private final int height;

    /** A table for a terminal of so many columns, of no more than so many lines. */
    ThingTable(int width, int height) {
        this.width = width;
        this.height = height;
    }

    List<String> lines(List<ThingView> things) {
        int uid = things.stream().mapToInt(thing -> thing.uid().length()).max().orElse(0);
        int label = things.stream().mapToInt(thing -> thing.label().length()).max().orElse(0);
        String row = "%-" + Math.max(5, label) + "s  %-" + Math.max(5, uid) + "s  %s";
        List<String> lines = new ArrayList<>(FigureText.lines(things));
        lines.add("");
        lines.add(row.formatted("Label", "Thing", "Status"));
        List<ThingView> shown = shown(things, height - lines.size());
        shown.forEach(thing -> lines.add(row.formatted(thing.label(), thing.uid(), status(thing))));
        if (shown.size() < things.size()) {
            lines.add("… and " + (things.size() - shown.size()) + " more");
        }
        return lines.stream().map(this::fitted).toList();
    }

    /** All of them, or as many as leave a line for how many are left out: of the last ones those that are well. */
    private static List<ThingView> shown(List<ThingView> things, int room) {
        if (things.size() <= room) {
            return things;
        }
        int most = Math.max(0, room - 1);
        List<ThingView> shown = new ArrayList<>(things);
        for (int i = things.size() - 1; i >= 0 && shown.size() > most; i--) {
            if (shown.get(i).isOnline()) {
                shown.remove(i);
            }
        }
        return shown.subList(0, Math.min(most, shown.size()));
    }

    /** Status, detail where it says something, and the thing's own words. */
    static String status(ThingView thing) {
        StringBuilder text = new StringBuilder(thing.status());
        if (!"NONE".equals(thing.detail())) {
            text.append(" (").append(thing.detail()).append(')');
        }
        if (!thing.description().isBlank()) {
            text.append(": ").append(thing.description());
        }
        return printable(text.toString());
    }

    /** A device's words must not steer the terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private String fitted(String line) {
        String text = printable(line);
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
    }
}
