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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** What register maps can say and what openHAB offers as translated options are the same words. */
@NonNullByDefault
class OhInfProfilesTest {

    private static final Path PROFILES = Path.of("src", "main", "resources", "profiles");
    /** The tables of texts in register maps, and the channels that show them. */
    private static final Map<String, String> CHANNELS = Map.of("run-mode", "status-run-mode", "remote-control",
            "remote-control-mode");

    @Test
    void everyModeOfAProfileIsAnOptionOfItsChannel() throws IOException {
        List<JsonObject> profiles = profiles();
        CHANNELS.forEach((table, channelType) -> {
            Set<String> said = new TreeSet<>();
            profiles.forEach(profile -> member(profile, "texts").flatMap(texts -> member(texts, table)).ifPresent(
                    texts -> texts.entrySet().forEach(text -> said.add(text.getValue().getAsString()))));
            assertEquals(said, options("channel-type", "id", channelType));
        });
    }

    @Test
    void everyNamedModelIsAnOptionOfTheProfileParameter() throws IOException {
        Set<String> names = new TreeSet<>();
        profiles().stream().filter(profile -> profile.has("generic"))
                .flatMap(models -> models.getAsJsonArray("generic").asList().stream()).map(JsonElement::getAsJsonObject)
                .forEach(model -> names.add(model.get("name").getAsString()));
        assertEquals(names, options("parameter", "name", "profile"));
    }

    private static Set<String> options(String tag, String attribute, String value) {
        return OhInf.all(tag).stream().filter(element -> element.getAttribute(attribute).equals(value))
                .flatMap(element -> OhInf.within(element, "option"))
                .map((Element option) -> option.getAttribute("value"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<JsonObject> member(JsonObject object, String name) {
        return object.has(name) ? Optional.of(object.getAsJsonObject(name)) : Optional.empty();
    }

    private static List<JsonObject> profiles() throws IOException {
        assumeTrue(Files.isDirectory(PROFILES), "there are no profiles yet");
        try (Stream<Path> files = Files.walk(PROFILES)) {
            List<Path> json = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
            assumeTrue(!json.isEmpty(), "there are no profiles yet");
            return json.stream().map(OhInfProfilesTest::parse).toList();
        }
    }

    private static JsonObject parse(Path file) {
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
