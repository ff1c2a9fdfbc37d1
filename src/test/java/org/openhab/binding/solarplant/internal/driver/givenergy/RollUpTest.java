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
import static org.openhab.binding.solarplant.internal.driver.givenergy.DriverRig.put;
import static org.openhab.binding.solarplant.internal.driver.givenergy.DriverRig.value;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Plant;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Source;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.sim.DongleFault;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Scope;
import org.openhab.binding.solarplant.sim.Space;

/** What an EMS and a gateway tell of the inverters that they manage (givenergy.md §7). */
@NonNullByDefault
@Timeout(60)
class RollUpTest {

    private static final String EMS = "ems:" + SERIAL;
    private static final String GATEWAY = "gateway:" + SERIAL;
    private static final String FIRST = "inverter:CE2231G001";
    private static final String SECOND = "inverter:CE2242G002";

    private final MapImage ems = Images.owner(0x5001, 1036, SERIAL);
    private final MapImage gateway = Images.owner(0x7001, 14, SERIAL);

    /** The sample balance of §7.3. */
    private DriverRig emsRig() {
        Images.managed(ems, 1, "CE2231G001", 1042, 31);
        Images.managed(ems, 2, "CE2242G002", 1469, 16);
        put(ems, 2044, 2, 2 << 3 | 2, -1834);
        put(ems, 2086, 677, 0, 0, -1834, 2511, 4105);
        return DriverRig.of(ems).kind(DeviceKind.EMS);
    }

    private DriverRig gatewayRig() {
        Images.allInOne(gateway, 1, "CH2414G001", -700, 40);
        Images.allInOne(gateway, 2, "CH2414G002", -300, 60);
        put(gateway, 1616, 500, 2000, 2500, -1000);
        put(gateway, 1640, 10, 0, 1000, 80, 0, 2000, 20, 0, 3000, 41, 0, 4001, 29, 0, 3999, 61, 0, 6001);
        put(gateway, 1700, 2, 2);
        put(gateway, 1705, 30, 0, 4000, 10, 1, 0);
        put(gateway, 1750, 25, 0, 3000, 5, 0, 5000);
        return DriverRig.of(gateway).kind(DeviceKind.GATEWAY);
    }

    private static String total(PlantSnapshot snapshot, String metric) {
        return snapshot.totals().get(Metrics.of(metric)) instanceof Value.Amount(BigDecimal number)
                ? number.toPlainString()
                : "";
    }

    @Test
    void anEmsTellsOfItsInvertersUnderTheirSerials() throws Exception {
        try (DriverRig rig = emsRig()) {
            for (Cadence cadence : List.of(Cadence.FULL, Cadence.FAST)) {
                List<Reading> readings = rig.poll(cadence);
                assertEquals(List.of(EMS, FIRST, SECOND), ids(readings));
                Reading second = DriverRig.of(readings, SECOND);
                assertEquals(Source.ROLL_UP, second.source());
                assertEquals(DeviceId.parse(EMS).orElseThrow(), second.device().owner());
                assertEquals("1469", value(readings, SECOND, "output#power"));
                assertEquals("16", value(readings, SECOND, "battery#state-of-charge"));
                assertEquals("normal", value(readings, SECOND, "status#run-mode"));
                assertEquals(Source.DIRECT, readings.getFirst().source());
            }
        }
    }

    @Test
    void aFullPollOfAnEmsReadsItsPageOnce() throws Exception {
        try (DriverRig rig = emsRig()) {
            rig.full();
            rig.asked();
            rig.full();
            assertEquals(List.of("11:2040"), rig.asked());
        }
        try (DriverRig rig = gatewayRig()) {
            rig.full();
            rig.asked();
            rig.full();
            assertEquals(List.of("11:1600", "11:1660", "11:1720", "11:1780", "11:1840"), rig.asked());
        }
    }

    @Test
    void otherInvertersThanBeforeAreFoundWithTheNextPoll() throws Exception {
        try (DriverRig rig = emsRig()) {
            rig.full();
            Images.managed(ems, 1, "CE2231G009", 1042, 31);
            Images.managed(ems, 2, "\0\0\0\0\0\0\0\0\0\0", 0, 0);
            Images.managed(ems, 4, "CE2231G004", 5, 6);
            rig.full();
            List<Reading> readings = rig.full();
            assertEquals(List.of(EMS, "inverter:CE2231G009", "inverter:CE2231G004"), ids(readings));
            assertEquals("5", value(readings, "inverter:CE2231G004", "output#power"));
        }
    }

    @Test
    void aPageThatDropsOutChangesNothing() throws Exception {
        try (DriverRig rig = emsRig()) {
            rig.full();
            rig.dongle().faults().add(new DongleFault.Zeros(), Scope.next(1).unit(0x11).at(2040, 2094));
            List<Reading> readings = rig.full();
            assertEquals("", value(readings, EMS, "ems#grid-power"));
            assertEquals(1, readings.getFirst().rejected());
            rig.asked();
            assertEquals(List.of(EMS, FIRST, SECOND), ids(rig.full()));
            assertEquals(List.of("11:2040"), rig.asked(), "nothing was searched");
        }
    }

