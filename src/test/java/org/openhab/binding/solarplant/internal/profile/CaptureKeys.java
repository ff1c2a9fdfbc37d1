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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What the keys of the side-cars of GivEnergy's captures are with us; those without a metric stand there with the reason. */
@NonNullByDefault
final class CaptureKeys {

    private static final List<String> FILES = List.of("/givenergy/capture-keys.txt", "/givenergy/capture-settings.txt");
    private static final Pattern LINE = Pattern
            .compile(
                    "(?<key>\\w+) = ((?<form>words|none|list|switch|slot|[-0-9][^ ]*) )?(?<metric>\\S+)( when (?<when>.+))?");

    /**
     * What becomes of a key on some models.
     *
     * @param form {@code words}, {@code none}, {@code list}, {@code switch}, {@code slot} or a factor
     * @param metric the metric, after a part and a slash if it is of a part
     */
    record Entry(String key, String form, String metric, Condition when) {}

    private final Map<String, List<Entry>> entries = new HashMap<>();
    private final Map<String, Set<String>> withoutMetric = new HashMap<>();

    CaptureKeys() {
        for (String file : FILES) {
            try (Reader reader = new InputStreamReader(
                    Objects.requireNonNull(CaptureKeys.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
                read(new BufferedReader(reader).lines().toList());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** The metrics that a table's keys of measurements feed. */
    List<Entry> entries(String table) {
        return all(table).stream().filter(entry -> !isSetting(entry)).toList();
    }

    /** The metrics that a table's keys of settings feed. */
    List<Entry> settings(String table) {
        return all(table).stream().filter(CaptureKeys::isSetting).toList();
    }

    boolean isKnown(String table, String key) {
        return withoutMetric.getOrDefault(table, Set.of()).contains(key)
                || all(table).stream().anyMatch(entry -> entry.key.equals(key));
    }

    private List<Entry> all(String table) {
        return entries.getOrDefault(table, List.of());
    }

    private static boolean isSetting(Entry entry) {
        return entry.metric.startsWith("settings#");
    }

    private void read(List<String> lines) {
        String table = "";
        for (String line : lines) {
            if (line.startsWith("[")) {
                table = line.substring(1, line.length() - 1);
            } else if (line.startsWith("    ")) {
                withoutMetric.computeIfAbsent(table, name -> new HashSet<>())
                        .addAll(Arrays.asList(line.strip().split(" ")));
            } else if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("no metric: ")) {
                entries.computeIfAbsent(table, name -> new ArrayList<>()).add(entry(line));
            }
        }
    }

    private static Entry entry(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new AssertionError("cannot read: " + line);
        }
        return new Entry(group(matcher, "key"), Objects.requireNonNullElse(matcher.group("form"), "1"),
                group(matcher, "metric"), Condition.parse(Objects.requireNonNullElse(matcher.group("when"), "")));
    }

    private static String group(Matcher matcher, String name) {
        return Objects.requireNonNull(matcher.group(name));
    }
}
