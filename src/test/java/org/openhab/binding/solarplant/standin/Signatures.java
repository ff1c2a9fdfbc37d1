/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** One class as javap prints it: its header and its members. */
@NonNullByDefault
record Signatures(String name, List<String> lines) {

    private static final Pattern NAME = Pattern.compile("(?:class|interface) ([\\w.$]+)");

    boolean isPublic() {
        return lines.getFirst().startsWith("public ");
    }

    String packageName() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** Compilers disagree on how they mark the bridge of a method with variable arguments. */
    boolean isBridge(String line) {
        return line.endsWith("[]);")
                && lines.contains(line.replaceFirst("(public )\\S+", "$1" + name).replace("[]);", "...);"));
    }

    static List<Signatures> of(String listing) {
        List<Signatures> result = new ArrayList<>();
        for (String line : listing.lines().map(Signatures::normalized).toList()) {
            Matcher header = NAME.matcher(line);
            if (line.endsWith("{") && header.find()) {
                result.add(new Signatures(header.group(1), new ArrayList<>(List.of(line))));
            } else if (line.endsWith(";")) {
                result.getLast().lines().add(line);
            }
        }
        return result;
    }

    /** Listings differ in blanks after commas, and non-ASCII constants in how they are escaped. */
    private static String normalized(String line) {
        return line.strip().replace(", ", ",");
    }
}
