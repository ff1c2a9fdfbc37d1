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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.TransportException.Refused;

/** Families that are read by whole pages, and what else their profiles need: bits, scales by facts, helpers of sums. */
@NonNullByDefault
class PagesTest {

    private static final String GOOD = """
            {
              "id": "test",
              "label": "A test",
              "block": 60,
              "wordOrder": "high-first",
              "space": "input",
              "facts": { "modules": 0 },
              "texts": { "modes": { "0": "off", "5": "on" } },
              "pages": [
                { "at": 0, "count": 60 },
                { "at": 180, "count": 60 },
                { "at": 1360, "count": 54, "note": "a short last one" },
                { "at": 0, "count": 5, "space": "holding" }
              ],
              "registers": [
                { "at": 3, "type": "u16", "metric": "pv#power", "cadence": "fast" },
                { "at": 58, "type": "u32", "metric": "energy#pv-total", "scale": 0.1 },
                { "at": 190, "type": "u16", "metric": "battery#capacity", "scale": "0.001*modules", "bounds": "0..10" },
                { "at": 200, "type": "u16", "metric": "status#run-mode", "text": "modes", "bits": "3..5" },
                { "at": 1412, "type": "u32-low-first", "metric": "energy#pv-today", "scale": 0.1 },
                { "at": 201, "type": "u16", "metric": "pv#power", "device": "aside", "bounds": "0..1000" },
                { "at": 2, "type": "u16", "metric": "battery#cycles", "space": "holding" }
              ],
              "sums": [
                { "metric": "load#power", "of": "pv#power + aside/pv#power" }
              ]
            }
            """;

    private final RegisterImage image = new RegisterImage();

    @Test
    void readsWholePagesThatHoldSomethingWanted() throws Exception {
        RegisterDevice device = device(2);
        device.poll(Cadence.FAST);
        assertEquals(List.of("0x0000+60"), image.asked());
        device.poll(Cadence.FULL);
        assertEquals(List.of("0x0000+60", "0x00B4+60", "0x0550+54", "0x0000+5"), image.asked());
    }

    @Test
    void remembersARefusedPageWithoutSearchingInIt() throws Exception {
        image.refuse(200);
        RegisterDevice device = device(2);
        Reading reading = device.poll(Cadence.FULL).getFirst();
        assertEquals(List.of("0x0000+60", "0x00B4+60", "0x0550+54", "0x0000+5"), image.asked());
        assertTrue(reading.values().containsKey(Metrics.of("pv#power")));
        assertFalse(reading.values().containsKey(Metrics.of("status#run-mode")));
        device.poll(Cadence.FULL);
        assertEquals(List.of("0x0000+60", "0x0550+54", "0x0000+5"), image.asked());
        image.allowEverything().reconnect();
        device.poll(Cadence.FULL);
        assertEquals(4, image.asked().size(), "another connection may lead to another device");
    }

    @Test
    void complainsIfEveryPageIsRefused() throws Exception {
        image.refuse(3, 200, 1400, 2);
        RegisterDevice device = device(2);
        assertThrows(Refused.class, () -> device.poll(Cadence.FULL));
        assertThrows(Refused.class, () -> device.poll(Cadence.FULL));
        assertEquals(8, image.asked().size(), "and asks for all of them next time");
    }

    @Test
    void decodesBitsScalesByFactsAndBothWordOrders() throws Exception {
        image.put(RegisterSpace.INPUT, 58, 1, 2).put(RegisterSpace.INPUT, 190, 4500)
                .put(RegisterSpace.INPUT, 200, 0b1110_1010).put(RegisterSpace.INPUT, 1412, 2, 1);
        Map<?, Value> values = device(2).poll(Cadence.FULL).getFirst().values();
        assertEquals("6553.8", number(values, "energy#pv-total"));
        assertEquals("6553.8", number(values, "energy#pv-today"));
        assertEquals("9", number(values, "battery#capacity"));
        assertEquals(new Value.Text("on"), values.get(Metrics.of("status#run-mode")));
        assertFalse(device(3).poll(Cadence.FULL).getFirst().values().containsKey(Metrics.of("battery#capacity")),
                "13.5 is out of bounds");
    }

