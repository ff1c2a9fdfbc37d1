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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/** The register image of an AlphaESS system, read as its protocol document says (alphaess.md §4). */
@NonNullByDefault
class AlphaEssImageTest {
    private final DayCurve curve = new DayCurve(Site.home(ZoneOffset.UTC));
    private final Clock noon = Clock.fixed(Instant.parse("2026-06-01T11:07:13Z"), ZoneOffset.UTC);
    private final HouseState house = curve.at(noon.instant());
    private final RegisterImage image = new AlphaEssImage("AL7000000000001", curve, noon).frozen();

    @Test
    void saysWhatItIs() {
        assertEquals('A' << 8 | 'L', word(0x0743));
        assertEquals('1' << 8 | ' ', word(0x074A));
        assertEquals(3, word(0x074B));
        assertEquals(36, word(0x074D));
        assertTrue(image.read(Space.INPUT, 0x0743).isEmpty(), "function 3 only");
        assertTrue(image.read(Space.HOLDING, 0x0200).isEmpty());
        assertTrue(image.read(Space.HOLDING, 0x0862).isPresent());
    }

    @Test
    void powersAreInTheSignsOfTheHouse() {
        assertEquals(house.grid(), pair(0x0021), 0.5);
        assertEquals(house.battery(), (short) word(0x0126), 0.5);
        assertEquals(house.garage(), pair(0x00A1), 0.5);
        assertEquals(house.load(), pair(0x041F) + pair(0x0423) + pair(0x00A1) + pair(0x0021) + (short) word(0x0126),
                3);
    }

    @Test
    void totalsAreHighWordFirst() {
        assertEquals(house.total().exported(), pair(0x0010) / 100.0, 0.01);
        assertEquals(house.total().discharged(), pair(0x0122) / 10.0, 0.1);
        assertEquals(house.total().roof() + house.total().garage(), pair(0x08D2) / 100.0, 0.01);
        assertEquals(house.total().garage(), pair(0x0092) / 100.0, 0.01);
    }

    @Test
    void houseWithoutAGarageHasNoSecondMeter() {
        DayCurve small = new DayCurve(Site.home(ZoneOffset.UTC).withoutGarage());
        AlphaEssImage other = new AlphaEssImage("AL7000000000001", small, noon);
        assertEquals(3, word(0x0805));
        assertEquals(2, other.read(Space.HOLDING, 0x0805).orElseThrow());
        assertEquals(0, other.read(Space.HOLDING, 0x0094).orElseThrow());
    }

    private int word(int address) {
        return image.read(Space.HOLDING, address).orElseThrow();
    }

    private int pair(int address) {
        return word(address) << 16 | word(address + 1);
    }
}
