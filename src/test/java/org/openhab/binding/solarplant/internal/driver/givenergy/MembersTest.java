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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhab.binding.solarplant.internal.driver.givenergy.DriverRig.SERIAL;
import static org.openhab.binding.solarplant.internal.driver.givenergy.DriverRig.ids;
import static org.openhab.binding.solarplant.internal.driver.givenergy.DriverRig.put;
import static org.openhab.binding.solarplant.internal.driver.givenergy.DriverRig.value;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Plant;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Sample;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.sim.DongleFault;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Space;

/** Batteries and meters behind an inverter: polled, missed, taken for another's, and what their inverter makes of them. */
@NonNullByDefault
@Timeout(60)
class MembersTest {

    private static final String INVERTER = "inverter:" + SERIAL;
    private static final String PACK = "battery:BE1234G567";
    private static final String SECOND = "battery:BE1234G568";
    private static final String METER = "meter:" + SERIAL + "-meter-1";

    private final MapImage pack = Images.pack("BE1234G567");
    private final MapImage inverter = Images.owner(0x2001, 920, SERIAL);

    private DriverRig rig() {
        return DriverRig.of(inverter).with(0x32, pack).with(0x33, Images.pack("BE1234G568")).with(0x01,
                Images.meter(400));
    }

    @Test
    void theFirstPollTellsEverything() throws Exception {
        try (DriverRig rig = rig()) {
            List<Reading> readings = rig.full();
            assertEquals(List.of(INVERTER, METER, PACK, SECOND), ids(readings));
            assertEquals("50", value(readings, PACK, "battery#state-of-charge"), "detection was the first look");
            assertEquals("528", value(readings, PACK, "battery#power"), "10 A at 52.8 V");
            assertEquals("3.3", value(readings, PACK, "cells#min-voltage"));
            assertEquals("0", value(readings, PACK, "cells#spread"));
            assertEquals("400", value(readings, METER, "meter#power"));
            assertEquals(new DeviceId(org.openhab.binding.solarplant.internal.model.DeviceKind.INVERTER, SERIAL),
                    DriverRig.of(readings, PACK).device().owner());
        }
    }

    @Test
    void oneSilentBatteryDoesNotSpoilThePoll() throws Exception {
        try (DriverRig rig = rig().hasty()) {
            rig.full();
            rig.fault(new DongleFault.Silence(), 1, 0x32);
            assertEquals(List.of(INVERTER, METER, SECOND), ids(rig.full()));
            rig.fault(new DongleFault.Refuse(true), 1, 0x32);
            assertEquals(List.of(INVERTER, METER, SECOND), ids(rig.full()));
            assertEquals(List.of(INVERTER, METER, PACK, SECOND), ids(rig.full()));
        }
    }

    @Test
    void whoStaysAwayForTenPollsIsSearched() throws Exception {
        try (DriverRig rig = rig()) {
            rig.full();
            rig.fault(new DongleFault.Refuse(true), 9, 0x32);
            rig.full(9, 60);
            rig.full();
            rig.fault(new DongleFault.Refuse(true), 11, 0x32);
            rig.asked();
            rig.full(10, 60);
            assertFalse(rig.asked().contains("34:60"), "one good poll began the count anew");
            assertEquals(List.of(INVERTER, METER, SECOND), ids(rig.full()));
            assertTrue(rig.asked().contains("34:60"));
        }
    }

    @Test
    void whoIsAnsweredForWithZerosIsAwayToo() throws Exception {
        MapImage meter = Images.meter(400);
        try (DriverRig rig = rig().with(0x01, meter)) {
            rig.full();
            put(meter, 60, new long[60]);
            List<Reading> readings = rig.full(10, 60);
            assertEquals("", value(readings, METER, "meter#power"));
            assertEquals(1, DriverRig.of(readings, METER).rejected());
            assertEquals(List.of(INVERTER, PACK, SECOND), ids(rig.full()));
        }
    }