    @Test
    void keepsAsideWhatOnlySumsNeed() throws Exception {
        image.put(RegisterSpace.INPUT, 3, 500).put(RegisterSpace.INPUT, 201, 250);
        List<Reading> readings = device(2).poll(Cadence.FULL);
        assertEquals(1, readings.size());
        assertEquals("500", number(readings.getFirst().values(), "pv#power"));
        assertEquals("750", number(readings.getFirst().values(), "load#power"));
        image.put(RegisterSpace.INPUT, 201, 2500);
        Reading reading = device(2).poll(Cadence.FULL).getFirst();
        assertEquals(1, reading.rejected());
        assertFalse(reading.values().containsKey(Metrics.of("load#power")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            13 | overlaps with another page         | { "at": 0, "count": 5 }
            13 | overlaps with another page         | { "at": 1413, "count": 5 }
            13 | a page has 1 to 60 registers       | { "at": 300, "count": 61 }
            13 | a page has 1 to 60 registers       | { "at": 300, "count": 0 }
            13 | a page has 1 to 60 registers       | { "at": 65500, "count": 60 }
            13 | "at" is no register's address      | { "at": -1, "count": 60 }
            13 | "count" is missing                 | { "at": 300 }
            13 | "words" is not known here          | { "at": 300, "count": 2, "words": 3 }
            13 | an object {…} is expected          | "300+2"
            16 | lies outside every page            | { "at": 60, "type": "u16", "metric": "pv#power" },
            16 | lies outside every page            | { "at": 59, "type": "u32", "metric": "energy#pv-total" },
            16 | lies outside every page            | { "at": 7, "type": "u16", "metric": "pv#power", "space": "holding" },
            16 | begins with the lower end, not 5   | { "at": 3, "type": "u16", "metric": "pv#power", "bits": "5..3" },
            16 | "bits" are written first..last     | { "at": 3, "type": "u16", "metric": "pv#power", "bits": "0..32" },
            16 | "bits" is not a number: all        | { "at": 3, "type": "u16", "metric": "pv#power", "bits": "all" },
            16 | "facts" has no "packs"             | { "at": 3, "type": "u16", "metric": "pv#power", "scale": "2*packs" },
            16 | "facts" has no "packs"             | { "at": 3, "type": "u16", "metric": "pv#power", "scale": "2*packs", "bits": "0..7" },
            16 | "scale" is not a number: x*modules | { "at": 3, "type": "u16", "metric": "pv#power", "scale": "x*modules" },
            """)
    void namesAMistake(int line, String message, String replacement) {
        List<String> lines = new ArrayList<>(GOOD.lines().toList());
        lines.set(line - 1, replacement);
        ProfileException e = assertThrows(ProfileException.class, () -> read(String.join("\n", lines)));
        String told = String.valueOf(e.getMessage());
        assertTrue(told.startsWith("test.json, line " + line + ": "), told);
        assertTrue(told.contains(message), told);
    }

    @Test
    void knowsNoPartThatIsCalledAside() {
        String devices = "\"devices\": [{ \"name\": \"aside\", \"kind\": \"meter\" }],\n  \"registers\"";
        assertThrows(ProfileException.class, () -> read(GOOD.replace("\"registers\"", devices)));
    }

    private RegisterDevice device(int modules) throws ProfileException, IOException {
        Device device = new Device(new DeviceId(DeviceKind.INVERTER, "TEST"), null, Map.of());
        return new RegisterDevice(device, read(GOOD).variant(Map.of("modules", modules)), image, 1,
                InstantSource.fixed(Instant.EPOCH));
    }

    private static String number(Map<?, Value> values, String metric) {
        return values.get(Metrics.of(metric)) instanceof Value.Amount(var number) ? number.toPlainString() : "missing";
    }

    private static Profile read(String text) throws ProfileException, IOException {
        return ProfileReader.read("test.json", new StringReader(text));
    }
}
