/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.profile.JsonLines.Line;

/**
 * Reads a profile from JSON and refuses what cannot be meant, naming file and line. {@code docs/profiles.md} describes
 * the format.
 */
@NonNullByDefault
public final class ProfileReader {

    private ProfileReader() {}

    /**
     * @param file the file's name, for messages
     * @param text its content
     * @throws ProfileException if it is no usable profile
     * @throws IOException if it could not be read at all
     */
    public static Profile read(String file, Reader text) throws ProfileException, IOException {
        JsonLines json = JsonLines.read(file, text);
        json.allow(file, Set.of("devices", "registers", "sums"));
        ProfileHead head = at(file, new Line(1, json.head()), line -> ProfileHead.read(json.head()));
        LineReader reader = new LineReader(head);
        List<Part> parts = each(file, json.list("devices"), reader::part);
        List<Register> registers = each(file, json.list("registers"), reader::register);
        List<Sum> sums = each(file, json.list("sums"), reader::sum);
        Profile profile = new Profile(head.id(), head.label(), head.blockSize(), head.wordOrder(), head.facts(),
                head.invalid(), head.firmware(), parts, registers, sums);
        ProfileCheck.check(file, profile);
        return profile;
    }

    private static <T> List<T> each(String file, List<Line> lines, Function<Line, T> reader) throws ProfileException {
        List<T> results = new ArrayList<>();
        for (Line line : lines) {
            results.add(at(file, line, reader));
        }
        return List.copyOf(results);
    }

    private static <T> T at(String file, Line line, Function<Line, T> reader) throws ProfileException {
        try {
            return reader.apply(line);
        } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
            throw new ProfileException(file, line.number(), String.valueOf(e.getMessage()), e);
        }
    }
}
