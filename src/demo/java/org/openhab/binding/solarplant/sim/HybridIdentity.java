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

import java.time.ZonedDateTime;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The holding registers by which a SolaX hybrid inverter says what it is. */
@NonNullByDefault
final class HybridIdentity {
    private HybridIdentity() {}

    static void fill(MapImage image, SolaxModel model, ZonedDateTime now) {
        image.putText(Space.HOLDING, 0x0000, 7, model.serial());
        image.putText(Space.HOLDING, 0x0007, 7, "solax");
        image.putText(Space.HOLDING, 0x000E, 7, model.isThreePhase() ? "X3-Hybrid-G4" : "X1-Hybrid-G4");
        if (model.hasNewProtocol()) {
            image.put(Space.HOLDING, 0x007B, 152, 148);
        }
        // DSP minor, hardware, DSP major, ARM major, reserved, protocol, ARM minor, boot loader
        image.put(Space.HOLDING, 0x007D, 29, 0, 1, 1, 0, model.protocol(), 27, 8);
        clock(image, 0x0085, now);
        image.putText(Space.HOLDING, 0x00AA, 5, "DEMODONGLE");
        image.put(Space.HOLDING, 0x00AF, 1);
        image.put(Space.HOLDING, 0x00B6, model.ratedPower() / 10);
        image.put(Space.HOLDING, 0x00BA, model.ratedPower());
        image.put(Space.HOLDING, 0x0105, model.phases());
    }

    /** Second, minute, hour, day, month, year of the century. */
    static void clock(MapImage image, int address, ZonedDateTime now) {
        image.put(Space.HOLDING, address, now.getSecond(), now.getMinute(), now.getHour(), now.getDayOfMonth(),
                now.getMonthValue(), now.getYear() % 100);
    }
}
