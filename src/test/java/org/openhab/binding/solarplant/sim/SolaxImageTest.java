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

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/** The register images of the invented house, read as the SolaX protocol document says. */
@NonNullByDefault
class SolaxImageTest {
    private final DayCurve curve = new DayCurve(Site.home(ZoneOffset.UTC));
    private final Clock noon = Clock.fixed(Instant.parse("2026-06-01T11:07:13Z"), ZoneOffset.UTC);
    private final HouseState house = curve.at(noon.instant());

    @Test
    void aThreePhaseHybridSaysWhatItIs() {
        RegisterImage image = new SolaxImage(SolaxModel.x3(), curve, noon).frozen();
        assertEquals("H34A10DEMO0001", text(image, 0, 7));
        assertEquals(6, image.read(Space.HOLDING, 0x82).orElseThrow());
        assertEquals(3, image.read(Space.HOLDING, 0x105).orElseThrow());
        assertEquals(List.of(13, 7, 11, 1, 6, 26),
                List.of(0, 1, 2, 3, 4, 5).stream().map(i -> image.read(Space.HOLDING, 0x85 + i).orElseThrow())
                        .toList());
        assertTrue(image.read(Space.INPUT, 0x18F).isPresent(), "reserved registers read as 0");
        assertTrue(image.read(Space.INPUT, 0x1DD).isEmpty(), "no parallel system");
    }

    @Test
    void powersAreInTheVendorsSigns() {
        RegisterImage image = new SolaxImage(SolaxModel.x3(), curve, noon).frozen();
        assertEquals(-house.grid(), signedPair(image, 0x46), 0.5);
        assertEquals(-house.battery(), signed(image, 0x16), 0.5);
        assertEquals(house.roof(), signed(image, 0x0A) + signed(image, 0x0B), 1);
        assertEquals(house.garage(), signedPair(image, 0xA8), 0.5);
        assertEquals(signed(image, 2), signed(image, 0x6C) + signed(image, 0x70) + signed(image, 0x74));
        assertEquals(-house.grid(), signedPair(image, 0x82) + signedPair(image, 0x84) + signedPair(image, 0x86), 2);
        assertEquals(house.load(), signed(image, 2) - signedPair(image, 0x46) + signedPair(image, 0xA8), 3);
    }

    @Test
    void theNewProtocolHasTotalsOfItsOwn() {
        RegisterImage image = new SolaxImage(SolaxModel.x1().protocol(104), curve, noon).frozen();
        assertEquals(house.roof(), signedPair(image, 0x32), 0.5);
        assertEquals(152, image.read(Space.HOLDING, 0x7B).orElseThrow());
        assertEquals(0, image.read(Space.INPUT, 0x6C).orElseThrow(), "no phases");
    }

    @Test
    void unlockingShowsInTheLockState() {
        SolaxImage image = new SolaxImage(SolaxModel.x1(), curve, noon);
        assertEquals(Optional.empty(), image.write(new Request(1, 6, 0, 1, List.of(2014))));
        assertEquals(1, image.read(Space.INPUT, 0x54).orElseThrow());
        assertEquals(Optional.of(ExceptionCode.ILLEGAL_ADDRESS), image.write(new Request(1, 6, 9, 1, List.of(1))));
    }

    @Test
    void stringInvertersHaveTheirOwnMaps() {
        RegisterImage boost = SolaxMicImage.boost(curve, noon).frozen();
        assertTrue(boost.read(Space.HOLDING, 0).isEmpty(), "no hybrid");
        assertEquals("XB4DEMO0000001", text(boost, 0x300, 7));
        assertEquals(house.garage(), signed(boost, 0x410), 0.5);
        RegisterImage mic = SolaxMicImage.mic(curve, noon).frozen();
        assertEquals("MC210TDEMO0001", text(mic, 0x300, 7));
        assertEquals(house.garage(), signed(mic, 0x40E), 2);
        assertEquals(house.total().garage(), signedPair(mic, 0x423) / 10.0, 0.1);
    }

    private static String text(RegisterImage image, int address, int registers) {
        byte[] bytes = new byte[2 * registers];
        for (int i = 0; i < registers; i++) {
            int value = image.read(Space.HOLDING, address + i).orElseThrow();
            bytes[2 * i] = (byte) (value >> 8);
            bytes[2 * i + 1] = (byte) value;
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static int signed(RegisterImage image, int address) {
        return (short) image.read(Space.INPUT, address).orElseThrow();
    }

    private static int signedPair(RegisterImage image, int address) {
        return image.read(Space.INPUT, address + 1).orElseThrow() << 16
                | image.read(Space.INPUT, address).orElseThrow();
    }
}
