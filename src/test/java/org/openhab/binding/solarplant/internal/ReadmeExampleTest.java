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
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhab.binding.solarplant.host.Host;
import org.openhab.core.thing.Thing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** The full example of the README is one that openHAB would take: types, settings, channels and items fit. */
@NonNullByDefault
class ReadmeExampleTest {

    private static final Pattern THING = Pattern.compile(
            "(?m)^(Bridge|    Thing) (\\S+)(?: (\\S+))? \"([^\"]+)\" \\[ (.*) ](?: \\{)?$");
    private static final Pattern SETTING = Pattern.compile("(\\w+)=(\"[^\"]*\"|\\w+)(?:, )?");
    private static final Pattern ITEM = Pattern.compile(
            "(Group|\\w+(?::\\w+)?) +(\\w+) +\"[^\"]+\" *(?:<\\w+>)? *(?:\\(\\w+\\))?(?: *\\{ channel=\"([^\"]+)\"(?:, unit=\"[^\"]+\")? })?");

    private final Readme readme = Readme.read().chapter("Full Example");
    private final ChannelPage page = new ChannelPage();
    private final Map<String, Map<String, String>> itemTypes = new HashMap<>();

    /** A thing of an example: its UID without the binding, the plant that it belongs to, and what is configured. */
    private record Example(String uid, String plant, Map<String, String> config) {

        String type() {
            return uid.split(":")[0];
        }
    }

    @Test
    void theYamlIsReadByTheDemoAndItsThingsFit(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("solarplant.yaml"), readme.file("conf/yaml/solarplant.yaml"));
        try (Host host = new Host(Locale.ENGLISH, ZoneOffset.UTC)) {
            host.install(Path.of("src", "main", "resources", "OH-INF"));
            List<Example> things = host.load(file).stream().map(ReadmeExampleTest::example).toList();
            assertFalse(things.isEmpty());
            check(things);
            JsonNode items = new ObjectMapper(new YAMLFactory()).readTree(file.toFile()).path("items");
            assertFalse(items.isEmpty());
            items.properties().forEach(item -> item.getValue().path("channels").fieldNames()
                    .forEachRemaining(channel -> assertEquals(
                            item.getValue().path("type").asText() + ":" + item.getValue().path("dimension").asText(),
                            itemType(channel, things), channel)));
        }
    }

    @Test
    void theTextFilesSayTheSameAndTheirItemsFit() {
        List<Example> things = textThings();
        check(things);
        Map<String, String> types = new TreeMap<>();
        readme.file("conf/items/solarplant.items").lines().filter(line -> !line.isBlank()).forEach(line -> {
            Matcher item = ITEM.matcher(line);
            assertTrue(item.matches(), line);
            types.put(item.group(2), item.group(1));
            if (item.group(3) != null) {
                assertEquals(item.group(1), itemType(item.group(3), things), line);
            }
        });
        Set<String> shown = Pattern.compile("item=(\\w+)").matcher(readme.file("conf/sitemaps/solarplant.sitemap"))
                .results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertFalse(shown.isEmpty());
        shown.removeAll(types.keySet());
        assertEquals(Set.of(), shown, "the sitemap shows what there is");
        assertTrue(types.containsKey("Plant_Export") && readme.code("java").getLast().contains("Item Plant_Export "));
    }

    @Test
    void bothFormsConfigureAThingAlike(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("solarplant.yaml"), readme.file("conf/yaml/solarplant.yaml"));
        try (Host host = new Host(Locale.ENGLISH, ZoneOffset.UTC)) {
            host.install(Path.of("src", "main", "resources", "OH-INF"));
            Map<String, Example> text = new HashMap<>();
            textThings().forEach(thing -> text.put(thing.uid, thing));
            host.load(file).stream().map(ReadmeExampleTest::example).forEach(thing -> {
                Example other = text.get(thing.uid);
                assertTrue(other != null, thing.uid);
                assertEquals(thing, other);
            });
        }
    }

    private static Example example(Thing thing) {
        Map<String, String> config = new LinkedHashMap<>();
        thing.getConfiguration().getProperties().forEach((key, value) -> config.put(key,
                value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value)));
        String bridge = thing.getBridgeUID() == null ? "" : local(String.valueOf(thing.getBridgeUID()));
        return new Example(local(thing.getUID().getAsString()), bridge, config);
    }

    private List<Example> textThings() {
        String[] plant = {""};
        return readme.code("java").stream().flatMap(code -> THING.matcher(code).results().toList().stream())
                .map((MatchResult found) -> {
                    boolean bridge = found.group(1).equals("Bridge");
                    if (bridge) {
                        plant[0] = local(found.group(2));
                    }
                    String uid = bridge
                            ? plant[0]
                            : found.group(2) + ":" + plant[0].split(":")[1] + ":" + found.group(3);
                    Map<String, String> config = new LinkedHashMap<>();
                    Matcher settings = SETTING.matcher(found.group(5));
                    int end = 0;
                    while (settings.find() && settings.start() == end) {
                        config.put(settings.group(1), settings.group(2).replace("\"", ""));
                        end = settings.end();
                    }
                    assertEquals(found.group(5).length(), end, found.group(5));
                    return new Example(uid, bridge ? "" : plant[0], config);
                }).toList();
    }

    private static String local(String uid) {
        assertTrue(uid.startsWith("solarplant:"), uid);
        return uid.substring("solarplant:".length());
    }

    /** Each has a type and a plant that there are, and settings of that type within their range. */
    private static void check(List<Example> things) {
        Set<String> uids = things.stream().map(Example::uid).collect(Collectors.toSet());
        assertEquals(things.size(), uids.size(), "no thing twice");
        things.forEach(thing -> {
            assertEquals(thing.type().equals("plant"), thing.plant.isEmpty(), thing.uid);
            assertTrue(thing.plant.isEmpty() || uids.contains(thing.plant), thing.uid);
            ExampleSettings.check(thing.type(), thing.config);
        });
    }

    /** The item type of a channel, which must be one of a thing of the example. */
    private String itemType(String channel, List<Example> things) {
        String uid = local(channel.substring(0, channel.lastIndexOf(':')));
        Example thing = things.stream().filter(one -> one.uid.equals(uid)).findFirst()
                .orElseThrow(() -> new AssertionError("no thing for " + channel));
        return Objects.requireNonNull(itemTypes.computeIfAbsent(thing.type(), page::itemTypes)
                .get(channel.substring(channel.lastIndexOf(':') + 1).replaceAll("(?<=#l|-)\\d+(?=-)", "N")),
                () -> channel + " is none of the channels of a thing of type " + thing.type());
    }
}
