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

import java.time.Clock;
import java.time.Instant;
import java.util.OptionalInt;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The registers of a SolaX string inverter: the second one of the invented house. */
@NonNullByDefault
public final class SolaxMicImage implements RegisterImage {

    /** The register map that it speaks. */
    public enum Generation {
        /** X3-MIC G2: three phases. */
        MIC_G2,
        /** X1-Boost G4: one phase. */
        BOOST_G4
    }

    private final String serial;
    private final Generation generation;
    private final DayCurve curve;
    private final Clock clock;

    /** A string inverter that lives by this curve and clock. */
    public SolaxMicImage(String serial, Generation generation, DayCurve curve, Clock clock) {
        this.serial = serial;
        this.generation = generation;
        this.curve = curve;
        this.clock = clock;
    }

    /** An X1-Boost G4. */
    public static SolaxMicImage boost(DayCurve curve, Clock clock) {
        return new SolaxMicImage("XB4DEMO0000001", Generation.BOOST_G4, curve, clock);
    }

    /** An X3-MIC G2. */
    public static SolaxMicImage mic(DayCurve curve, Clock clock) {
        return new SolaxMicImage("MC210TDEMO0001", Generation.MIC_G2, curve, clock);
    }

    @Override
    public OptionalInt read(Space space, int address) {
        return frozen().read(space, address);
    }

    @Override
    public RegisterImage frozen() {
        Instant now = clock.instant();
        MapImage image = new MapImage().zeros(Space.HOLDING, 0x0300, 0x03AF).zeros(Space.INPUT, 0x0400, 0x0442);
        image.putText(Space.HOLDING, 0x0300, 7, serial);
        HybridIdentity.clock(image, 0x0318, now.atZone(curve.site().zone()));
        HouseState house = curve.at(now);
        if (generation == Generation.MIC_G2) {
            image.put(Space.HOLDING, 0x0352, 117, 121, 103).zeros(Space.INPUT, 0x0704, 0x0709);
            MicInputs.generation2(new Registers(image, Space.INPUT), curve.site(), house);
        } else {
            image.put(Space.HOLDING, 0x0390, 137).put(Space.HOLDING, 0x0394, 121);
            MicInputs.generation4(new Registers(image, Space.INPUT), curve.site(), house);
        }
        return image;
    }
}
