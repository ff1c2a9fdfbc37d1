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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.MetricType;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.w3c.dom.Element;

/** Everything that people read is there in English and German, and nothing else is. */
@NonNullByDefault
class OhInfTranslationsTest {

    /** Texts under openHAB's standard keys come with the XML files; all others are named by the binding's own code. */
    private static final Pattern STANDARD = Pattern
            .compile("(addon|binding|thing-type|channel-type|channel-group-type)\\..*");
    /** Where code names a text: in openHAB's own form, or as the first argument of what looks one up. */
    private static final Pattern NAMED = Pattern
            .compile("\"@text/([a-zA-Z.-]+[a-z])\"|\\b(?:text|english|apply|of)\\(\\s*\"([a-z]+\\.[a-zA-Z.-]+[a-z])\"");

    private static final String CODE = code();

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
        english.stringPropertyNames().stream().filter(key -> STANDARD.matcher(key).matches())
                .forEach(key -> found.put(key, english.getProperty(key)));
        assertEquals(standard, found);
    }

    @Test
    void germanHasTheSameKeys() {
        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(german.stringPropertyNames()));
        german.stringPropertyNames().forEach(key -> assertFalse(german.getProperty(key).isBlank(), key));
    }

    @Test
    void everyTextThatTheCodeNamesIsThere() {
        Set<String> named = NAMED.matcher(CODE).results()
                .map(match -> Objects.requireNonNullElse(match.group(1), match.group(2)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(named.size() > 20, "finds few of them: " + named);
        named.addAll(composed());
        named.removeAll(english.stringPropertyNames());
        assertEquals(Set.of(), named);
    }

    @Test
    void everyTextIsNamedBySomebody() {
        Set<String> composed = composed();
        assertEquals(List.of(), own(english).filter(key -> !composed.contains(key))
                .filter(key -> !CODE.contains("\"" + key + "\"") && !CODE.contains("\"@text/" + key + "\"")).toList());
    }

    /** A key that stands there twice hides a text. */
    @Test
    void everyKeyIsThereOnce() {
        for (String suffix : List.of("", "_de")) {
            List<String> keys = OhInf.lines(suffix).stream().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" = ", 2)[0]).toList();
            assertEquals(keys.stream().distinct().toList(), keys);
            assertEquals(OhInf.texts(suffix).size(), keys.size(), "a line that is neither key = text nor a comment");
        }
    }

    /** Keys that the code puts together, from the words of which their last part is one. */
    private static Set<String> composed() {
        Stream<String> failures = Stream.of(Failure.Kind.values()).map(kind -> "offline." + kind.id());
        Stream<String> refusals = Stream.concat(Stream.of(Refusal.Kind.values()).map(Refusal.Kind::id),
                Pattern.compile("\\brefused\\(\"([a-z-]+)\"").matcher(CODE).results().map(match -> match.group(1)))
                .map(kind -> "control.refused." + kind);
        Stream<String> rows = Metrics.types().stream().filter(MetricType::isNumbered)
                .map(type -> "channel." + type.channelType() + ".label");
        Stream<String> finds = Stream
                .of(DeviceKind.BATTERY, DeviceKind.METER, DeviceKind.INVERTER, DeviceKind.EV_CHARGER)
                .map(kind -> "discovery." + kind.id() + ".label");
        // of what slows a driver down but does not stop it there is one kind yet
        Stream<String> hindrances = Stream.of("online." + Failure.Kind.RATE_LIMIT.id());
        return Stream.of(failures, refusals, rows, finds, hindrances).flatMap(keys -> keys)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> own(Properties texts) {
        return texts.stringPropertyNames().stream().filter(key -> !STANDARD.matcher(key).matches()).sorted();
    }

    private static String code() {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            StringBuilder code = new StringBuilder();
            for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file));
            }
            return code.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
}
