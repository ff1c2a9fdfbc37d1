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

import java.nio.file.Files;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Reads the settings of every captured GivEnergy plant and holds each value beside them against its metric. */
@NonNullByDefault
class GivEnergySettingsCaptureTest {

    private static final Map<String, String> PROFILES = Map.of("single", "single-phase-settings", "three",
            "three-phase-settings", "ems", "ems-settings");
    private static final Map<String, List<String>> WORDS = Map.of("exportPriority",
            List.of("load-first", "battery-first", "grid-first"), "pauseMode",
            List.of("off", "pause-charge", "pause-discharge", "pause-both"));

    private final CaptureKeys keys = new CaptureKeys();

    @BeforeAll
    static void needsCaptures() {
        assumeTrue(Files.isDirectory(GivEnergyCaptureTest.FOLDER), "no captures");
    }

    /** The capture, and how many settings it has at least. */
    @ParameterizedTest
    @CsvSource({"ac_fw282_2x_givbat52_30min, 6", "aio_fw612_5min, 50", "hybrid_gen1_poll_10min, 13",
            "ems_fw1036_60s, 20", "ems_fw1036_30min, 20",
            "three_phase_redetect_10min, 10"})
    void readsEverySetting(String name, int least) throws Exception {
        JsonObject capture = GivEnergyCaptureTest.capture(name);
        int compared = 0;
        for (Map.Entry<String, JsonElement> device : capture.getAsJsonObject("decoded").entrySet()) {
            String[] words = device.getKey().split(" ");
            String profile = PROFILES.get(words[1]);
            if (profile != null) {
                TestInverter inverter = inverter(capture, profile, words[0], facts(name));
                compared += compare(words[1], inverter, TestInverter.facts(facts(name)),
                        device.getValue().getAsJsonObject());
            }
        }
        assertTrue(compared >= least, name + " had only " + compared + " settings");
    }

    private int compare(String table, TestInverter inverter, Map<String, Integer> facts, JsonObject decoded) {
        int compared = 0;
        for (CaptureKeys.Entry entry : keys.settings(table)) {
            if (decoded.has(entry.key()) && entry.when().holds(facts)) {
                assertSetting(inverter, entry, decoded.get(entry.key()));
                compared++;
            }
        }
        return compared;
    }

    private static void assertSetting(TestInverter inverter, CaptureKeys.Entry entry, JsonElement expected) {
        switch (entry.form()) {
            case "slot" -> {
                String times = expected.getAsString();
                assertEquals(time(times.substring(0, 4)), inverter.value(entry.metric() + "-start"), entry.key());
                assertEquals(time(times.substring(5)), inverter.value(entry.metric() + "-end"), entry.key());
            }
            case "switch" -> assertEquals(TestInverter.text(new Value.Switch(expected.getAsInt() == 1)),
                    inverter.value(entry.metric()), entry.key());
            case "words" -> assertEquals(WORDS.getOrDefault(entry.key(), List.of()).get(expected.getAsInt()),
                    inverter.value(entry.metric()), entry.key());
            default -> assertEquals(expected.getAsString(), inverter.value(entry.metric()), entry.key());
        }
    }

    /** What detection finds besides: the pause lies in the AC block. */
    private static String facts(String name) throws ProfileException {
        String facts = GivEnergyCaptureTest.facts(name);
        return facts.contains("ac-block=1") ? facts + " pause=1" : facts;
    }

    private static String time(String text) {
        return text.substring(0, 2) + ":" + text.substring(2);
    }

    /** What the capture did not read of a page is 0, and not compared. */
    private static TestInverter inverter(JsonObject capture, String profile, String address, String facts)
            throws ProfileException {
        TestInverter inverter = new TestInverter("givenergy", profile, facts);
        new ProfileStore().profile("givenergy", profile).pages()
                .forEach(page -> inverter.image.put(RegisterSpace.HOLDING, page.block().start(),
                        new int[page.block().count()]));
        for (JsonElement one : capture.getAsJsonArray("blocks")) {
            JsonObject block = one.getAsJsonObject();
            if (block.get("type").getAsString().equals("HR") && block.get("address").getAsString().equals(address)) {
                inverter.image.put(RegisterSpace.HOLDING, block.get("base").getAsInt(), block.getAsJsonArray("values")
                        .asList().stream().mapToInt(JsonElement::getAsInt).toArray());
            }
        }
        return inverter;
    }
}
