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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.model.MetricType;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.w3c.dom.Element;

/** Everything that people read is there in English and German, and nothing else is. */
@NonNullByDefault
class OhInfTranslationsTest {

    /** Texts of the binding's own code, which have arguments; all others are openHAB's standard keys. */
    private static final Pattern OWN = Pattern
            .compile("(action|channel|control|discovery|offline|online|plant|unknown)\\.[A-Za-z.-]+");
    private static final Pattern OWN_IN_CODE = Pattern
            .compile("\"(?:@text/)?((?:action|control|offline|online|plant|unknown)\\.[A-Za-z.-]*[a-z])\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

    private final Properties english = OhInf.texts("");
    private final Properties german = OhInf.texts("_de");
    private final Map<String, String> standard = new TreeMap<>();

    OhInfTranslationsTest() {
        OhInf.roots().forEach(root -> {
            if (root.getTagName().equals("addon:addon")) {
                text("addon." + root.getAttribute("id"), root, "name");
                text("addon." + root.getAttribute("id"), root, "description");
            }
        });
        Stream.of("thing-type", "bridge-type").flatMap(tag -> OhInf.all(tag).stream()).forEach(this::thing);
        for (String tag : List.of("channel-type", "channel-group-type")) {
            OhInf.all(tag).forEach(type -> {
                String key = tag + "." + OhInf.BINDING + "." + type.getAttribute("id");
                described(key, type);
                OhInf.within(type, "option").forEach(option -> option(key + ".state", option));
            });
        }
    }

    @Test
    void englishIsWhatTheXmlSays() {
        Map<String, String> found = new TreeMap<>();
        english.stringPropertyNames().stream().filter(key -> !OWN.matcher(key).matches())
                .forEach(key -> found.put(key, english.getProperty(key)));
        assertEquals(standard, found);
    }

    @Test
    void germanHasTheSameKeys() {
        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(german.stringPropertyNames()));
        german.stringPropertyNames().forEach(key -> assertFalse(german.getProperty(key).isBlank(), key));
    }

    @Test
    void everyChannelWithANumberHasALabelForIt() {
        Set<String> expected = Metrics.types().stream().filter(MetricType::isNumbered)
                .map(type -> "channel." + type.channelType() + ".label").collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = english.stringPropertyNames().stream().filter(key -> key.startsWith("channel."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, found);
        found.forEach(key -> {
            assertEquals(Set.of("0"), arguments(english.getProperty(key)), key);
            assertTrue(MessageFormat.format(english.getProperty(key), 12).length() <= 25, key);
        });
    }

    @Test
    void textsWithArgumentsTakeTheSameOnesInBothLanguages() {
        english.stringPropertyNames().stream().filter(key -> OWN.matcher(key).matches()).forEach(key -> {
            Set<String> arguments = arguments(english.getProperty(key));
            assertEquals(arguments, arguments(german.getProperty(key)), key);
            for (Properties texts : List.of(english, german)) {
                String shown = MessageFormat.format(texts.getProperty(key), "<0>", "<1>", "<2>", "<3>");
                assertEquals(texts.getProperty(key).replace("''", "'").replaceAll("\\{(\\d)}", "<$1>"), shown, key);
            }
        });
    }

    /** A status says what is the matter and what to do: two sentences at least. */
    @Test
    void statusTextsAreSentences() {
        english.stringPropertyNames().stream().filter(key -> key.matches("(offline|online|plant|unknown)\\..*"))
                .flatMap(key -> Stream.of(english.getProperty(key), german.getProperty(key)))
                .forEach(text -> assertTrue(text.matches("[A-ZÄÖÜ].*[.:;,] .*\\."), text));
    }

    @Test
    void everyTextThatTheCodeNamesIsThere() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                OWN_IN_CODE.matcher(Files.readString(file)).results().map(match -> match.group(1)).forEach(named::add);
            }
        }
        named.removeAll(english.stringPropertyNames());
        assertEquals(Set.of(), named);
    }

    @Test
    void everyRefusalHasItsSentence() {
        for (Refusal.Kind kind : Refusal.Kind.values()) {
            assertTrue(english.containsKey("control.refused." + kind.id()), kind.id());
        }
    }

    @Test
    void everyActionAndInputThatATextTellsOfIsInTheCode() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(file -> file.toString().endsWith("Actions.java")).toList()) {
                code.append(Files.readString(file));
            }
        }
        english.stringPropertyNames().stream().filter(key -> key.startsWith("action."))
                .forEach(key -> assertTrue(code.indexOf("@text/" + key + "\"") > 0, key));
    }

    private void thing(Element thing) {
        String id = thing.getAttribute("id");
        described("thing-type." + OhInf.BINDING + "." + id, thing);
        String config = "thing-type.config." + OhInf.BINDING + "." + id + ".";
        OhInf.within(thing, "parameter-group")
                .forEach(group -> described(config + "group." + group.getAttribute("name"), group));
        OhInf.within(thing, "parameter").forEach(parameter -> {
            String key = config + parameter.getAttribute("name");
            described(key, parameter);
            OhInf.within(parameter, "option").forEach(option -> option(key, option));
            if (OhInf.child(parameter, "unitLabel").isPresent()) {
                text(key, parameter, "unitLabel");
            }
        });
    }

    private void described(String key, Element element) {
        text(key, element, "label");
        text(key, element, "description");
    }

    private void text(String key, Element parent, String tag) {
        standard.put(key + "." + tag, OhInf.text(parent, tag));
    }

    private void option(String key, Element option) {
        standard.put(key + ".option." + option.getAttribute("value"), option.getTextContent());
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
