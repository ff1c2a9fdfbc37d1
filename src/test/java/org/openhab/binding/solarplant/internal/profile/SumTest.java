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

import java.io.IOException;
import java.io.StringReader;
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

/** Which way a sum is made, when it is missing, and what is believed of it. */
@NonNullByDefault
class SumTest {

    private static final String GOOD = """
            {
              "id": "test", "label": "A test", "block": 60, "wordOrder": "high-first", "space": "holding",
              "facts": { "ac": 0, "meter": 0, "whole": 0 },
              "devices": [ { "name": "meter-1", "kind": "meter", "when": "meter=1" } ],
              "registers": [
                { "at": 0, "type": "s16", "metric": "output#power", "bounds": "0..100", "when": "ac=1" },
                { "at": 1, "type": "s16", "metric": "grid#power" },
                { "at": 2, "type": "s16", "metric": "pv#power", "bounds": "0..100" },
                { "at": 3, "type": "s16", "metric": "meter#power", "device": "meter-1" },
                { "at": 4, "type": "u16", "metric": "backup#l1-power", "bounds": "0..100" },
                { "at": 5, "type": "u16", "metric": "backup#l2-power", "bounds": "0..100" },
                { "at": 6, "type": "u16", "metric": "backup#power", "device": "aside", "bounds": "0..500", "when": "whole=1" },
                { "at": 7, "type": "u16", "metric": "battery#capacity" },
                { "at": 8, "type": "u16", "metric": "battery#state-of-charge", "bounds": "0..100" }
              ],
              "sums": [
                { "metric": "load#power", "of": ["output#power + grid#power + meter-1/meter#power", "pv#power + grid#power"], "bounds": "-10..1*rated", "least": 0 },
                { "metric": "backup#power", "of": "backup#l1-power + backup#l2-power", "total": "aside/backup#power" },
                { "metric": "battery#max-charge-power", "of": "backup#l1-power", "times": "battery#capacity", "most": "1*rated" },
                { "metric": "battery#remaining-capacity", "of": "battery#capacity", "percent": "battery#state-of-charge" }
              ]
            }
            """;

    private final RegisterImage image = new RegisterImage().put(RegisterSpace.HOLDING, 0, 70, 5, 80, 9, 20, 30, 0, 10,
            45);

    private String value(String metric, String facts) throws Exception {
        RegisterMap map = read().variant(TestInverter.facts("rated=150 " + facts));
        Reading reading = new RegisterDevice(new Device(new DeviceId(DeviceKind.INVERTER, "TEST"), null, Map.of()), map,
                image, 1, InstantSource.fixed(Instant.EPOCH)).poll(Cadence.FULL).getFirst();
        Value value = reading.values().get(Metrics.of(metric));
        return value == null ? TestInverter.MISSING : TestInverter.text(value);
    }

    @Test
    void itMayBeMultipliedAndEndSomewhere() throws Exception {
        assertEquals("150", value("battery#max-charge-power", "ac=1"), "20 * 10, and no more than is rated");
        image.put(RegisterSpace.HOLDING, 4, 7);
        assertEquals("70", value("battery#max-charge-power", "ac=1"));
        image.put(RegisterSpace.HOLDING, 4, 0);
        assertEquals("0", value("battery#max-charge-power", "ac=1"));
        image.put(RegisterSpace.HOLDING, 4, 101);
        assertEquals(TestInverter.MISSING, value("battery#max-charge-power", "ac=1"));
    }

    @Test
    void firstWayThatTheModelTellsWins() throws Exception {
        assertEquals("75", value("load#power", "ac=1"), "without the meter that is not there");
        assertEquals("84", value("load#power", "ac=1 meter=1"));
        assertEquals("85", value("load#power", "ac=0"));
        assertEquals("85", value("load#power", "ac=0 meter=1"), "the other way has no meter");
    }

    @Test
    void termThatWasNotToldMakesItMissing() throws Exception {
        image.put(RegisterSpace.HOLDING, 0, 700);
        assertEquals(TestInverter.MISSING, value("load#power", "ac=1"), "although the other way is known");
        assertEquals("85", value("load#power", "ac=0"));
    }

    @Test
    void sumHasBoundsOfItsOwn() throws Exception {
        image.put(RegisterSpace.HOLDING, 1, -77);
        assertEquals("0", value("load#power", "ac=1"));
        image.put(RegisterSpace.HOLDING, 1, -81);
        assertEquals(TestInverter.MISSING, value("load#power", "ac=1"));
        image.put(RegisterSpace.HOLDING, 1, 80);
        assertEquals("150", value("load#power", "ac=1"));
        image.put(RegisterSpace.HOLDING, 1, 81);
        assertEquals(TestInverter.MISSING, value("load#power", "ac=1"), "beyond what the model is rated");
    }

    @Test
    void totalIsTakenUnlessItCannotBe() throws Exception {
        assertEquals("50", value("backup#power", "whole=0"), "the model has none");
        assertEquals("50", value("backup#power", "whole=1"), "0 is less than 30");
        for (int total : List.of(30, 49, 400)) {
            image.put(RegisterSpace.HOLDING, 6, total);
            assertEquals(Integer.toString(total), value("backup#power", "whole=1"));
        }
        image.put(RegisterSpace.HOLDING, 6, 501);
        assertEquals("50", value("backup#power", "whole=1"), "beyond belief");
        image.put(RegisterSpace.HOLDING, 5, 101);
        assertEquals(TestInverter.MISSING, value("backup#power", "whole=1"));
        image.put(RegisterSpace.HOLDING, 6, 60);
        assertEquals("60", value("backup#power", "whole=1"), "a total needs no terms");
    }

    @Test
    void percentIsAShareOfIt() throws Exception {
        assertEquals("4.5", value("battery#remaining-capacity", "ac=1"));
        image.put(RegisterSpace.HOLDING, 8, 101);
        assertEquals(TestInverter.MISSING, value("battery#remaining-capacity", "ac=1"));
    }

    private static Profile read() {
        try {
            return ProfileReader.read("test.json", new StringReader(GOOD));
        } catch (ProfileException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
