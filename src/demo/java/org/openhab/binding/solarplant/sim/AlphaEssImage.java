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
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The registers of an AlphaESS system in an invented house: a single-phase hybrid of the SMILE-G3 family with the strings
 * of the roof, a battery, a meter at the grid, and one at the garage's inverter where there is a garage. This vendor's signs are those of the house (alphaess.md §0.2).
 */
@NonNullByDefault
public final class AlphaEssImage implements RegisterImage {
    private static final int SYSTEM_REGISTERS = 0x50;

    private final String serial;
    private final DayCurve curve;
    private final Clock clock;
    private final AlphaEssControl control;

    /**
     * A system that lives by this curve and clock.
     *
     * @param serial 15 characters; invented
     */
    public AlphaEssImage(String serial, DayCurve curve, Clock clock) {
        this.serial = serial;
        this.curve = curve;
        this.clock = clock;
        this.control = new AlphaEssControl(clock);
    }

    @Override
    public OptionalInt read(Space space, int address) {
        return frozen().read(space, address);
    }

    @Override
    public RegisterImage frozen() {
        MapImage image = new MapImage();
        image.zeros(Space.HOLDING, 0x0000, 0x00BF).zeros(Space.HOLDING, 0x0100, 0x0147);
        image.zeros(Space.HOLDING, 0x0400, 0x0454).zeros(Space.HOLDING, 0x0700, 0x0700 + SYSTEM_REGISTERS);
        image.zeros(Space.HOLDING, 0x0800, 0x08D5);
        // version 3.5.36 of the energy manager
        image.putText(Space.HOLDING, 0x0743, 8, serial).put(Space.HOLDING, 0x074B, 3, 5, 36);
        control.fill(image);
        new AlphaEssRegisters(image, curve.site(), control.obey(curve.at(clock.instant()))).fill();
        return image;
    }

    @Override
    public Optional<ExceptionCode> write(Request request) {
        return control.write(request);
    }
}
