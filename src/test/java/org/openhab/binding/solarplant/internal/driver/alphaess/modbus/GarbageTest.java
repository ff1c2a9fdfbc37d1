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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.driver.MapMemory;
import org.openhab.binding.solarplant.internal.driver.RatedPower;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.DeviceMemory;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Space;

/** Numbers that are none: spikes of one register, and blocks of nothing but 0xFFFF. Over a real socket. */
@NonNullByDefault
@Timeout(30)
class GarbageTest {

    private final MapImage image = EmsRig.system().put(Space.HOLDING, 0x0100, 528, 310, 736)
            .put(Space.HOLDING, 0x0126, 1630).put(Space.HOLDING, 0x0021, 0, 250);

    private void blank(int start, int count) {
        for (int at = start; at < start + count; at++) {
            image.put(Space.HOLDING, at, 0xFFFF);
        }
    }

    @Test
    void aPowerThatIsNotVoltageTimesCurrentIsDropped() throws Exception {
        try (EmsRig rig = EmsRig.of(image)) {
            assertEquals("1630", EmsRig.text(rig.full(), "battery#power"));
            image.put(Space.HOLDING, 0x0126, 0x7FFF);
            for (int poll = 0; poll < 5; poll++) {
                Reading reading = rig.driver.poll(Cadence.FAST).getFirst();
                assertEquals("none", EmsRig.text(reading, "battery#power"));
                assertEquals("none", EmsRig.text(reading, "load#power"), "nor what would be made of it");
                assertEquals("none", EmsRig.text(rig.part("battery-1"), "battery#power"));
                assertTrue(reading.rejected() > 0);
            }
            image.put(Space.HOLDING, 0x0126, 1700);
            assertEquals("1700", EmsRig.text(rig.driver.poll(Cadence.FAST).getFirst(), "battery#power"));
        }
    }

    /** On a model where the current is that of one pack alone, power and product never agree. */
    @Test
    void aComparisonThatNeverHoldsIsNotHeeded() throws Exception {
        image.put(Space.HOLDING, 0x0126, 4900);
        try (EmsRig rig = EmsRig.of(image)) {
            for (int poll = 0; poll < 4; poll++) {
                rig.full();
            }
            assertEquals("4900", EmsRig.text(rig.full(), "battery#power"));
        }
    }

    /** The vendor's cloud tells the rated power, and once is enough. */
    @Test
    void powersFollowTheRatedPowerWhereItIsKnown() throws Exception {
        image.put(Space.HOLDING, 0x0021, 1, 0x1170).put(Space.HOLDING, 0x040C, 0, 35_000);
        DeviceMemory memory = new MapMemory();
        try (EmsRig rig = EmsRig.of(image, memory, InstantSource.fixed(EmsRig.NOON), ZoneOffset.UTC)) {
            assertEquals("35000", EmsRig.text(rig.full(), "output#power"));
            RatedPower.keep(memory, new DeviceId(DeviceKind.INVERTER, EmsRig.SERIAL), BigDecimal.valueOf(5000));
            rig.driver.searchAnew();
            Reading reading = rig.full();
            assertEquals("none", EmsRig.text(reading, "output#power"));
            assertEquals("none", EmsRig.text(reading, "grid#power"), "70 kW are no house");
            image.put(Space.HOLDING, 0x0021, 0, 22_000);
            assertEquals("22000", EmsRig.text(rig.full(), "grid#power"),
                    "with a car that charges, of an inverter of 5 kW");
        }
    }

    @Test
    void aBlankBlockIsNoAnswer() throws Exception {
        try (EmsRig rig = EmsRig.of(image)) {
            rig.full();
            blank(0x001B, 8);
            blank(0x0126, 1);
            blank(0x00A1, 2);
            Reading reading = rig.driver.poll(Cadence.FAST).getFirst();
            assertEquals("none", EmsRig.text(reading, "grid#power"));
            assertEquals("none", EmsRig.text(reading, "battery#power"), "-1 W alone would be a number");
            assertEquals("none", EmsRig.text(reading, "load#power"));
            assertEquals("73.6", EmsRig.text(reading, "battery#state-of-charge"), "the rest is true");
            assertTrue(reading.rejected() > 0);
        }
    }

    @Test
    void nothingButBlanksIsAFailure() throws Exception {
        try (EmsRig rig = EmsRig.of(image)) {
            rig.full();
            blank(0x0000, 0x0500);
            PollException failure = assertThrows(PollException.class, () -> rig.driver.poll(Cadence.FAST));
            assertEquals(Failure.Kind.PROTOCOL, failure.failure().kind());
        }
    }

    @Test
    void blankTimersAndABlankDispatchAreNoAnswer() throws Exception {
        image.put(Space.HOLDING, 0x084F, 3, 12, 17, 21, 22, 23, 90, 1, 5, 13, 14).put(Space.HOLDING, 0x085A, 15, 30, 0,
                45, 5, 0, 0, 45);
        try (EmsRig rig = EmsRig.of(image)) {
            assertEquals("off", EmsRig.text(rig.full(), "remote-control#mode"));
            int rejected = rig.full().rejected();
            blank(0x084F, 19);
            blank(0x0880, 9);
            Reading reading = rig.driver.poll(Cadence.WHOLE).getFirst();
            assertEquals("none", EmsRig.text(reading, "remote-control#mode"));
            assertFalse(reading.values().containsKey(Metrics.of("settings#charge-slot-1-start")),
                    "nobody says that it is not set");
            assertEquals("73.6", EmsRig.text(reading, "battery#state-of-charge"), "the rest is true");
            assertEquals(rejected + 2, reading.rejected());
            Order clear = new Order.ClearSchedule(new DeviceId(DeviceKind.INVERTER, EmsRig.SERIAL));
            assertEquals(new Outcome.Refused(Refusal.Kind.NOT_CONNECTED), rig.driver.apply(clear));
        }
    }
}
