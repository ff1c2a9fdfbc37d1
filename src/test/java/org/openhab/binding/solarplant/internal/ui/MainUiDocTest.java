/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.core.thing.ChannelUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

/** What docs/main-ui.md gives people to copy fits together: items, page and charts. */
@NonNullByDefault
class MainUiDocTest {

    private static final Path DOCS = Path.of("docs");
    private static final Pattern YAML_BLOCK = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final String HEADER = "# The page of docs/main-ui.md, for the items there: openHAB 5.2 reads it from conf/yaml.\n";

    private final ObjectMapper yaml = new ObjectMapper(
            new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES).enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR));
    private final String text = Files.readString(DOCS.resolve("main-ui.md"));
    private final List<JsonNode> blocks = YAML_BLOCK.matcher(text).results().map(block -> read(block.group(1)))
            .toList();
    private final JsonNode items = blocks.getFirst().path("items");

    MainUiDocTest() throws IOException {}

    private JsonNode read(String block) {
        try {
            return yaml.readTree(block);
        } catch (IOException e) {
            throw new AssertionError(block, e);
        }
    }

    /** The binding's own page for the items of the document. After a change copy target/main-ui-page.yaml over it. */
    @Test
    void thePageToCopyIsTheReadyPage() throws IOException {
        Map<ChannelUID, String> links = new TreeMap<>((a, b) -> a.getAsString().compareTo(b.getAsString()));
        items.properties().stream().filter(item -> item.getValue().has("channel"))
                .forEach(item -> links.put(new ChannelUID(item.getValue().path("channel").asText()), item.getKey()));
        Properties english = new Properties();
        english.load(Files.newBufferedReader(Path.of("src/main/resources/OH-INF/i18n/solarplant.properties")));
        Shown shown = new Shown(PageRig.HOME, "My Plant", List.of(new Shown.Device(PageRig.ROOF, "Roof")),
                (thing, channel) -> Optional.ofNullable(links.get(new ChannelUID(thing, channel))).map(Live::new),
                key -> english.getProperty(key, key));
        Map<String, Object> pages = Map.of("my_plant", plain(PlantPage.of(shown)));
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("version", 1);
        file.put("pages", pages);
        String expected = HEADER + yaml.writeValueAsString(file);
        Files.writeString(Path.of("target", "main-ui-page.yaml"), expected);
        assertEquals(yaml.valueToTree(file), yaml.readTree(expected), "nothing is lost in YAML");
        assertEquals(expected, Files.readString(DOCS.resolve("main-ui-page.yaml")));
    }

    private static Map<String, Object> plain(Element element) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("component", element.component());
        if (!element.config().isEmpty()) {
            plain.put("config", element.config());
        }
        if (!element.slots().isEmpty()) {
            Map<String, Object> slots = new LinkedHashMap<>();
            element.slots()
                    .forEach((slot, parts) -> slots.put(slot, parts.stream().map(MainUiDocTest::plain).toList()));
            plain.put("slots", slots);
        }
        return plain;
    }

    @Test
    void everyItemIsInTheModel() {
        items.properties().forEach(item -> {
            boolean group = item.getValue().path("type").asText().equals("Group");
            assertEquals(group ? 1 : 2, item.getValue().path("tags").size(), item.getKey());
            item.getValue().path("groups").forEach(parent -> assertTrue(items.has(parent.asText()), item.getKey()));
            if (!group) {
                String channel = new ChannelUID(item.getValue().path("channel").asText()).getId();
                assertTrue(Metrics.find(channel).isPresent(), channel);
            }
        });
    }

    @Test
    void chartsAndFilesNameItemsThatThereAre() {
        for (JsonNode item : blocks.get(1).findValues("item")) {
            assertTrue(items.has(item.asText()), item.asText());
        }
        Pattern.compile("\\b(Plant|Roof|House|Cellar)_\\w+").matcher(text).results().map(name -> name.group())
                .forEach(name -> assertTrue(items.has(name), name));
    }
}
