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
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.openhab.binding.solarplant.internal.driver.MapMemory;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.profile.ProfileException;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.sim.AlphaEssImage;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.ExceptionCode;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.HouseState;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Scope;
import org.openhab.binding.solarplant.sim.Site;
import org.openhab.binding.solarplant.sim.Space;

/** Polls of an AlphaESS system: how many requests they take, what they say, and how they fail. */
@NonNullByDefault
@Timeout(30)
class AlphaEssModbusDriverTest {

    private static final List<String> DETECTION = List.of("3:0743+8", "3:0805+1", "3:074B+3");

    private static Failure failure(EmsRig rig) {
        return assertThrows(PollException.class, rig::full).failure();
    }

    private static AlphaEssImage house(Site site, Instant at) {
        return new AlphaEssImage(EmsRig.SERIAL, new DayCurve(site), Clock.fixed(at, ZoneOffset.UTC));
    }

    private static BigDecimal number(Reading reading, String metric) {
        return new BigDecimal(EmsRig.text(reading, metric));
    }

    @Test
    void fewRequestsOnceTheSystemIsKnown() throws Exception {
        try (EmsRig rig = EmsRig.of(house(Site.home(ZoneOffset.UTC).withoutGarage(), EmsRig.NOON))) {
            rig.full();
            assertEquals(DETECTION, rig.requests().subList(0, 3));
            for (int i = 0; i < 2; i++) {
                rig.driver.poll(Cadence.FAST);
                assertEquals(List.of("3:001B+8", "3:00A1+2", "3:0100+3", "3:0126+1", "3:040C+25", "3:0440+1"),
                        rig.requests());
                rig.driver.poll(Cadence.FULL);
                assertEquals(List.of("3:0010+27", "3:0031+6", "3:00A1+2", "3:0100+19", "3:0119+14", "3:0400+54",
                        "3:0440+1", "3:08D2+4", "3:0880+9"), rig.requests());
            }
        }
    }

    @Test
    void timersAreAskedEveryFiveMinutes() throws Exception {
        Instant[] now = {EmsRig.NOON};
        try (EmsRig rig = EmsRig.of(EmsRig.system(), EmsRig.PLAIN, () -> now[0], ZoneOffset.UTC)) {
            List<Integer> asked = new ArrayList<>();
            for (int minute = 0; minute <= 10; minute++) {
                rig.driver.poll(Cadence.FULL);
                if (rig.requests().contains("3:084F+19")) {
                    asked.add(minute);
                }
                now[0] = now[0].plusSeconds(60);
            }
            assertEquals(List.of(0, 5, 10), asked);
        }
    }

    @Test
    void saysWhatItIs() throws Exception {
        try (EmsRig rig = EmsRig.of(EmsRig.system())) {
            Reading reading = rig.full();
            assertEquals(new DeviceId(DeviceKind.INVERTER, EmsRig.SERIAL), reading.device().id());
            assertEquals(
                    Map.of("vendor", "AlphaESS", "serialNumber", EmsRig.SERIAL, "firmwareVersion", "EMS 3.5.36"),
                    rig.driver.poll(Cadence.FAST).getFirst().device().properties());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-21T04:10:00Z", "2026-06-21T09:00:00Z", "2026-06-21T12:00:00Z",
            "2026-06-21T19:30:00Z", "2026-06-21T23:59:00Z"})
    void balanceOfALivingHouse(String time) throws Exception {
        for (Site site : List.of(Site.home(ZoneOffset.UTC), Site.home(ZoneOffset.UTC).withoutGarage())) {
            HouseState house = new DayCurve(site).at(Instant.parse(time));
            try (EmsRig rig = EmsRig.of(house(site, Instant.parse(time)))) {
                for (Cadence cadence : Cadence.values()) {
                    rig.full();
                    Reading reading = rig.driver.poll(cadence).getFirst();
                    BigDecimal flows = number(reading, "pv#power").add(number(reading, "grid#power"))
                            .add(number(reading, "battery#power"));
                    assertEquals(flows, number(reading, "load#power"));
                    assertEquals(house.load(), flows.doubleValue(), 3);
                    assertEquals(house.roof() + house.garage(), number(reading, "pv#power").doubleValue(), 2);
                    assertEquals(house.grid(), number(reading, "grid#power").doubleValue(), 0.5);
                    assertEquals(house.charge(), number(reading, "battery#state-of-charge").doubleValue(), 0.05);
                }
            }
        }
    }

