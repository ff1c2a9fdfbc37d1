/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.console;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.capture.Redaction;
import org.openhab.binding.solarplant.internal.handler.Inspection;
import org.openhab.binding.solarplant.internal.handler.Probe;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatusInfo;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * How all is, as JSON. Things go by their types and numbers, devices by invented serial numbers; of settings only those
 * are shown that say nothing of whose they are.
 */
@NonNullByDefault
final class Diagnostics {

    private static final Set<String> SHOWN = Set.of("pollMode", "refreshInterval", "fastInterval", "maxConcurrent",
            "connectTimeout", "requestTimeout", "allowControl", "dailyWrites", "connection", "unitId", "framing",
            "requestGap", "profile", "batteryCapacity", "pvPeak", "batteryLow", "batteryCritical", "batteryTemperature",
            "inverterTemperature", "pvLow");
    private static final String SET = "set";
    private static final Set<String> PROPERTIES = Set.of("vendor", "modelId", "firmwareVersion");
    /** Seconds, codes, the first letters of a serial number: whatever is longer may be an address. */
    private static final Pattern HARMLESS = Pattern.compile("[0-9A-Z]{1,5}|\\d{1,5}\\.\\d{1,3}");

    private final Things things;
    private final Secrets secrets;

    Diagnostics(Things things, Secrets secrets) {
        this.things = things;
        this.secrets = secrets;
    }

    /** How all is now. */
    JsonObject json() {
        Redaction redaction = secrets.redaction();
        JsonObject json = new JsonObject();
        json.add("versions", texts(Versions.all()));
        JsonArray list = new JsonArray();
        Map<String, String> names = names();
        things.all().forEach(thing -> list.add(thing(thing, names, redaction)));
        json.add("things", list);
        return json;
    }

    /** What people call their things is theirs. */
    private Map<String, String> names() {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (Thing thing : things.all()) {
            String type = thing.getThingTypeUID().getId();
            names.put(thing.getUID().getAsString(), type + "-" + counts.merge(type, 1, Integer::sum));
        }
        return names;
    }

    private static JsonObject thing(Thing thing, Map<String, String> names, Redaction redaction) {
        JsonObject json = new JsonObject();
        json.addProperty("thing", names.get(thing.getUID().getAsString()));
        Optional.ofNullable(thing.getBridgeUID()).map(uid -> names.get(uid.getAsString()))
                .ifPresent(plant -> json.addProperty("plant", plant));
        ThingStatusInfo status = thing.getStatusInfo();
        json.addProperty("status", status.getStatus() + "/" + status.getStatusDetail());
        String text = status.getDescription();
        if (text != null && text.startsWith("@text/")) {
            // its arguments may name anything
            json.addProperty("statusText", text.substring("@text/".length()).split(" ", 2)[0]);
        }
        json.add("configuration", configuration(thing.getConfiguration().getProperties()));
        json.addProperty("channels", thing.getChannels().size());
        Things.inspect(thing).ifPresent(inspection -> behind(json, inspection, redaction));
        return json;
    }

    private static void behind(JsonObject json, Inspection inspection, Redaction redaction) {
        inspection.device().ifPresent(state -> json.add("device", device(state, redaction)));
        JsonArray drivers = new JsonArray();
        inspection.drivers().stream().flatMap(driver -> driver.stats().stream().map(stats -> polls(driver, stats)))
                .forEach(drivers::add);
        json.add("drivers", drivers);
    }

    private static JsonObject configuration(Map<String, Object> configuration) {
        JsonObject json = new JsonObject();
        new TreeMap<>(configuration).forEach((name, value) -> {
            boolean isSet = value != null && !value.toString().isBlank();
            if (isSet) {
                json.addProperty(name, SHOWN.contains(name) ? value.toString() : SET);
            }
        });
        return json;
    }

    private static JsonObject device(DeviceState state, Redaction redaction) {
        JsonObject json = new JsonObject();
        Device device = state.device();
        json.addProperty("id", redaction.text(device.id().toString()));
        DeviceId owner = device.owner();
        if (owner != null) {
            json.addProperty("owner", redaction.text(owner.toString()));
        }
        Map<String, String> properties = new TreeMap<>(device.properties());
        properties.keySet().retainAll(PROPERTIES);
        json.add("properties", texts(properties));
        json.addProperty("sources", state.sources().stream().sorted().toList().toString());
        json.addProperty("connected", state.connected());
        json.addProperty("lastUpdate", state.lastUpdate().toString());
        json.addProperty("values", state.samples().size());
        json.addProperty("rejected", state.rejected());
        return json;
    }

    private static JsonObject polls(Probe driver, PollStats stats) {
        JsonObject json = new JsonObject();
        json.addProperty("mode", stats.mode().id());
        json.addProperty("connected", stats.connected());
        json.addProperty("polls", stats.polls());
        json.addProperty("failedInARow", stats.failures());
        json.addProperty("lastMillis", stats.duration().toMillis());
        json.addProperty("limitSeconds", driver.pollLimit().toSeconds());
        moment(json, "lastFull", stats.lastFull());
        moment(json, "lastSuccess", stats.lastSuccess());
        stats.lastFailure().ifPresent(why -> json.add("lastFailure", failure(why)));
        json.add("profiles", profiles(driver));
        return json;
    }

    private static JsonArray profiles(Probe driver) {
        JsonArray profiles = new JsonArray();
        driver.registers().stream().map(device -> device.profile() + " at " + device.unit()).distinct()
                .forEach(profiles::add);
        return profiles;
    }

    private static JsonObject failure(Failure failure) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", failure.kind().id());
        List<String> arguments = failure.arguments().stream()
                .map(argument -> HARMLESS.matcher(argument).matches() ? argument : "…").toList();
        json.addProperty("arguments", String.join(", ", arguments));
        return json;
    }

    private static void moment(JsonObject json, String name, Optional<Instant> at) {
        at.ifPresent(time -> json.addProperty(name, time.toString()));
    }

    private static JsonObject texts(Map<String, String> texts) {
        JsonObject json = new JsonObject();
        new TreeMap<>(texts).forEach(json::addProperty);
        return json;
    }
}
