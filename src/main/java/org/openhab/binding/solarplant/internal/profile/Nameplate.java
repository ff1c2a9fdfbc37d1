/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How a device of a family is recognised by its registers.
 *
 * @param inscriptions where it says what it is
 * @param marks what must stand in the registers of each device of the family
 */
@NonNullByDefault
record Nameplate(Map<Trait, Inscription> inscriptions, List<Mark> marks) {

    /** What a device says of itself. */
    enum Trait {
        SERIAL, VENDOR, MODEL, FIRMWARE
    }

    /**
     * What must stand somewhere.
     *
     * @param where the registers
     * @param expected what they say, as it stands in the profile
     */
    record Mark(Inscription where, String expected) {}
}
