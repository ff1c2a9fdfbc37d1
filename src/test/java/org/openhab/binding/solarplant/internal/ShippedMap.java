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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * A register map that the binding brings along, as a list of the channels that it feeds.
 *
 * @param vendor whose devices it is for, as people write the name
 * @param id its name; what an owner measures and what it is set to are one map here
 * @param label what it says of itself
 */
@NonNullByDefault
record ShippedMap(String vendor, String id, String label, JsonObject content) {

    private static final Path FOLDER = Path.of("src", "main", "resources", "profiles");
    private static final Map<String, String> VENDORS = Map.of("solax", "SolaX", "givenergy", "GivEnergy", "alphaess",
            "AlphaESS");
    /** Whose maps are those of other things than inverters: GivEnergy's dongles speak for them one by one. */
    private static final Map<String, String> THINGS = Map.of("ems", "ems", "gateway", "gateway", "lv-battery",
            "battery",
            "hv-stack", "battery", "hv-module", "battery", "meter", "meter");
    /** What people call a family whose map is named after the part that is asked. */
    private static final Map<String, String> FAMILIES = Map.of("AlphaESS ems", "modbus");
    private static final String SETTINGS = "-settings";
    private static final String SELF = "self";

    /** All of them, in the order of their files. */
    static List<ShippedMap> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().map(ShippedMap::read)
                    .flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ShippedMap> read(Path file) {
        try {
            JsonObject content = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            String folder = file.getName(file.getNameCount() - 2).toString();
            return content.has("registers") || content.has("settings")
                    ? Optional.of(new ShippedMap(VENDORS.getOrDefault(folder, folder),
                            content.get("id").getAsString(), content.get("label").getAsString(), content))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is about what can be set, beside a map about what is measured. */
    boolean isOfSettings() {
        return id.endsWith(SETTINGS);
    }

    /** The name of the family, whichever of its two maps this is. */
    String family() {
        String family = isOfSettings() ? id.substring(0, id.length() - SETTINGS.length()) : id;
        return FAMILIES.getOrDefault(vendor + " " + family, family);
    }

    /** Which thing has which of its channels. */
    Set<ChannelOwner> channels() {
        Map<String, String> things = things();
        return Stream.of("registers", "settings", "sums", "conclusions").flatMap(this::lines)
                .flatMap(line -> devices(line).map(things::get).filter(thing -> thing != null)
                        .flatMap(thing -> fed(line).map(metric -> new ChannelOwner(thing, metric.type(), vendor,
                                family()))))
                .collect(Collectors.toSet());
    }

    /** By the name that its lines use: the type of thing; what lies aside belongs to none. */
    private Map<String, String> things() {
        Map<String, String> things = new LinkedHashMap<>();
        things.put(SELF, vendor.equals("GivEnergy") ? THINGS.getOrDefault(family(), "inverter") : "inverter");
        lines("devices").forEach(part -> things.put(part.get("name").getAsString(), part.get("kind").getAsString()));
        return things;
    }

    private Stream<JsonObject> lines(String list) {
        return content.has(list)
                ? content.getAsJsonArray(list).asList().stream().map(JsonElement::getAsJsonObject)
                : Stream.of();
    }

    private static Stream<String> devices(JsonObject line) {
        return Stream.of((line.has("device") ? line.get("device").getAsString() : SELF).strip().split("\\s+"));
    }

    /** The metric of a line, and what a reading makes of it: a signed power has its two parts beside it. */
    private static Stream<Metric> fed(JsonObject line) {
        return Stream.of("metric", "setting").filter(line::has).map(key -> Metrics.of(line.get(key).getAsString()))
                .flatMap(metric -> parts(metric).stream());
    }

    private static Set<Metric> parts(Metric metric) {
        Device device = new Device(new DeviceId(DeviceKind.INVERTER, "ANY0000001"), null, Map.of());
        Map<Metric, Value> values = new HashMap<>(Map.of(metric, Value.Amount.of(0)));
        return new Reading(device, Instant.EPOCH, Cadence.FULL, values, 0).values().keySet();
    }
}
