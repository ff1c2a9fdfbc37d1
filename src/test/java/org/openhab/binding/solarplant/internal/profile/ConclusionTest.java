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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;

/** What several values together say. */
@NonNullByDefault
class ConclusionTest {

    private static final String PROFILE = """
            {
              "id": "test", "label": "A test", "block": 10, "wordOrder": "high-first", "space": "input",
              "facts": { "meter": 0 },
              "texts": { "modes": { "0": "waiting", "1": "normal", "2": "off-grid" } },
              "devices": [ { "name": "meter-1", "kind": "meter", "when": "meter=1" } ],
              "registers": [
                { "at": 1, "type": "u16", "metric": "status#run-mode", "text": "modes", "cadence": "fast" },
                { "at": 2, "type": "u16", "metric": "grid#l1-voltage", "bounds": "0..300" },
                { "at": 3, "type": "u16", "metric": "grid#frequency", "scale": 0.01, "bounds": "40..70" },
                { "at": 4, "type": "u16", "metric": "meter#l1-voltage", "device": "meter-1" },
                { "at": 5, "type": "u16", "fact": "meter" }
              ],
              "settings": [ { "setting": "settings#backup-enabled", "read": 6, "space": "input", "switch": "1/0" } ],
              "conclusions": [
                %s
              ]
            }
            """;
    private static final String GRID = """
            { "metric": "grid#available", "says": "off", "if": "status#run-mode=off-grid,waiting grid#l1-voltage<50" },
            { "metric": "grid#available", "says": "on", "if": "status#run-mode=normal grid#l1-voltage>=90|grid#frequency>=45" },
            { "metric": "status#run-mode", "says": "off-grid", "if": "grid#available=off status#run-mode=waiting" },
            { "metric": "settings#schedule-store", "says": "house", "if": "meter-1/meter#l1-voltage>=90" },
            { "metric": "settings#schedule-store", "says": "backup", "if": "settings#backup-enabled=on" }""";

    private final RegisterImage image = new RegisterImage();

    private static Profile read(String conclusions) throws Exception {
        return ProfileReader.read("test.json", new StringReader(PROFILE.formatted(conclusions)));
    }

    private String value(String metric, Cadence cadence, int... words) throws Exception {
        image.put(RegisterSpace.INPUT, 1, words);
        RegisterDevice device = new RegisterDevice(
                new Device(new DeviceId(DeviceKind.INVERTER, "TEST"), null, Map.of()), read(GRID).variant(Map.of()),
                image, 1, InstantSource.fixed(Instant.EPOCH));
        Value value = device.poll(cadence).getFirst().values().get(Metrics.of(metric));
        return value == null ? TestInverter.MISSING : TestInverter.text(value);
    }

    @ParameterizedTest
    @CsvSource({"1, 230, 5000, true", "1, 0, 5000, true", "1, 230, 0, true", "1, 0, 0, missing", "2, 0, 0, false",
            "2, 49, 0, false", "2, 50, 5000, missing", "0, 0, 0, false", "0, 230, 5000, missing",
            "9, 230, 5000, missing", "2, 301, 5000, missing"})
    void allClaimsMustBeTrue(int mode, int voltage, int frequency, String available) throws Exception {
        assertEquals(available, value("grid#available", Cadence.FULL, mode, voltage, frequency, 0, 0, 0));
    }

    @Test
    void itGoesBeforeWhatARegisterSays() throws Exception {
        assertEquals("off-grid", value("status#run-mode", Cadence.FULL, 0, 0, 0, 0, 0, 0));
        assertEquals("waiting", value("status#run-mode", Cadence.FULL, 0, 230, 0, 0, 0, 0));
    }

    @Test
    void whatWasNotAskedMakesNothingTrue() throws Exception {
        assertEquals("true", value("grid#available", Cadence.FULL, 1, 230, 5000, 0, 0, 0));
        image.put(RegisterSpace.INPUT, 1, 1, 230, 5000, 0, 0, 0);
        RegisterMap map = read(GRID).variant(Map.of());
        RegisterReader reader = new RegisterReader(image, 1, ReadPlanner.of(map.profile()));
        Decoded decoded = Decoder.decode(map, reader.read(map.wanted(Cadence.FAST)));
        assertEquals(Map.of(Metrics.of("status#run-mode"), new Value.Text("normal")),
                decoded.values().get(Decoder.SELF));
    }

    @Test
    void theFirstOfSeveralCounts() throws Exception {
        assertEquals("backup", value("settings#schedule-store", Cadence.WHOLE, 1, 0, 0, 230, 0, 1));
        assertEquals("house", value("settings#schedule-store", Cadence.WHOLE, 1, 0, 0, 230, 1, 1));
        assertEquals("missing", value("settings#schedule-store", Cadence.WHOLE, 1, 0, 0, 80, 1, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            there is no metric "grid#there"           | "metric": "grid#there", "says": "on", "if": "grid#l1-voltage>=90"
            "says" a word, or on or off of a switch   | "metric": "grid#available", "says": "yes", "if": "grid#l1-voltage>=90"
            "says" a word, or on or off of a switch   | "metric": "grid#power", "says": "0", "if": "grid#l1-voltage>=90"
            "says" is missing                         | "metric": "grid#available", "if": "grid#l1-voltage>=90"
            "if" is missing                           | "metric": "grid#available", "says": "on"
            "if" has claims like                      | "metric": "grid#available", "says": "on", "if": ""
            "if" has claims like                      | "metric": "grid#available", "says": "on", "if": "grid#l1-voltage"
            "if" has claims like                      | "metric": "grid#available", "says": "on", "if": "grid#l1-voltage >= 90"
            numbers are compared by < and >=          | "metric": "grid#available", "says": "on", "if": "grid#l1-voltage=90"
            numbers are compared by < and >=          | "metric": "grid#available", "says": "on", "if": "status#run-mode<1"
            "devices" has no "meter-9"                | "metric": "grid#available", "says": "on", "if": "meter-9/meter#power<1"
            "devices" has no "meter-9"                | "metric": "grid#available", "says": "on", "if": "grid#l1-voltage>=90", "device": "meter-9"
            nothing before feeds "self/meter#power"   | "metric": "grid#available", "says": "on", "if": "meter#power<1"
            nothing before feeds "self/grid#available" | "metric": "status#run-mode", "says": "normal", "if": "grid#available=on"
            "status#run-mode" never says "off-gird"   | "metric": "grid#available", "says": "off", "if": "status#run-mode=off-gird"
            "settings#backup-enabled" never says "1"  | "metric": "grid#available", "says": "off", "if": "settings#backup-enabled=1"
            "facts" has no "phase"                    | "metric": "grid#available", "says": "on", "if": "grid#l1-voltage>=90", "when": "phase=1"
            "bounds" is not known here                | "metric": "grid#available", "says": "on", "if": "grid#l1-voltage>=90", "bounds": "0..1"
            """)
    void aMistakeIsNamedWithItsLine(String message, String line) {
        ProfileException exception = assertThrows(ProfileException.class, () -> read("{ " + line + " }"));
        String text = String.valueOf(exception.getMessage());
        assertTrue(text.contains(message), text);
        assertTrue(text.contains("test.json") && text.contains("15"), text);
    }
}
