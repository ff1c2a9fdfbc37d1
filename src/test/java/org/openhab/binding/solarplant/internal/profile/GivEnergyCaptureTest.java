/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * Decodes the last pages of every captured GivEnergy plant and holds each value beside them against its metric. The
 * captures are other people's data and stay where they are: the system property {@code captures} names the folder.
 */
@NonNullByDefault
class GivEnergyCaptureTest {

    static final Path FOLDER = Path.of(System.getProperty("captures", "../shared/protocols"),
            "givenergy-captures");

    /** Which profile decodes what the side-cars call so. */
    private static final Map<String, String> PROFILES = Map.of("single", "single-phase", "three", "three-phase",
            "lv-battery", "lv-battery", "bcu", "hv-stack", "battery-module", "hv-module", "meter", "meter", "ems",
            "ems");

    /** Type code of each plant's owner, and what detection finds out beyond it. */
    private static final Map<String, String> MODELS = Map.of("ac_fw282_2x_givbat52_30min", "3001 unwraps=1",
            "aio_fw612_5min", "8001 modules=4", "hybrid_gen1_poll_10min", "2001 generation=1 unwraps=1",
            "hybrid_gen1_passive_excerpt", "2001 generation=1 unwraps=1", "registers_gen1_2022",
            "2001 generation=1 unwraps=1", "ems_fw1036_60s",
            "5001 inverter-1=1 inverter-2=1 meter-1=1 meter-3=1 owner-ems=1 unwraps=1", "ems_fw1036_30min",
            "5001 inverter-1=1 inverter-2=1 meter-1=1 meter-3=1 owner-ems=1 unwraps=1", "three_phase_10min",
            "4004 modules=6 pv-meter=1 owner-three-phase=1 unwraps=1", "three_phase_180s",
            "4004 modules=6 pv-meter=1 owner-three-phase=1 unwraps=1", "three_phase_redetect_10min",
            "4004 modules=6 pv-meter=1 owner-three-phase=1 unwraps=1");

    private static final List<String> STATUS = List.of("waiting", "normal", "warning", "fault", "update", "bypass");
    private static final List<String> STACK = List.of("initialising", "precharge", "standby", "charging",
            "discharging");
    private static final List<String> MANAGED = List.of("off", "waiting", "normal");

    private final CaptureKeys keys = new CaptureKeys();

    @BeforeAll
    static void needsCaptures() {
        assumeTrue(Files.isDirectory(FOLDER),
                () -> "no captures in " + FOLDER + ": give their folder as -Dcaptures=DIR");
    }

