/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The README, for tests that try what it says. */
@NonNullByDefault
record Readme(String text) {

    private static final Pattern CODE = Pattern.compile("(?m)^```(\\w+)\\n((?s:.*?))^```$");

    static Readme read() {
        try {
            return new Readme(Files.readString(Path.of("README.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A chapter with all that is below it. */
    Readme chapter(String title) {
        String heading = "\n## " + title + "\n";
        int start = text.indexOf(heading);
        if (start < 0) {
            throw new IllegalArgumentException("no chapter " + title);
        }
        int end = text.indexOf("\n## ", start + heading.length());
        return new Readme(text.substring(start + heading.length(), end < 0 ? text.length() : end + 1));
    }

    /** All code in a language, in its order. */
    List<String> code(String language) {
        return CODE.matcher(text).results().filter(block -> block.group(1).equals(language))
                .map((MatchResult block) -> block.group(2)).toList();
    }

    /** The code of a file, which is named right before it. */
    String file(String name) {
        int start = text.indexOf("`" + name + "`");
        return start < 0
                ? ""
                : CODE.matcher(text.substring(start)).results().findFirst().map(block -> block.group(2)).orElse("");
    }
}