    @Test
    void allThatALivingHouseHas() throws Exception {
        Site site = Site.home(ZoneOffset.UTC);
        HouseState house = new DayCurve(site).at(EmsRig.NOON);
        try (EmsRig rig = EmsRig.of(house(site, EmsRig.NOON))) {
            List<Reading> readings = rig.driver.poll(Cadence.FULL);
            assertEquals(List.of(EmsRig.SERIAL, EmsRig.SERIAL + "-battery-1", EmsRig.SERIAL + "-meter-1",
                    EmsRig.SERIAL + "-meter-2"),
                    readings.stream().map(reading -> reading.device().id().key()).toList());
            Reading self = readings.getFirst();
            assertEquals(house.total().load(), number(self, "energy#load-total").doubleValue(), 0.2);
            assertEquals(house.total().roof() + house.total().garage(), number(self, "energy#pv-total").doubleValue(),
                    0.01);
            assertEquals(house.output(), number(self, "output#power").doubleValue(), 0.5);
            assertEquals("230", EmsRig.text(self, "grid#l1-voltage"));
            assertEquals("normal", EmsRig.text(self, "status#run-mode"));
            assertEquals("none", EmsRig.text(self, "status#fault"));
            assertEquals(house.strings().get(1), number(self, "pv#string-2-power").doubleValue(), 0.5);
            assertEquals("0.013", EmsRig.text(readings.get(1), "cells#spread"));
            assertEquals("98", EmsRig.text(readings.get(1), "battery#state-of-health"));
            assertEquals(house.garage(), number(readings.get(3), "meter#power").doubleValue(), 0.5);
            for (Reading reading : readings) {
                assertEquals(0, reading.rejected(), reading.device().toString());
            }
            assertEquals("on", EmsRig.text(self, "settings#charge-enabled"));
            assertEquals("02:30", EmsRig.text(self, "settings#charge-slot-1-start"));
            assertEquals("95", EmsRig.text(self, "settings#max-state-of-charge"));
        }
    }

    @Test
    void stringsSeenByDayStayWhenTheConnectionIsMadeAnew() throws Exception {
        MapImage image = EmsRig.system().put(Space.HOLDING, 0x041D, 3512, 41, 0, 1440);
        try (EmsRig rig = EmsRig.of(image)) {
            assertEquals("1440", EmsRig.text(rig.full(), "pv#string-1-power"));
            image.put(Space.HOLDING, 0x041D, 0, 0, 0, 0);
            rig.dropConnections();
            assertEquals(Failure.Kind.UNREACHABLE, failure(rig).kind());
            assertEquals("0", EmsRig.text(rig.full(), "pv#string-1-power"));
        }
    }

    @Test
    void wrongSerial() throws Exception {
        try (EmsRig rig = EmsRig.of(EmsRig.system(), EmsRig.expecting("AL7000000000999"))) {
            assertEquals(new Failure(Failure.Kind.WRONG_DEVICE, "AL70…999", "AL70…001"), failure(rig));
        }
        try (EmsRig rig = EmsRig.of(EmsRig.system(), EmsRig.expecting(EmsRig.SERIAL))) {
            assertEquals(EmsRig.SERIAL, rig.full().device().id().key());
        }
    }

    @Test
    void noSerial() throws Exception {
        for (MapImage image : List.of(EmsRig.system().putText(Space.HOLDING, 0x0743, 8, ""),
                EmsRig.system().putText(Space.HOLDING, 0x0743, 8, "al?"),
                EmsRig.system().remove(Space.HOLDING, 0x0743, 0x074A))) {
            try (EmsRig rig = EmsRig.of(image)) {
                assertEquals(new Failure(Failure.Kind.NO_SERIAL), failure(rig));
            }
        }
    }

