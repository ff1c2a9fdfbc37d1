/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.capture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A capture as it was read from a file.
 *
 * @param scenes the polls and orders, in the order in which they happened
 */
@NonNullByDefault
public record Capture(CaptureHeader header, List<Scene> scenes) {

    /** No file is longer, in characters. */
    public static final int LONGEST_FILE = 8 << 20;
    /** The longest answer of a cloud, and something around it. */
    private static final int LONGEST_LINE = 2 << 20;

    /**
     * One poll or order.
     *
     * @param lines what was heard from its beginning to its end
     */
    public record Scene(Heard.Occasion occasion, List<CaptureLine> lines) {}

    /**
     * Reads a file, which may come from anybody.
     *
     * @throws CaptureException if it is no capture, naming the line; one that ends in the middle of a poll is one up to there
     * @throws IOException if it cannot be read
     */
    public static Capture read(Path path) throws IOException, CaptureException {
        // unlike a reader of Files this one does not stumble over bytes that are no text
        try (Reader file = new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8)) {
            return read(file);
        }
    }

    /** Reads a capture from anywhere, as {@link #read(Path)} does. */
    public static Capture read(Reader text) throws IOException, CaptureException {
        BoundedLines lines = new BoundedLines(new BufferedReader(text), LONGEST_LINE, LONGEST_FILE);
        try {
            String first = lines.next();
            CaptureHeader header = CaptureHeader.of(Fields.parse(first == null ? "" : first));
            List<Scene> scenes = new ArrayList<>();
            LineDecoder decoder = new LineDecoder();
            for (String line = lines.next(); line != null; line = lines.next()) {
                add(decoder.decode(Fields.parse(line)), scenes);
            }
            scenes.removeIf(scene -> !(scene.lines().getLast().heard() instanceof Heard.End));
            return new Capture(header, List.copyOf(scenes));
        } catch (IllegalArgumentException e) {
            throw new CaptureException(lines.number(), String.valueOf(e.getMessage()));
        }
    }

    private static void add(CaptureLine line, List<Scene> scenes) {
        if (line.heard() instanceof Heard.Begin(Heard.Occasion occasion)) {
            scenes.add(new Scene(occasion, new ArrayList<>()));
        }
        if (scenes.isEmpty()) {
            throw new IllegalArgumentException("it must begin with a poll");
        }
        scenes.getLast().lines().add(line);
    }
}
