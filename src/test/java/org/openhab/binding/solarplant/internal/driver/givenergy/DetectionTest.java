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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhab.binding.solarplant.internal.driver.givenergy.DriverRig.SERIAL;
import static org.openhab.binding.solarplant.internal.driver.givenergy.DriverRig.ids;
import static org.openhab.binding.solarplant.internal.driver.givenergy.DriverRig.value;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.sim.DongleFault;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Space;

/** Who is behind an adapter (givenergy.md §2.2, §3): found once, remembered, and found anew when it does not fit. */
@NonNullByDefault
@Timeout(60)
class DetectionTest {

    private static final String INVERTER = "inverter:" + SERIAL;

    /** Low-voltage inverters of all generations. */
    @ParameterizedTest
    @CsvSource({"2001, 449, Hybrid 5.0 kW", "2001, 920, Hybrid 5.0 kW", "2001, 303, Hybrid 5.0 kW",
            "2003, 449, Hybrid 3.6 kW", "2102, 100, Polar hybrid 4.6 kW", "2201, 100, Hybrid Gen 3 Plus 5.0 kW",
            "2999, 100, Hybrid", "3001, 282, AC-coupled 3.0 kW", "8304, 100, "})
    void lowVoltageInvertersHavePacks(String code, int arm, String model) throws Exception {
        try (DriverRig rig = DriverRig.of(Integer.parseInt(code, 16), arm).with(0x32, Images.pack("BE1234G567"))) {
            List<Reading> readings = rig.full();
            assertEquals(List.of(INVERTER, "battery:BE1234G567"), ids(readings));
            if (model != null) {
                assertEquals(model, readings.getFirst().device().properties().get("modelId"));
            }
            assertEquals("D0.501-A0." + arm, readings.getFirst().device().properties().get("firmwareVersion"));
            assertEquals(SERIAL, readings.getFirst().device().properties().get("serialNumber"));
            assertEquals("50", value(readings, INVERTER, "battery#state-of-charge"));
            assertTrue(rig.asked().stream().noneMatch(asked -> asked.startsWith("a0") || asked.startsWith("70")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"8001", "8101", "4004", "6002", "8201"})
    void highVoltageInvertersHaveStacksWithModules(String code) throws Exception {
        try (DriverRig rig = DriverRig.of(Integer.parseInt(code, 16), 612).with(0xA0, Images.stacks(2))
                .with(0x70, Images.stack(2)).with(0x71, Images.stack(1)).with(0x50, Images.module("HX0001G001"))
                .with(0x51, Images.module("HX0001G002")).with(0x52, Images.module("HX0001G003"))
                .with(0x53, Images.module("HX0001G004"))) {
            List<Reading> readings = rig.full();
            assertEquals(List.of(INVERTER, "battery:HX0001G001", "battery:HX0001G002", "battery:HX0001G003",
                    "battery:" + SERIAL + "-battery-1", "battery:" + SERIAL + "-battery-2"), ids(readings),
                    "the fourth module is in no stack");
            assertEquals("3.323", value(readings, "battery:HX0001G002", "cells#max-voltage"));
            assertEquals("0.023", value(readings, "battery:HX0001G002", "cells#spread"));
            assertTrue(rig.asked().stream().noneMatch(asked -> asked.startsWith("32")));
            rig.clock.pass(60);
            // 52 Ah in modules of 24 cells with 3.2 V, in stacks of two and of one
            assertEquals("11.9808", value(readings, INVERTER, "battery#capacity"));
        }
    }

    @Test
    void anAllInOneHasFourModulesAtMost() throws Exception {
        DriverRig rig = DriverRig.of(0x8001, 612).with(0xA0, Images.stacks(1)).with(0x70, Images.stack(6));
        for (int module = 0; module < 6; module++) {
            rig.with(0x50 + module, Images.module("HX0001G00" + module));
        }
        try (rig) {
            assertEquals(6, ids(rig.full()).size(), "inverter, stack and four modules");
        }
    }

    @Test
    void absurdCountsOfStacksAndModulesAreHarmless() throws Exception {
        MapImage blank = Images.stack(1);
        DriverRig.put(blank, 60, 0x2020, 0, 0, 0);
        try (DriverRig rig = DriverRig.of(0x8101, 612).with(0xA0, Images.stacks(0xFFFF))
                .with(0x70, Images.stack(0xFFFF)).with(0x71, blank).with(0x6F, Images.module("HX0001G003"))) {
            assertEquals(List.of(INVERTER, "battery:HX0001G003", "battery:" + SERIAL + "-battery-1"), ids(rig.full()));
        }
    }

    @Test
    void withoutTheConfigurationPageThereIsNoHighVoltageBattery() throws Exception {
        try (DriverRig rig = DriverRig.of(0x8001, 612).with(0x70, Images.stack(1))) {
            assertEquals(List.of(INVERTER), ids(rig.full()));
        }
    }

    @Test
    void anEmsAndAGatewayHaveNoBatteriesOfTheirOwn() throws Exception {
        for (DeviceKind kind : List.of(DeviceKind.EMS, DeviceKind.GATEWAY)) {
            try (DriverRig rig = DriverRig.of(kind == DeviceKind.EMS ? 0x5001 : 0x7001, 1036).kind(kind)
                    .with(0x32, Images.pack("BE1234G567")).with(0x01, Images.meter(500))) {
                List<Reading> readings = rig.full();
                assertEquals(List.of(kind.id() + ":" + SERIAL, "meter:" + SERIAL + "-meter-1"), ids(readings));
                assertEquals("500", value(readings.reversed(), "meter:" + SERIAL + "-meter-1", "meter#power"));
            }
        }
    }

    @Test
    void metersAndPacksMayHaveGapsAndZerosAreNobody() throws Exception {
        MapImage zeros = new MapImage().zeros(Space.INPUT, 60, 119);
        try (DriverRig rig = DriverRig.of(0x2001, 449).with(0x02, zeros).with(0x03, Images.meter(1))
                .with(0x08, Images.meter(2)).with(0x32, zeros).with(0x34, Images.pack("BE1234G567"))
                .with(0x37, Images.pack("BE1234G568"))) {
            List<Reading> readings = rig.full();
            assertEquals(List.of(INVERTER, "meter:" + SERIAL + "-meter-3", "meter:" + SERIAL + "-meter-8",
                    "battery:BE1234G567", "battery:BE1234G568"), ids(readings));
            assertEquals(new Topology(SERIAL, java.util.Map.of(Topology.Role.METER, List.of(3, 8), Topology.Role.PACK,
                    List.of(0x34, 0x37))).toString(), rig.topology(SERIAL));
        }
    }

    @Test
    void silenceIsNobodyToo() throws Exception {
        try (DriverRig rig = DriverRig.of(0x2001, 449).silent(1, 2, 0x32, 0x34).with(0x33,
                Images.pack("BE1234G567"))) {
            assertEquals(List.of(INVERTER, "battery:BE1234G567"), ids(rig.full()));
        }
    }

    @Test
    void twoBatteriesThatSayTheSameSerialAreTwo() throws Exception {
        try (DriverRig rig = DriverRig.of(0x2001, 449).with(0x32, Images.pack("BE1234G567")).with(0x33,
                Images.pack("BE1234G567"))) {
            assertEquals(List.of(INVERTER, "battery:BE1234G567", "battery:" + SERIAL + "-battery-2"), ids(rig.full()));
        }
    }

    @Test
    void aRestartAsksOnlyWhomItRemembers() throws Exception {
        try (DriverRig rig = DriverRig.of(0x2001, 920).with(0x03, Images.meter(1)).with(0x33,
                Images.pack("BE1234G567"))) {
            rig.full();
            String topology = rig.topology(SERIAL);
            assertEquals(List.of("11:0", "1:60", "2:60", "3:60", "4:60", "5:60", "6:60", "7:60", "8:60", "32:60",
                    "33:60", "34:60", "35:60", "36:60", "37:60", "11:0", "3:60", "33:60", "11:0", "11:60"),
                    rig.asked());
            rig.restart();
            rig.full();
            assertEquals(List.of("11:0", "3:60", "33:60", "11:0", "3:60", "33:60", "11:0", "11:60"), rig.asked());
            assertEquals(topology, rig.topology(SERIAL));
            rig.full();
            assertEquals(List.of("11:0", "3:60", "33:60"), rig.asked(), "found once");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"OWNER=SA2233G123;METER=;PACK=32,33;MODULE=;STACK=",
            "OWNER=SA2233G999;METER=;PACK=;MODULE=;STACK=", "METER=;PACK=;MODULE=;STACK=", "PACK=32", "",
            "OWNER=SA2233G123;METER=;PACK=xx;MODULE=;STACK=", "OWNER=SA2233G123;METER=;PACK=;MODULE=;ROOF="})
    void whatDoesNotFitIsSearchedAnew(String remembered) throws Exception {
        try (DriverRig rig = DriverRig.of(0x2001, 449).keeping(remembered).with(0x32, Images.pack("BE1234G567"))) {
            List<Reading> readings = rig.full();
            assertEquals(List.of(INVERTER, "battery:BE1234G567"), ids(readings));
            assertEquals("OWNER=SA2233G123;METER=;PACK=32;MODULE=;STACK=", rig.topology(SERIAL));
        }
    }

    @Test
    void anotherDeviceAtTheAddressIsNeverMixedWithTheFirst() throws Exception {
        try (DriverRig rig = DriverRig.of(0x2001, 449).with(0x32, Images.pack("BE1234G567"))) {
            rig.full();
            String other = "SA2233G999";
            rig.replaceDongle(DriverRig.of(0x2001, 449).with(DriverRig.OWNER, Images.owner(0x3001, 282, other), other)
                    .with(0x01, Images.meter(5), other).with(0x33, Images.pack("BE1234G568"), other)
                    .with(0x32, Images.pack("BE1234G569"), other));
            Failure failure = rig.failure();
            // the old connection may end before the next request or with it
            Failure met = failure.kind() == Failure.Kind.UNREACHABLE ? rig.failure() : failure;
            assertEquals(Failure.Kind.PROTOCOL, met.kind());
            List<Reading> readings = rig.full();
            assertEquals(List.of("inverter:" + other, "meter:" + other + "-meter-1", "battery:BE1234G569",
                    "battery:BE1234G568"), ids(readings));
            assertEquals("AC-coupled 3.0 kW", readings.getFirst().device().properties().get("modelId"));
        }
    }

    @Test
    void anotherDeviceThanTheConfiguredOneIsRefused() throws Exception {
        try (DriverRig rig = DriverRig.of(0x2001, 449).serial("SA9999G999")) {
            Failure failure = rig.failure();
            assertEquals(new Failure(Failure.Kind.WRONG_DEVICE, "SA99…999", "SA22…123"), failure);
        }
        try (DriverRig rig = DriverRig.of(0x2001, 449).serial(SERIAL)) {
            assertEquals(List.of(INVERTER), ids(rig.full()));
        }
    }

    @ParameterizedTest
    @CsvSource({"5001, INVERTER, ems", "7001, INVERTER, gateway", "2001, EMS, inverter", "5001, GATEWAY, ems"})
    void anotherKindThanTheConfiguredOneIsRefused(String code, DeviceKind configured, String found) throws Exception {
        try (DriverRig rig = DriverRig.of(Integer.parseInt(code, 16), 449).kind(configured)) {
            assertEquals(new Failure(Failure.Kind.WRONG_KIND, found), rig.failure());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001", "1001", "9001", "F001"})
    void anUnknownFamilyIsRefused(String code) throws Exception {
        try (DriverRig rig = DriverRig.of(Integer.parseInt(code, 16), 449)) {
            assertEquals(new Failure(Failure.Kind.UNKNOWN_CODE, code), rig.failure());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SA2233G12", "SA22/3G123"})
    void withoutASerialNumberNothingIsBelieved(String serial) throws Exception {
        try (DriverRig rig = DriverRig.of(Images.owner(0x2001, 449, serial))) {
            assertEquals(new Failure(Failure.Kind.NO_SERIAL), rig.failure());
        }
    }

    @Test
    void aDeviceThatComesLateIsFoundThen() throws Exception {
        try (DriverRig rig = DriverRig.of(0x2001, 449).hasty()) {
            rig.fault(new DongleFault.Silence(), 1, DriverRig.OWNER);
            assertEquals(Failure.Kind.TIMEOUT, rig.failure().kind());
            rig.fault(new DongleFault.Refuse(true), 1, DriverRig.OWNER);
            assertEquals(Failure.Kind.REFUSED, rig.failure().kind());
            assertEquals(List.of(INVERTER), ids(rig.poll(Cadence.FAST)));
        }
    }

    /** §3.3, §6.1: a fast poll asks the owner only, and only for the pages with what changes by the second. */
    @ParameterizedTest
    @CsvSource({"2001, INVERTER, 11:0", "3001, INVERTER, 11:0", "8001, INVERTER, 11:0",
            "4004, INVERTER, 11:1000 11:1060 11:1120", "5001, EMS, 11:2040", "7001, GATEWAY, 11:1600"})
    void aFastPollCostsTheFewestRequests(String code, DeviceKind kind, String requests) throws Exception {
        try (DriverRig rig = DriverRig.of(Integer.parseInt(code, 16), 449).kind(kind).with(0x01, Images.meter(4))
                .with(0x32, Images.pack("BE1234G567"))) {
            rig.full();
            rig.asked();
            List<Reading> readings = rig.poll(Cadence.FAST);
            assertEquals(requests, String.join(" ", rig.asked()));
            assertEquals(kind.id() + ":" + SERIAL, ids(readings).getFirst());
        }
    }
}
