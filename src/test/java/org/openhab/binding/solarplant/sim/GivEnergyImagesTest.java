/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The devices of the invented GivEnergy plant tell one story. */
@NonNullByDefault
class GivEnergyImagesTest {

    private static final int OWNER = 0x11;
    private static final int WORD_LIMIT = 0xFFFF;
    private final DayCurve curve = new DayCurve(Site.farm(ZoneOffset.UTC));

    private GivEnergyPlant plant(int hour) {
        Instant now = Instant.parse("2026-06-01T00:10:00Z").plusSeconds(3600L * hour);
        return new GivEnergyPlant(curve, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static int word(DongleOptions dongle, int device, int address) {
        return Objects.requireNonNull(dongle.devices().get(device)).registers().read(Space.INPUT, address)
                .orElseThrow();
    }

    private static int signed(DongleOptions dongle, int device, int address) {
        return (short) word(dongle, device, address);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 7, 9, 12, 15, 19, 21, 23})
    void powersBalanceAtTheEms(int hour) {
        DongleOptions ems = plant(hour).ems();
        int inverters = signed(ems, OWNER, 2054) + signed(ems, OWNER, 2055);
        assertEquals(inverters, signed(ems, OWNER, 2090), "what the inverters deliver is the batteries'");
        assertEquals(word(ems, OWNER, 2086), signed(ems, OWNER, 2089) + word(ems, OWNER, 2088) + inverters);
        assertEquals(signed(ems, 1, 71), signed(ems, OWNER, 2046), "the grid meter");
        assertEquals(signed(ems, OWNER, 2089), signed(ems, OWNER, 2046));
        assertEquals(signed(ems, 3, 71), signed(ems, OWNER, 2048), "the meter of the roof");
        assertEquals(0, word(ems, 2, 60), "no meter");
        assertTrue(10 * Math.abs(signed(ems, 3, 71)) / 0.98 < WORD_LIMIT, "its apparent power has room");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 7, 9, 12, 15, 19, 21, 23})
    void theReachableInverterAgreesWithItsEmsAndItsPacks(int hour) {
        DongleOptions ems = plant(hour).ems();
        DongleOptions inverter = plant(hour).inverter();
        assertEquals(signed(ems, OWNER, 2054), signed(inverter, OWNER, 24));
        assertEquals(word(ems, OWNER, 2058), word(inverter, OWNER, 59));
        assertEquals(signed(ems, OWNER, 2089), -signed(inverter, OWNER, 30), "export is positive here");
        double volts = word(inverter, 0x35, 82) * 65.536 + word(inverter, 0x35, 83) / 1000.0;
        double packs = 3 * signed(inverter, 0x35, 95) / 100.0 * volts;
        assertEquals(signed(inverter, OWNER, 52), packs, 3);
        assertEquals(word(inverter, OWNER, 59), word(inverter, 0x32, 100));
        int cells = 0;
        for (int cell = 60; cell < 76; cell++) {
            cells += word(inverter, 0x33, cell);
        }
        assertEquals(volts * 1000, cells, 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 7, 9, 12, 15, 19, 21, 23})
    void theHybridMeasuresItsHouseAndAgreesWithItsPack(int hour) {
        DayCurve cottage = new DayCurve(Site.cottage(ZoneOffset.UTC));
        Instant now = Instant.parse("2026-06-01T00:10:00Z").plusSeconds(3600L * hour);
        DongleOptions dongle = new GivEnergyHouse(cottage, Clock.fixed(now, ZoneOffset.UTC)).inverter();
        int sun = word(dongle, OWNER, 18) + word(dongle, OWNER, 20);
        assertEquals(cottage.at(now).roof(), sun, 1);
        assertEquals(sun + signed(dongle, OWNER, 52), signed(dongle, OWNER, 24), 2, "what leaves it on its AC side");
        assertEquals(word(dongle, OWNER, 42), signed(dongle, OWNER, 24) - signed(dongle, OWNER, 30), 2,
                "export is positive here");
        assertEquals(word(dongle, OWNER, 44), word(dongle, OWNER, 17) + word(dongle, OWNER, 19), 1);
        double volts = word(dongle, 0x32, 82) * 65.536 + word(dongle, 0x32, 83) / 1000.0;
        assertEquals(signed(dongle, OWNER, 52), signed(dongle, 0x32, 95) / 100.0 * volts, 1);
        int both = word(dongle, 0x32, 105) + word(dongle, 0x32, 106);
        assertEquals(both, (word(dongle, OWNER, 6) << 16 | word(dongle, OWNER, 7)) % (WORD_LIMIT + 1), 1);
    }

    @Test
    void keepsWhatWasSet() {
        RegisterImage ems = Objects.requireNonNull(plant(9).ems().devices().get(OWNER)).registers();
        assertEquals(1, ems.read(Space.HOLDING, 2040).orElseThrow());
        assertEquals(Optional.empty(), ems.write(new Request(OWNER, 6, 2040, 1, List.of(0))));
        assertEquals(0, ems.frozen().read(Space.HOLDING, 2040).orElseThrow());
        assertTrue(ems.write(new Request(OWNER, 6, 2041, 1, List.of(4))).isPresent(), "not for users");
        RegisterImage inverter = Objects.requireNonNull(plant(9).inverter().devices().get(OWNER)).registers();
        assertEquals(Optional.empty(), inverter.write(new Request(OWNER, 6, 110, 1, List.of(20))));
        assertEquals(20, inverter.read(Space.HOLDING, 110).orElseThrow());
        assertTrue(inverter.write(new Request(OWNER, 6, 63, 1, List.of(1))).isPresent(), "grid code");
    }
}