    @Test
    void serialPaddedWithNul() throws Exception {
        MapImage image = EmsRig.system().put(Space.HOLDING, 0x074A, '1' << 8);
        try (EmsRig rig = EmsRig.of(image)) {
            assertEquals(EmsRig.SERIAL, rig.full().device().id().key());
        }
    }

    @Test
    void anotherUnitIsNobody() throws Exception {
        AlphaEssModbusSettings one = new AlphaEssModbusSettings(1, Optional.empty(), Optional.empty());
        try (EmsRig rig = EmsRig.of(EmsRig.system(), one)) {
            assertEquals(new Failure(Failure.Kind.REFUSED, "11"), failure(rig));
        }
    }

    @Test
    void busyDeviceIsAskedAgain() throws Exception {
        try (EmsRig rig = EmsRig.of(EmsRig.system())) {
            for (int address : new int[]{0x0743, 0x0805, 0x0100, 0x084F}) {
                rig.simulator.faults().add(new Fault.Refuse(ExceptionCode.GATEWAY_TARGET_SILENT),
                        Scope.next(1).at(address, address));
                assertEquals(new Failure(Failure.Kind.REFUSED, "11"), failure(rig));
            }
            assertFalse(rig.full().values().isEmpty());
            assertEquals(1, rig.simulator.connectionsAccepted());
        }
    }

    @Test
    void faultsByTheFirstLettersOfTheSerial() throws Exception {
        Map<String, String> words = Map.of("AL7000000000001", "grid meter lost", "AE7000000000001", "PV meter",
                "AK7000000000001", "bit 4");
        for (Map.Entry<String, String> word : words.entrySet()) {
            MapImage image = EmsRig.system().putText(Space.HOLDING, 0x0743, 8, word.getKey()).put(Space.HOLDING,
                    0x08D4, 0, 1 << 4);
            try (EmsRig rig = EmsRig.of(image)) {
                assertEquals(word.getValue(), EmsRig.text(rig.full(), "status#fault"));
            }
        }
    }

    @Test
    void capacityThatTheUserTells() throws Exception {
        MapImage image = EmsRig.system().put(Space.HOLDING, 0x0100, 528, 31, 736);
        AlphaEssModbusSettings settings = new AlphaEssModbusSettings(EmsRig.UNIT, Optional.empty(),
                Optional.of(new BigDecimal("11.4")));
        try (EmsRig rig = EmsRig.of(image, settings)) {
            assertEquals("11.4", EmsRig.text(rig.full(), "battery#capacity"));
            image.put(Space.HOLDING, 0x0119, 133);
            assertEquals("13.3", EmsRig.text(rig.full(), "battery#capacity"), "what it tells itself comes first");
        }
    }

    @Test
    void profileThatCannotBeUsed() throws Exception {
        ProfileException unusable = assertThrows(ProfileException.class,
                () -> new ProfileStore().profile("alphaess", "none"));
        ProfileStore broken = Mockito.mock(ProfileStore.class);
        Mockito.when(broken.profile("alphaess", "ems")).thenThrow(unusable);
        RegisterTransport wire = Mockito.mock(RegisterTransport.class);
        int[] serial = EmsRig.SERIAL.concat(" ").chars().toArray();
        int[] words = new int[8];
        for (int i = 0; i < words.length; i++) {
            words[i] = serial[2 * i] << 8 | serial[2 * i + 1];
        }
        Mockito.when(wire.read(Mockito.anyInt(), Mockito.any(), Mockito.anyInt(), Mockito.anyInt())).thenReturn(words);
        Failure failure = assertThrows(PollException.class, () -> AlphaEssModbusDriver
                .of(wire, EmsRig.PLAIN, new MapMemory(), broken, InstantSource.fixed(EmsRig.NOON), () -> ZoneOffset.UTC)
                .poll(Cadence.FULL)).failure();
        assertEquals(Failure.Kind.BAD_PROFILE, failure.kind());
        assertTrue(failure.arguments().getFirst().contains("none.json"), failure.toString());
    }
}
