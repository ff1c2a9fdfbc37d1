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

import java.io.IOException;
import java.io.Reader;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** The lines of a text of which nobody knows how long it is. */
@NonNullByDefault
final class BoundedLines {

    private final Reader text;
    private final int longestLine;
    private long left;
    private int number;

    /**
     * @param text buffered
     * @param longestLine in characters
     * @param longestText in characters
     */
    BoundedLines(Reader text, int longestLine, long longestText) {
        this.text = text;
        this.longestLine = longestLine;
        this.left = longestText;
    }

    /**
     * The next line; null after the last. What has no end of line is no whole line, and not read.
     *
     * @throws IllegalArgumentException if it is too long
     */
    @Nullable
    String next() throws IOException {
        number++;
        StringBuilder line = new StringBuilder();
        for (int character = text.read(); character >= 0; character = text.read()) {
            if (--left < 0) {
                throw new IllegalArgumentException("the file is too long");
            }
            if (character == '\n') {
                return line.toString();
            }
            if (line.length() == longestLine) {
                throw new IllegalArgumentException("the line is too long");
            }
            line.append((char) character);
        }
        return null;
    }

    /** Which line it was, counted from 1. */
    int number() {
        return number;
    }
}