    @Test
    void anotherBatteryAtTheAddressIsNeverTakenForTheFirst() throws Exception {
        try (DriverRig rig = rig()) {
            rig.full();
            pack.putText(Space.INPUT, 110, 5, "BE1234G999");
            for (int poll = 1; poll <= 10; poll++) {
                List<Reading> readings = rig.full();
                assertEquals("", value(readings, PACK, "battery#state-of-charge"), "poll " + poll);
                assertEquals(1, DriverRig.of(readings, PACK).rejected());
            }
            List<Reading> readings = rig.full();
            assertEquals(List.of(INVERTER, METER, "battery:BE1234G999", SECOND), ids(readings));
            assertEquals("50", value(readings, "battery:BE1234G999", "battery#state-of-charge"));
        }
    }

    @Test
    void aSpoiltSerialNumberIsNobodyElses() throws Exception {
        try (DriverRig rig = rig()) {
            rig.full();
            pack.putText(Space.INPUT, 110, 5, "BE12/4G567");
            assertEquals(1, DriverRig.of(rig.full(11, 60), PACK).rejected());
            rig.asked();
            assertEquals(List.of(INVERTER, METER, PACK, SECOND), ids(rig.full()));
            assertFalse(rig.asked().contains("34:60"));
        }
    }

    @Test
    void aMeterOfAnotherInverterIsNotBelieved() throws Exception {
        try (DriverRig rig = rig()) {
            rig.full();
            rig.dongle().faults().clear();
            byte[] foreign = rig.dongle().frames().read(0x01, 4, "SA2233G999", 60,
                    java.util.Collections.nCopies(30, 7));
            rig.fault(new DongleFault.Preceded(foreign), 1, 0x01);
            assertEquals(Failure.Kind.PROTOCOL, rig.failure().kind());
            assertEquals("400", value(rig.full(), METER, "meter#power"));
        }
    }

    @Test
    void whatWasRejectedIsCountedAndTheLastGoodValueStays() throws Exception {
        Plant plant = new Plant(() -> ZoneOffset.UTC, Optional.empty());
        DeviceId id = DeviceId.parse(PACK).orElseThrow();
        try (DriverRig rig = rig()) {
            List<Reading> first = rig.full();
            int usual = first.getFirst().rejected();
            plant.merge(first);
            put(pack, 60, 4000, 4000);
            rig.clock.pass(60);
            plant.merge(rig.full());
            put(inverter, 0, new long[60]);
            rig.clock.pass(60);
            plant.merge(rig.full());
            DeviceState battery = plant.snapshot().device(id).orElseThrow();
            assertEquals(2, battery.rejected());
            assertEquals(new Value.Amount(new java.math.BigDecimal("3.3")), at(battery, "cells#cell-1-voltage"));
            DeviceState owner = plant.snapshot().device(DeviceId.parse(INVERTER).orElseThrow()).orElseThrow();
            assertEquals(2 * usual + 1, owner.rejected(), "the page of zeros counts as one");
            assertEquals(Value.Amount.of(50), at(owner, "battery#state-of-charge"));
        }
    }

    private static Value at(DeviceState state, String metric) {
        Sample sample = state.samples().get(Metrics.of(metric));
        return sample == null ? new Value.Text("missing") : sample.value();
    }

    /** HR55 is 200 Ah; the counters are those of givenergy.md §3.3. */
    @ParameterizedTest
    @CsvSource({"2001, 920, 14865.7, 14594.4", "3001, 282, 14865.7, 14594.4", "2001, 449, 14950.2, 14678.3",
            "2001, 303, '', ''", "2201, 100, '', ''"})
    void anInverterTellsWhatItsPacksHold(String code, int arm, String charged, String discharged) throws Exception {
        MapImage owner = Images.owner(Integer.parseInt(code, 16), arm, SERIAL);
        boolean first = arm == 449;
        put(owner, 6, first ? 296285 >> 16 : 294601 >> 16, first ? 296285 : 294601);
        put(owner, 180, 15711, 18430);
        put(pack, 105, 14872, 17585);
        try (DriverRig rig = DriverRig.of(owner).with(0x32, Images.pack("BE1234G560")).with(0x33, pack)) {
            List<Reading> readings = rig.full();
            assertEquals("10.24", value(readings, INVERTER, "battery#capacity"), "200 Ah at 51.2 V");
            assertEquals(charged, value(readings, INVERTER, "energy#charge-total"));
            assertEquals(discharged, value(readings, INVERTER, "energy#discharge-total"));
        }
    }