    @Test
    void knowsEveryPlant() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            TreeSet<String> names = new TreeSet<>(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json")).map(name -> name.replace(".json", "")).toList());
            names.removeAll(List.of("frames_basic", "ems_rollup_patched"));
            assertEquals(new TreeSet<>(MODELS.keySet()), names, "a new capture needs its model here");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ac_fw282_2x_givbat52_30min", "aio_fw612_5min", "hybrid_gen1_poll_10min",
            "hybrid_gen1_passive_excerpt", "ems_fw1036_60s", "ems_fw1036_30min", "three_phase_10min",
            "three_phase_180s", "three_phase_redetect_10min"})
    void decodesEveryValue(String name) throws Exception {
        JsonObject capture = capture(name);
        String facts = facts(name);
        int compared = 0;
        for (Map.Entry<String, JsonElement> device : capture.getAsJsonObject("decoded").entrySet()) {
            String address = device.getKey().split(" ")[0];
            String table = device.getKey().split(" ")[1];
            compared += compare(device.getKey(), table, facts, pages(capture.getAsJsonArray("blocks"), address),
                    device.getValue().getAsJsonObject());
        }
        assertTrue(compared > 20, name + " had only " + compared + " values");
    }

    @Test
    void decodesTheOldRegisterDump() throws Exception {
        JsonObject dump = capture("registers_gen1_2022");
        String facts = facts("registers_gen1_2022");
        for (Map.Entry<String, String> part : Map.of("inverter", "single", "battery", "lv-battery").entrySet()) {
            JsonObject device = dump.getAsJsonObject(part.getKey());
            assertTrue(compare(part.getKey(), part.getValue(), facts, pages(device.getAsJsonArray("blocks"), ""),
                    device.getAsJsonObject("decoded")) > 20);
        }
    }

    @Test
    void decodesTheRollUpOfTwoInverters() throws Exception {
        JsonObject capture = capture("ems_rollup_patched");
        JsonArray blocks = new JsonArray();
        blocks.add(capture.get("block"));
        assertTrue(compare("patched", "ems", facts("ems_fw1036_60s"), pages(blocks, "0x11"),
                capture.getAsJsonObject("decoded")) > 8);
    }

    /** What the side-cars expect of the model, beyond the plain decoding of registers. */
    @ParameterizedTest
    @ValueSource(strings = {"ac_fw282_2x_givbat52_30min", "aio_fw612_5min", "hybrid_gen1_poll_10min",
            "three_phase_180s"})
    void meetsWhatTheModelMakesOfIt(String name) throws Exception {
        Map<String, String> metrics = Map.ofEntries(Map.entry("inverterOutputToday", "energy#output-today"),
                Map.entry("inverterOutputTotal", "energy#output-total"),
                Map.entry("pvGenerationToday", "energy#pv-today"), Map.entry("pv1Voltage", "pv#string-1-voltage"),
                Map.entry("pv1Current", "pv#string-1-current"), Map.entry("pv1Power", "pv#string-1-power"),
                Map.entry("batteryChargeToday", "energy#charge-today"),
                Map.entry("batteryDischargeToday", "energy#discharge-today"),
                Map.entry("batteryChargeTotalRaw", "energy#charge-total"),
                Map.entry("batteryDischargeTotalRaw", "energy#discharge-total"),
                Map.entry("batteryPower", "battery#power"), Map.entry("gridPowerPlusExport", "-1 grid#power"));
        JsonObject capture = capture(name);
        TestInverter inverter = new TestInverter("givenergy", name.startsWith("three") ? "three-phase" : "single-phase",
                facts(name));
        pages(capture.getAsJsonArray("blocks"), "0x11").forEach(page -> put(inverter, page));
        for (Map.Entry<String, JsonElement> expected : capture.getAsJsonObject("expectedModel").entrySet()) {
            String metric = metrics.get(expected.getKey());
            if (metric != null) {
                String[] words = metric.split(" ");
                assertEquals(ours(expected.getValue(), words.length == 1 ? "1" : words[0], Map.of()),
                        inverter.value(words[words.length - 1]), name + " " + expected.getKey());
            }
        }
    }

    /** How many values were held against a metric. */
    private int compare(String what, String table, String facts, List<JsonObject> pages, JsonObject decoded) {
        decoded.keySet().forEach(key -> assertTrue(keys.isKnown(table, key), table + " has a new key " + key));
        String profile = PROFILES.get(table);
        if (profile == null || decoded.has("present")) {
            return 0;
        }
        Map<String, Integer> known = TestInverter.facts(facts);
        List<CaptureKeys.Entry> entries = keys.entries(table).stream().filter(entry -> decoded.has(entry.key()))
                .toList();
        // two reads of the same registers do not tell which was the last; one of both orders was
        AssertionError mistake = mistake(what, profile, facts, pages, entries, decoded, known);
        if (mistake != null && mistake(what, profile, facts, pages.reversed(), entries, decoded, known) != null) {
            throw mistake;
        }
        return entries.size();
    }

    private @Nullable AssertionError mistake(String what, String profile, String facts, List<JsonObject> pages,
            List<CaptureKeys.Entry> entries, JsonObject decoded, Map<String, Integer> known) {
        TestInverter device = new TestInverter("givenergy", profile, facts);
        pages.forEach(page -> put(device, page));
        try {
            entries.forEach(entry -> assertValue(what, device, entry, decoded.get(entry.key()), known));
            return null;
        } catch (AssertionError e) {
            return e;
        }
    }

    private void assertValue(String what, TestInverter device, CaptureKeys.Entry entry, JsonElement expected,
            Map<String, Integer> facts) {
        String name = what + " " + entry.key();
        if (!entry.when().holds(facts)) {
            // a raw word of the first phase is not where a total comes from
            if (!entry.key().endsWith("Raw")
                    && keys.entries(table(what)).stream().noneMatch(other -> !other.equals(entry)
                            && other.metric().equals(entry.metric()) && other.when().holds(facts))) {
                assertEquals(TestInverter.MISSING, value(device, entry.metric()), name);
            }
            return;
        }
        switch (entry.form()) {
            case "none" -> {
                assertTrue(expected.getAsString().matches("0+"), name + " needs words for its bits");
                assertEquals("none", value(device, entry.metric()), name);
            }
            case "words" -> assertEquals(words(what, entry).get(expected.getAsInt()), value(device, entry.metric()),
                    name);
            case "list" -> assertList(name, device, entry.metric(), expected.getAsJsonArray());
            default -> {
                String ours = ours(expected, entry.form(), facts);
                String told = value(device, entry.metric());
                // zero is "not set" to the side-cars, and missing to us where no zero can be
                assertTrue(ours.equals(told) || ours.equals("0") && told.equals(TestInverter.MISSING),
                        name + ": " + ours + " expected, not " + told);
            }
        }
    }

    private static List<String> words(String what, CaptureKeys.Entry entry) {
        if (entry.metric().contains("/")) {
            return MANAGED;
        }
        return what.endsWith("bcu") ? STACK : STATUS;
    }

    private static String table(String what) {
        return what.substring(what.indexOf(' ') + 1);
    }

    /** Beyond the sensors of a module there are none with us. */
    private static void assertList(String name, TestInverter device, String metric, JsonArray expected) {
        int sensors = metric.contains("temperature") ? 12 : 24;
        for (int i = 0; i < expected.size(); i++) {
            String ours = i < sensors ? ours(expected.get(i), "1", Map.of()) : TestInverter.MISSING;
            assertEquals(ours, device.value(metric.replace("{n}", Integer.toString(i + 1))), name + " " + (i + 1));
        }
    }

    private static String value(TestInverter device, String metric) {
        int slash = metric.indexOf('/');
        return slash < 0
                ? device.value(metric)
                : device.part(metric.substring(0, slash), metric.substring(slash + 1));
    }

    /** What we show for this expectation. */
    private static String ours(JsonElement expected, String factor, Map<String, Integer> facts) {
        if (expected.isJsonNull()) {
            return TestInverter.MISSING;
        }
        BigDecimal number = expected.getAsBigDecimal();
        if (number.intValue() > Short.MAX_VALUE && factor.equals("0.0001")) {
            number = BigDecimal.valueOf(number.shortValue());
        }
        number = number.multiply(Factor.parse(factor).in(facts).orElseThrow());
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The facts that detection would have, as text. */
    static String facts(String name) throws ProfileException {
        String[] words = MODELS.getOrDefault(name, "").split(" ", 2);
        Model model = new ProfileStore().models("givenergy").find(words[0]).orElseThrow();
        String facts = String.join(" ", model.facts().entrySet().stream().map(Object::toString).toList());
        return (facts + " " + words[1]).strip();
    }

    private static List<JsonObject> pages(JsonArray blocks, String address) {
        return StreamSupport.stream(blocks.spliterator(), false).map(JsonElement::getAsJsonObject)
                .filter(block -> block.get("type").getAsString().equals("IR"))
                .filter(block -> address.isEmpty() || block.get("address").getAsString().equals(address)).toList();
    }

    private static void put(TestInverter device, JsonObject page) {
        int[] words = StreamSupport.stream(page.getAsJsonArray("values").spliterator(), false)
                .mapToInt(JsonElement::getAsInt).toArray();
        device.image.put(RegisterSpace.INPUT, page.get("base").getAsInt(), words);
    }

    static JsonObject capture(String name) throws IOException {
        return JsonParser.parseString(Files.readString(FOLDER.resolve(name + ".json"))).getAsJsonObject();
    }
}