    @Test
    void aGatewayTellsOfItsAllInOnes() throws Exception {
        try (DriverRig rig = gatewayRig()) {
            List<Reading> readings = rig.full();
            assertEquals(List.of(GATEWAY, "inverter:CH2414G001", "inverter:CH2414G002"), ids(readings));
            assertEquals("700", value(readings, "inverter:CH2414G001", "battery#power"));
            assertEquals("60", value(readings, "inverter:CH2414G002", "battery#state-of-charge"));
            assertEquals("3", value(readings, "inverter:CH2414G001", "energy#charge-today"));
            assertEquals(Source.ROLL_UP, DriverRig.of(readings, "inverter:CH2414G002").source());
        }
    }

    @Test
    void aGatewayThatDoesNotNameItsAllInOnesYetIsAskedAgain() throws Exception {
        try (DriverRig rig = gatewayRig()) {
            rig.dongle().faults().add(new DongleFault.Refuse(true), Scope.next(2).unit(0x11).at(1840, 1859));
            assertEquals(List.of(GATEWAY), ids(rig.full()));
            assertEquals(List.of(GATEWAY), ids(rig.full()));
            assertEquals(3, ids(rig.full()).size());
            rig.dongle().faults().add(new DongleFault.Refuse(true), Scope.next(1).unit(0x11).at(1840, 1859));
            assertEquals(3, ids(rig.full()).size(), "once known, they stay");
            assertEquals(3, ids(rig.full()).size());
        }
    }

    /** Direct and through the EMS: one inverter, whichever comes first, and back to blinded when its dongle is lost. */
    @Test
    void anInverterOnBothWaysIsOne() throws Exception {
        Plant plant = new Plant(() -> ZoneOffset.UTC, Optional.empty());
        DeviceId first = DeviceId.parse(FIRST).orElseThrow();
        MapImage inverter = Images.owner(0x3001, 282, "CE2231G001");
        put(inverter, 52, 1040);
        put(inverter, 59, 32);
        try (DriverRig ems = emsRig();
                DriverRig direct = DriverRig.of(0x3001, 282).with(0x11, inverter, "CE2231G001").with(0x32,
                        Images.pack("BE1234G567"), "CE2231G001")) {
            plant.merge(ems.full());
            assertEquals(Set.of(Source.ROLL_UP), plant.snapshot().device(first).orElseThrow().sources());
            assertEquals("2511", total(plant.snapshot(), "battery#power"), "all that is known of blinded inverters");
            assertEquals("677", total(plant.snapshot(), "load#power"), "§7.3");
            List<Reading> own = direct.full();
            plant.merge(own);
            PlantSnapshot merged = plant.snapshot();
            assertEquals(Set.of(Source.ROLL_UP, Source.DIRECT), merged.device(first).orElseThrow().sources());
            assertEquals("2511", total(merged, "battery#power"), "the EMS measures for all");
            assertEquals("32", merged.device(first).orElseThrow()
                    .number(Metrics.of("battery#state-of-charge")).orElseThrow().toPlainString());
            plant.lose(Set.copyOf(own.stream().map(org.openhab.binding.solarplant.internal.model.Contribution::of)
                    .toList()));
            assertEquals(Set.of(Source.ROLL_UP), plant.snapshot().device(first).orElseThrow().sources());
            assertEquals("2511", total(plant.snapshot(), "battery#power"));
            plant.merge(own);
            assertEquals("2511", total(plant.snapshot(), "battery#power"));
            assertTrue(plant.snapshot().devices().keySet().stream()
                    .noneMatch(id -> id.equals(new DeviceId(DeviceKind.INVERTER, SERIAL))), "an EMS is no inverter");
        }
    }

    /** It measures the whole house, and the direct current of the all-in-ones behind it belongs into no balance of that. */
    @Test
    void aGatewaySpeaksForItsPlant() throws Exception {
        Plant plant = new Plant(() -> ZoneOffset.UTC, Optional.empty());
        MapImage allInOne = Images.owner(0x8001, 612, "CH2414G001");
        put(allInOne, 18, 2005);
        put(allInOne, 52, 690);
        try (DriverRig rig = gatewayRig();
                DriverRig direct = DriverRig.of(0x8001, 612).with(0x11, allInOne, "CH2414G001")) {
            plant.merge(rig.full());
            PlantSnapshot blinded = plant.snapshot();
            assertEquals(List.of("2000", "-500", "1000", "2500"), List.of(total(blinded, "pv#power"),
                    total(blinded, "grid#power"), total(blinded, "battery#power"), total(blinded, "load#power")));
            assertEquals(List.of("1", "8", "2", "4.1", "2.9", "6.1"), List.of(total(blinded, "energy#import-today"),
                    total(blinded, "energy#pv-today"), total(blinded, "energy#export-today"),
                    total(blinded, "energy#charge-today"), total(blinded, "energy#discharge-today"),
                    total(blinded, "energy#load-today")));
            plant.merge(direct.full());
            PlantSnapshot merged = plant.snapshot();
            assertEquals(List.of("2000", "-500", "1000", "2500"), List.of(total(merged, "pv#power"),
                    total(merged, "grid#power"), total(merged, "battery#power"), total(merged, "load#power")),
                    "the meter that the all-in-one repeats is counted once");
        }
    }

    @Test
    void serialsAreNeverInventedFromNonsense() throws Exception {
        Images.managed(ems, 3, "CE22 1G001", 1, 1);
        Images.managed(ems, 1, "          ", 1, 1);
        ems.put(Space.INPUT, 2044, 4);
        try (DriverRig rig = DriverRig.of(ems).kind(DeviceKind.EMS)) {
            assertEquals(List.of(EMS), ids(rig.full()));
        }
    }
}
