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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.model.MetricType;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.w3c.dom.Element;

/** The README tells of everything that users can set, link or be told, but for what few people look at. */
@NonNullByDefault
class OhInfReadmeTest {

    /** The beginning of a status text, up to where it says what to do. */
    private static final Pattern FIRST_SENTENCE = Pattern.compile("(.*?[^ ]\\.) .*");

    private final String readme;

    OhInfReadmeTest() throws IOException {
        readme = Files.readString(Path.of("README.md"));
    }

    @Test
    void itNamesEveryParameterWithItsDefault() {
        assertMissing(OhInf.all("parameter").stream().map(parameter -> {
            String start = "\\| `" + parameter.getAttribute("name") + "` +\\| " + parameter.getAttribute("type");
            String value = OhInf.text(parameter, "default");
            return value.isEmpty() ? start : start + " [^\\n]*\\| `" + value + "` ";
        }));
    }

    /** The others stand on the page of channels, which the build makes. */
    @Test
    void itNamesEveryChannelThatMostPeopleLookAtWithItsItemTypeAndDescription() {
        Map<String, Element> types = new TreeMap<>();
        OhInf.all("channel-type").forEach(type -> types.put(type.getAttribute("id"), type));
        Set<MetricType> had = ChannelOwner.all().stream().map(ChannelOwner::type).collect(Collectors.toSet());
        assertMissing(Metrics.types().stream().filter(type -> !type.advanced() && had.contains(type))
                .map(type -> row(type, types.getOrDefault(type.channelType(), OhInf.roots().getFirst()))));
    }

    @Test
    void itExplainsEveryStatusText() {
        Properties texts = OhInf.texts("");
        assertMissing(
                texts.stringPropertyNames().stream()
                        .filter(key -> key.matches("(offline|online|plant|unknown|control\\.refused)\\..*"))
                        .map(key -> FIRST_SENTENCE.matcher(texts.getProperty(key).replace("''", "'")).replaceAll("$1"))
                        .map(text -> "| " + text.replaceAll("\\{\\d}", "…") + " ").map(Pattern::quote));
    }

    @Test
    void itHasOneSentencePerLine() {
        assertEquals(Set.of(), readme.replaceAll("(?s)```.*?```", "").replaceAll("(?m)^1\\. ", "").lines()
                .filter(line -> !line.startsWith("|") && !line.startsWith("**"))
                .filter(line -> line.matches(".*[.!?] [A-Z].*")).collect(Collectors.toSet()));
    }

    private static String row(MetricType type, Element channelType) {
        return "\\| `" + type.group() + "` +\\| `" + type.pattern().replace("{n}", "N") + "` +\\| "
                + OhInf.text(channelType, "item-type") + " +\\| "
                + (type.metric(type.isNumbered() ? 1 : 0).isSetting() ? "RW" : "R") + " +\\| "
                + Pattern.quote(OhInf.text(channelType, "description"));
    }

    private void assertMissing(Stream<String> patterns) {
        assertEquals(Set.of(), patterns.filter(pattern -> !Pattern.compile(pattern).matcher(readme).find())
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
