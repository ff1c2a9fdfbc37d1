/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.givenergy;

import static org.junit.jupiter.api.Assertions.*;
import static org.openhab.binding.solarplant.internal.driver.givenergy.DriverRig.*;

import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Space;

/** Pages of an inverter that are half of another buffer, or half zero: dropped as a whole, and counted. */
@NonNullByDefault
@Timeout(60)
class SpoiltPageTest {

    private static final String INVERTER = "inverter:" + SERIAL;
    private static final String SOC = "battery#state-of-charge";
    private static final String LOAD = "load#power";

    private final MapImage image = Images.settings(Images.owner(0x2001, 920, SERIAL)).put(Space.INPUT, 41, 310)
            .put(Space.INPUT, 45, 0, 36316, 0, 31314).put(Space.INPUT, 55, 312, 235);

    /** Zeros from here to the end of the page; what stood there. */
    private static long[] zero(MapImage image, Space space, int first) {
        long[] words = IntStream.range(first, 60).mapToLong(at -> image.read(space, at).orElseThrow()).toArray();
        image.put(space, first, new long[words.length]);
        return words;
    }

    @Test
    void aTailOfZerosIsDroppedWithItsPage() throws Exception {
        try (DriverRig rig = DriverRig.of(image)) {
            int usual = rig.full().getFirst().rejected();
            long[] good = zero(image, Space.INPUT, 30);
            rig.clock.pass(60);
            List<Reading> readings = rig.full();
            for (String metric : List.of("battery#voltage", "battery#power", "battery#temperature", "grid#power",
                    "status#temperature", "output#power", "status#run-mode")) {
                assertEquals("", value(readings, INVERTER, metric), metric);
            }
            assertEquals(1, readings.getFirst().rejected());
            image.put(Space.INPUT, 30, good);
            rig.clock.pass(60);
            readings = rig.full();
            assertEquals("50", value(readings, INVERTER, SOC));
            assertEquals(usual, readings.getFirst().rejected());
        }
    }

    @Test
    void settingsDoNotFallToZeroForOneReading() throws Exception {
        image.put(Space.HOLDING, 35, 26, 11, 28, 12, 30, 30).put(Space.HOLDING, 31, 1200, 1300);
        try (DriverRig rig = DriverRig.of(image)) {
            assertEquals("ON", value(rig.full(), INVERTER, "settings#eco-mode"));
            int usual = rig.full().getFirst().rejected();
            long[] good = zero(image, Space.HOLDING, 18);
            List<Reading> readings = rig.poll(Cadence.WHOLE);
            assertEquals("", value(readings, INVERTER, "settings#eco-mode"));
            assertEquals("", value(readings, INVERTER, "settings#charge-slot-2-start"));
            assertEquals("4", value(readings, INVERTER, "settings#min-state-of-charge"), "another page");
            assertEquals(usual + 1, readings.getFirst().rejected());
            image.put(Space.HOLDING, 18, good);
            assertEquals("12:00", value(rig.full(), INVERTER, "settings#charge-slot-2-start"), "asked again at once");
            assertEquals("", value(rig.full(), INVERTER, "settings#charge-slot-2-start"));
        }
    }

    @Test
    void whoInsistsIsBelieved() throws Exception {
        try (DriverRig rig = DriverRig.of(image)) {
            rig.full();
            zero(image, Space.INPUT, 30);
            assertEquals("", value(rig.full(), INVERTER, LOAD));
            assertEquals("", value(rig.full(), INVERTER, LOAD));
            assertEquals("0", value(rig.full(), INVERTER, LOAD));
        }
    }

    /** One value may jump: that is judged for itself. Two that never do are a page of somebody else's. */
    @ParameterizedTest
    @CsvSource({"59, 90, 41, 310, 700", "59, 90, 50, 2000, ''", "41, 9000, 56, 900, ''", "46, 40000, 48, 40000, ''",
            "59, 70, 41, 510, 700", "59, 90, 5, 0, 700", "30, 9000, 42, 900, 900"})
    void severalValuesThatJumpAtOnceAreNotBelieved(int first, int to, int second, int also, String load)
            throws Exception {
        try (DriverRig rig = DriverRig.of(image)) {
            rig.full();
            put(image, first, to);
            put(image, second, also);
            rig.clock.pass(60);
            assertEquals(load, value(rig.full(), INVERTER, LOAD));
            assertNotEquals("", value(rig.full(3, 60), INVERTER, LOAD));
        }
    }

    @Test
    void afterFiveMinutesNobodyCanTell() throws Exception {
        try (DriverRig rig = DriverRig.of(image)) {
            rig.full();
            put(image, 59, 90);
            put(image, 41, 900);
            rig.clock.pass(301);
            assertEquals("90", value(rig.full(), INVERTER, SOC));
        }
    }

    @Test
    void aPageOfAThreePhaseInverterToo() throws Exception {
        MapImage three = Images.owner(0x4001, 1, SERIAL).put(Space.INPUT, 1128, 350);
        try (DriverRig rig = DriverRig.of(three)) {
            rig.full();
            put(three, 1131, 100, 5);
            rig.clock.pass(60);
            assertEquals("", value(rig.full(), INVERTER, "status#temperature"));
        }
    }
}
