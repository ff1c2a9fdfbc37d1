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

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** References to texts that openHAB translates where it shows them. */
@NonNullByDefault
public final class TranslatedText {

    private TranslatedText() {}

    /** The text under this key. openHAB's form of it cannot hold commas, quotes or brackets inside an argument. */
    public static String of(String key, List<String> arguments) {
        if (arguments.isEmpty()) {
            return "@text/" + key;
        }
        return "@text/" + key + arguments.stream().map(TranslatedText::quoted)
                .collect(Collectors.joining(", ", " [", "]"));
    }

    private static String quoted(String argument) {
        // openHAB leaves out blank arguments, and the next one would take their place
        return "\"" + (argument.isBlank() ? "-" : argument.replaceAll("[\",\\[\\]]", " ")) + "\"";
    }
}
