/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.thing.ThingUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** Reads things from openHAB's YAML; items and the rest are for others. */
@NonNullByDefault
final class ThingsFile {

    private static final Set<String> KEYS = Set.of("isBridge", "bridge", "label", "config", "location", "channels");

    private ThingsFile() {}

    static List<ThingEntry> read(Path file) {
        JsonNode root;
        try {
            root = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        if (root.path("version").asInt() != 1) {
            throw new IllegalArgumentException(file + ": version must be 1");
        }
        List<ThingEntry> entries = new ArrayList<>();
        root.path("things").properties()
                .forEach(thing -> entries.add(entry(file, thing.getKey(), thing.getValue())));
        return entries;
    }

    private static ThingEntry entry(Path file, String uid, JsonNode node) {
        node.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException(file + ": " + uid + " has the unknown key " + key);
            }
        });
        Map<String, Object> config = new LinkedHashMap<>();
        node.path("config").properties().forEach(e -> config.put(e.getKey(), value(e.getValue())));
        String bridge = node.path("bridge").asText("");
        return new ThingEntry(new ThingUID(uid), node.path("isBridge").asBoolean(),
                bridge.isEmpty() ? null : new ThingUID(bridge),
                node.hasNonNull("label") ? node.path("label").asText() : null, config);
    }

    private static Object value(JsonNode node) {
        if (node.isArray()) {
            List<Object> values = new ArrayList<>();
            node.forEach(v -> values.add(value(v)));
            return values;
        }
        return node.isBoolean()
                ? (Object) node.booleanValue()
                : node.isNumber() ? node.decimalValue() : node.asText();
    }
}
