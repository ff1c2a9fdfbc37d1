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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.w3c.dom.Element;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** What register maps can say and what openHAB offers as translated options are the same words. */
@NonNullByDefault
class OhInfProfilesTest {

    private static final Path PROFILES = Path.of("src", "main", "resources", "profiles");
    /** Words that drivers say by themselves, without a register map. */
    private static final Map<String, Set<String>> DRIVERS = """
            status-run-mode: offline
            status-data-source: direct blinded merged cloud
            poll-mode: normal alternating
            poll-last-type: normal full fast
            settings-work-mode: self-use feed-in-priority backup manual peak-shaving time-of-use force-time-use eco
            settings-work-mode: timed-demand timed-export export-paused
            settings-pause-mode: off pause-charge pause-discharge pause-both
            settings-schedule-store: two-slot periodic
            control-effect: follows not-yet ignores
            remote-control-mode: pv-charge-only state-of-charge load-following maximise-output normal
            remote-control-mode: optimise-consumption maximise-consumption eco fcas pv-power no-battery-charge burn-in
            charger-status: available preparing charging suspended-by-charger suspended-by-car finishing faulted
            """.lines().map(line -> line.split(": "))
            .collect(Collectors.toMap(line -> line[0], line -> Set.of(line[1].split(" ")), OhInfProfilesTest::both));
    /** Channels that say so when there is nothing to tell. */
    private static final Set<String> OR_NONE = Set.of("status-fault", "gateway-fault", "poll-last-error");
    private static final Set<String> FAILURES = Stream.of(Failure.Kind.values()).map(Failure.Kind::id)
            .collect(Collectors.toUnmodifiableSet());
    /** Vendors with register maps; the options are the words of all of them together. */
    private static final List<String> VENDORS = List.of("solax", "givenergy");

    @Test
    void everyWordOfAnyVendorsProfileIsAnOptionOfItsChannel() throws IOException {
        said(profiles()).forEach((channelType, words) -> {
            Set<String> missing = new TreeSet<>(words);
            missing.removeAll(options("channel-type", "id", channelType));
            assertEquals(Set.of(), missing, channelType);
        });
    }

    @Test
    void everyFailureIsAnOptionOfTheLastError() {
        Set<String> missing = new TreeSet<>(FAILURES);
        missing.removeAll(options("channel-type", "id", "poll-last-error"));
        assertEquals(Set.of(), missing);
        OR_NONE.forEach(channelType -> assertTrue(options("channel-type", "id", channelType).contains("none")));
    }

    @Test
    void everyOptionIsAWordOfSomeVendorsProfileOrDriver() throws IOException {
        VENDORS.forEach(vendor -> assumeTrue(Files.isDirectory(PROFILES.resolve(vendor)), "no profiles of " + vendor));
        Map<String, Set<String>> said = said(profiles());
        DRIVERS.forEach((channelType, words) -> said.computeIfAbsent(channelType, type -> new TreeSet<>())
                .addAll(words));
        OR_NONE.forEach(channelType -> said.computeIfAbsent(channelType, type -> new TreeSet<>()).add("none"));
        said.getOrDefault("poll-last-error", Set.of()).addAll(FAILURES);
        OhInf.all("channel-type").stream().map(type -> type.getAttribute("id")).forEach(channelType -> {
            Set<String> idle = new TreeSet<>(options("channel-type", "id", channelType));
            idle.removeAll(said.getOrDefault(channelType, Set.of()));
            assertEquals(Set.of(), idle, channelType);
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

    /** By channel type: the words that registers and settings of all these profiles have for numbers. */
    private static Map<String, Set<String>> said(List<JsonObject> profiles) {
        Map<String, Set<String>> words = new TreeMap<>();
        Map.of("registers", "metric", "settings", "setting").forEach((list, name) -> profiles.stream()
                .filter(profile -> profile.has(list)).forEach(profile -> profile.getAsJsonArray(list).asList().stream()
                        .map(JsonElement::getAsJsonObject).filter(line -> line.has("text") && line.has(name))
                        .forEach(line -> words
                                .computeIfAbsent(Metrics.of(line.get(name).getAsString()).type().channelType(),
                                        type -> new TreeSet<>())
                                .addAll(table(profile, line.get("text").getAsString())))));
        profiles.stream().filter(profile -> profile.has("conclusions"))
                .flatMap(profile -> profile.getAsJsonArray("conclusions").asList().stream())
                .map(JsonElement::getAsJsonObject)
                .forEach(line -> words.computeIfAbsent(
                        Metrics.of(line.get("metric").getAsString()).type().channelType(), type -> new TreeSet<>())
                        .add(line.get("says").getAsString()));
        words.remove("grid-available");
        return words;
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> table(JsonObject profile, String name) {
        return member(profile, "texts").flatMap(texts -> member(texts, name)).orElseThrow().asMap().values().stream()
                .map(JsonElement::getAsString).collect(Collectors.toSet());
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