    /** §3.3: the newer firmware of all-in-ones counts in 32 bits, the older leaves them zero. */
    @ParameterizedTest
    @CsvSource({"8001, 612, ''", "8001, 620, 8041.2", "8101, 1, 8041.2"})
    void newerHighVoltageInvertersCountThemselves(String code, int arm, String discharged) throws Exception {
        MapImage owner = Images.owner(Integer.parseInt(code, 16), arm, SERIAL);
        put(owner, 194, 79182 >> 16, 79182, 80412 >> 16, 80412);
        try (DriverRig rig = DriverRig.of(owner)) {
            assertEquals(discharged, value(rig.full(), INVERTER, "energy#discharge-total"));
        }
    }

    @Test
    void withoutBatteriesNothingIsHeld() throws Exception {
        try (DriverRig rig = DriverRig.of(inverter)) {
            assertEquals("", value(rig.full(), INVERTER, "battery#capacity"));
        }
        MapImage untold = Images.owner(0x2001, 449, SERIAL).put(Space.HOLDING, 55, 0).remove(Space.INPUT, 0, 239);
        try (DriverRig rig = DriverRig.of(untold).with(0x32, pack)) {
            assertEquals(Failure.Kind.REFUSED, rig.failure().kind());
            untold.zeros(Space.INPUT, 0, 59);
            List<Reading> readings = rig.full();
            assertEquals("5.12", value(readings, INVERTER, "battery#capacity"), "the inverter does not know");
            assertEquals("", value(readings, INVERTER, "energy#charge-total"), "an older page is not there");
        }
    }

    @Test
    void stacksThatAreNotAllHeardMakeNoCapacity() throws Exception {
        try (DriverRig rig = DriverRig.of(0x8101, 612).with(0xA0, Images.stacks(2)).with(0x70, Images.stack(2))
                .with(0x71, Images.stack(2))) {
            assertEquals("15.9744", value(rig.full(), INVERTER, "battery#capacity"));
            rig.fault(new DongleFault.Refuse(true), 2, 0x71);
            assertEquals("", value(rig.full(), INVERTER, "battery#capacity"));
            rig.fault(new DongleFault.Zeros(), 1, 0x70);
            assertEquals("", value(rig.full(), INVERTER, "battery#capacity"));
            assertEquals("15.9744", value(rig.full(), INVERTER, "battery#capacity"));
        }
    }

    @Test
    void modulesMayKeepTheirLettersElsewhere() throws Exception {
        MapImage split = Images.module("HX0001G001");
        split.put(Space.INPUT, 110, 'H' << 8 | 'Y').put(Space.INPUT, 114, 0);
        MapImage odd = Images.module("H-X01G");
        try (DriverRig rig = DriverRig.of(0x8001, 612).with(0xA0, Images.stacks(1)).with(0x70, Images.stack(3))
                .with(0x50, split).with(0x51, odd)) {
            assertEquals(List.of(INVERTER, "battery:HY0001G001", "battery:" + SERIAL + "-battery-34",
                    "battery:" + SERIAL + "-battery-1"), ids(rig.full()));
            assertEquals(Map.of("vendor", "GivEnergy"),
                    DriverRig.of(rig.full(), "battery:" + SERIAL + "-battery-34").device().properties());
        }
    }

    @Test
    void afterACutTheNextPollConnectsAnew() throws Exception {
        try (DriverRig rig = rig()) {
            rig.full();
            rig.cut();
            assertEquals(4, ids(rig.full()).size());
        }
    }
}
