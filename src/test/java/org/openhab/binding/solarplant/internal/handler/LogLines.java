/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What is logged while it is open; slf4j-simple writes to the standard error stream of the moment. */
@NonNullByDefault
final class LogLines implements AutoCloseable {

    private static final Pattern LINE = Pattern.compile("^(\\[[^]]+] [A-Z]+ |Exception in thread )");

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    LogLines() {
        System.setErr(new PrintStream(text, true, StandardCharsets.UTF_8));
    }

    /** What was logged, and what threads died of; not by nameless threads, which are those of other tests. */
    List<String> all() {
        return text.toString(StandardCharsets.UTF_8).lines().filter(line -> LINE.matcher(line).find()).toList();
    }

    /** The lines that hold this text. */
    List<String> with(String part) {
        return all().stream().filter(line -> line.contains(part)).toList();
    }

    /** What no user should ever see. */
    List<String> complaints() {
        return all().stream().filter(line -> !line.contains(" INFO ")).toList();
    }

    @Override
    public void close() {
        System.setErr(before);
        before.print(text.toString(StandardCharsets.UTF_8));
    }
}
