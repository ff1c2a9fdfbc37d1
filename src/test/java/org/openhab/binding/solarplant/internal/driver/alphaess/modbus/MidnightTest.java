/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.driver.MapMemory;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.sim.AlphaEssImage;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.Energies;
import org.openhab.binding.solarplant.sim.Site;

/** A driver over midnight and over a restart, with a house that lives by the same clock. */
@NonNullByDefault
@Timeout(30)
class MidnightTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Time that stands still until a test moves it. */
    private static final class TestClock extends Clock {
        private Instant now = Instant.EPOCH;

        void set(String time) {
            now = Instant.parse(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return BERLIN;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private static final DeviceId SYSTEM = new DeviceId(DeviceKind.INVERTER, EmsRig.SERIAL);

    private final MapMemory memory = new MapMemory();
    private final TestClock clock = new TestClock();
    private final DayCurve curve = new DayCurve(Site.home(BERLIN));
    private final AlphaEssImage image = new AlphaEssImage(EmsRig.SERIAL, curve, clock);

    private void assertToday(Reading reading) {
        Energies today = curve.at(clock.instant()).today();
        assertEquals(today.roof() + today.garage(), number(reading, "pv"), 0.05);
        assertEquals(today.imported(), number(reading, "import"), 0.05);
        assertEquals(today.exported(), number(reading, "export"), 0.05);
        assertEquals(today.charged(), number(reading, "charge"), 0.15);
        assertEquals(today.discharged(), number(reading, "discharge"), 0.15);
        assertEquals(today.load(), number(reading, "load"), 0.3);
    }

    private static double number(Reading reading, String flow) {
        return Double.parseDouble(EmsRig.text(reading, "energy#" + flow + "-today"));
    }

    private String kept() {
        return memory.recall(SYSTEM, AlphaEssModbusDriver.MIDNIGHT_ENERGIES).orElse("");
    }

    @Test
    void energiesOfTodayAreThoseOfTheHouse() throws Exception {
        String counts;
        try (EmsRig rig = EmsRig.of(image, memory, clock, BERLIN)) {
            clock.set("2026-06-20T12:00:00Z");
            assertEquals("none", EmsRig.text(rig.full(), "energy#pv-today"));
            clock.set("2026-06-20T21:59:30Z");
            assertEquals("none", EmsRig.text(rig.full(), "energy#pv-today"));
            clock.set("2026-06-20T22:00:30Z");
            assertToday(rig.full());
            clock.set("2026-06-21T10:00:00Z");
            assertToday(rig.full());
            counts = kept();
            clock.set("2026-06-21T10:00:15Z");
            rig.driver.poll(Cadence.FAST);
            assertEquals(counts, kept(), "fast polls know it too");
        }
        clock.set("2026-06-21T16:00:00Z");
        try (EmsRig rig = EmsRig.of(image, EmsRig.PLAIN, clock, BERLIN)) {
            assertEquals("none", EmsRig.text(rig.full(), "energy#load-today"), "without memory");
        }
        try (EmsRig rig = EmsRig.of(image, memory, clock, BERLIN)) {
            assertToday(rig.full());
            assertEquals(counts, kept());
        }
        memory.keep(SYSTEM, AlphaEssModbusDriver.MIDNIGHT_ENERGIES, "nonsense");
        try (EmsRig rig = EmsRig.of(image, memory, clock, BERLIN)) {
            assertEquals("none", EmsRig.text(rig.full(), "energy#load-today"));
        }
    }

    @Test
    void anotherSystemAtTheSameAddressBeginsWithoutADay() throws Exception {
        clock.set("2026-06-20T22:00:30Z");
        try (EmsRig rig = EmsRig.of(image, memory, clock, BERLIN)) {
            rig.full();
        }
        assertFalse(kept().isEmpty());
        clock.set("2026-06-21T10:00:00Z");
        AlphaEssImage other = new AlphaEssImage("AL7000000000002", curve, clock);
        try (EmsRig rig = EmsRig.of(other, memory, clock, BERLIN)) {
            assertEquals("none", EmsRig.text(rig.full(), "energy#pv-today"));
        }
    }
}
