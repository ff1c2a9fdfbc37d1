/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.io.console;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Completes one of a set of strings. */
@NonNullByDefault
public class StringsCompleter implements ConsoleCommandCompleter {

    private final SortedSet<String> strings;
    private final boolean caseSensitive;

    public StringsCompleter() {
        this(List.of(), false);
    }

    public StringsCompleter(Collection<String> strings, boolean caseSensitive) {
        this.strings = new TreeSet<>(caseSensitive ? Comparator.naturalOrder() : String.CASE_INSENSITIVE_ORDER);
        this.strings.addAll(strings);
        this.caseSensitive = caseSensitive;
    }

    public SortedSet<String> getStrings() {
        return strings;
    }

    @Override
    public boolean complete(String[] args, int cursorArgumentIndex, int cursorPosition, List<String> candidates) {
        String typed = cursorArgumentIndex >= 0 && cursorArgumentIndex < args.length
                ? args[cursorArgumentIndex].substring(0, cursorPosition)
                : "";
        int before = candidates.size();
        strings.stream().filter(s -> s.regionMatches(!caseSensitive, 0, typed, 0, typed.length()))
                .forEach(s -> candidates.add(s + " "));
        return candidates.size() > before;
    }
}
