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

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;

/** Families whose devices do not tell what they are, but let it be seen: facts that stay, narrow gaps, floors of sums. */
@NonNullByDefault
class SeenFactsTest {

    private static final String GOOD = """
            {
              "id": "test",
              "label": "A test",
              "block": 60,
              "gap": 4,
              "wordOrder": "high-first",
              "space": "holding",
              "facts": { "tenths": 0, "string-2": 0 },
              "registers": [
                { "at": 0, "type": "u16", "fact": "tenths", "seen": "900..2600" },
                { "at": 1, "type": "u16", "fact": "tenths", "seen": "900..2600" },
                { "at": 0, "type": "u16", "metric": "grid#l1-voltage", "bounds": "90..260", "when": "tenths=0" },
                { "at": 0, "type": "u16", "metric": "grid#l1-voltage", "bounds": "90..260", "scale": 0.1, "when": "tenths=1" },
                { "at": 6, "type": "s16", "metric": "pv#string-1-power", "cadence": "fast" },
                { "at": 12, "type": "u16", "fact": "string-2", "seen": "500..9999" },
                { "at": 13, "type": "s16", "metric": "pv#string-2-power", "cadence": "fast", "when": "string-2=1" }
              ],
              "sums": [
                { "metric": "pv#power", "of": "pv#string-1-power + pv#string-2-power", "least": 0 },
                { "metric": "load#power", "of": "pv#power", "least": -2.5 }
              ]
            }
            """;

    private final RegisterImage image = new RegisterImage();
    private final RegisterDevice device = new RegisterDevice(
            new Device(new DeviceId(DeviceKind.INVERTER, "TEST"), null, Map.of()), read(GOOD).variant(Map.of()), image,
            1, InstantSource.fixed(Instant.EPOCH));

    @Test
    void scaleIsFoundInTheSamePollAndStays() throws Exception {
        image.put(RegisterSpace.HOLDING, 0, 2301);
        Reading first = poll();
        assertEquals("230.1", text(first, "grid#l1-voltage"));
        assertEquals(0, first.rejected(), "what was only looked at is not thrown away");
        image.put(RegisterSpace.HOLDING, 0, 230);
        assertEquals("missing", text(poll(), "grid#l1-voltage"), "it is still 0.1 V: 23 V is beyond belief");
    }

    @Test
    void whatIsOutsideTellsNothing() throws Exception {
        image.put(RegisterSpace.HOLDING, 0, 231);
        assertEquals("231", text(poll(), "grid#l1-voltage"));
        image.put(RegisterSpace.HOLDING, 0, 899);
        Reading strange = poll();
        assertEquals("missing", text(strange, "grid#l1-voltage"));
        assertEquals(1, strange.rejected(), "by the bounds of the voltage alone");
    }

    @Test
    void severalPlacesMayShowTheSame() throws Exception {
        image.put(RegisterSpace.HOLDING, 0, 0, 2290);
        poll();
        image.put(RegisterSpace.HOLDING, 0, 2301, 0);
        assertEquals("230.1", text(poll(), "grid#l1-voltage"));
    }

    @Test
    void stringOnceSeenIsThereAtNight() throws Exception {
        image.put(RegisterSpace.HOLDING, 6, 700);
        assertEquals("missing", text(poll(), "pv#string-2-power"));
        image.put(RegisterSpace.HOLDING, 12, 3800, 900);
        assertEquals("1600", text(poll(), "pv#power"));
        image.put(RegisterSpace.HOLDING, 12, 0, 0);
        assertEquals("0", text(poll(), "pv#string-2-power"));
        assertEquals("700", text(poll(), "pv#power"));
    }

    @Test
    void sumsHaveAFloor() throws Exception {
        image.put(RegisterSpace.HOLDING, 6, -3);
        assertEquals("0", text(poll(), "pv#power"));
        assertEquals("-3", text(poll(), "pv#string-1-power"));
        assertEquals(new BigDecimal("-2.5"), read(GOOD).sums().getLast().least());
    }

    @Test
    void requestsReachAcrossNarrowGapsOnly() throws Exception {
        device.poll(Cadence.FULL);
        assertEquals(List.of("0x0000+7", "0x000C+1"), image.asked(), "four registers are bridged, five are not");
        image.put(RegisterSpace.HOLDING, 12, 3800);
        device.poll(Cadence.FULL);
        assertEquals(List.of("0x0000+7", "0x000C+1", "0x000D+1"), image.asked());
        device.poll(Cadence.FAST);
        assertEquals(List.of("0x0006+1", "0x000D+1"), image.asked(), "here the gap is six wide");
    }

    @Test
    void gapsOfAnyWidthAreBridgedUnlessTheFamilySaysOtherwise() throws Exception {
        Profile wide = read(GOOD.replace("\"gap\": 4,", ""));
        new RegisterDevice(new Device(new DeviceId(DeviceKind.INVERTER, "TEST"), null, Map.of()),
                wide.variant(Map.of()), image, 1, InstantSource.fixed(Instant.EPOCH)).poll(Cadence.FULL);
        assertEquals(List.of("0x0000+13"), image.asked());
    }

    @Test
    void gapsMakeNoSenseBesidePages() {
        String both = GOOD.replace("\"registers\"", "\"pages\": [ { \"at\": 0, \"count\": 60 } ], \"registers\"");
        ProfileException e = assertThrows(ProfileException.class,
                () -> ProfileReader.read("test.json", new StringReader(both)));
        assertEquals("test.json, line 5: \"gap\" and \"pages\" exclude each other", e.getMessage());
    }

    @Test
    void whatIsToBeSeenBeginsUnseen() {
        String lit = GOOD.replace("\"string-2\": 0", "\"string-2\": 1");
        ProfileException e = assertThrows(ProfileException.class,
                () -> ProfileReader.read("test.json", new StringReader(lit)));
        assertTrue(String.valueOf(e.getMessage()).startsWith("test.json, line 15: what is to be seen"), e.getMessage());
    }

    private Reading poll() throws Exception {
        return device.poll(Cadence.FULL).getFirst();
    }

    private static String text(Reading reading, String metric) {
        return reading.values().get(Metrics.of(metric)) instanceof Value.Amount(BigDecimal number)
                ? number.toPlainString()
                : TestInverter.MISSING;
    }

    private static Profile read(String text) {
        try {
            return ProfileReader.read("test.json", new StringReader(text));
        } catch (ProfileException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
