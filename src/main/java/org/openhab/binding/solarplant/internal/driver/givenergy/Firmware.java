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

import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.givenergy.Effort;

/** The firmware of devices as the vendor writes it. */
@NonNullByDefault
final class Firmware {

    /** Three-phase inverters leave the registers of the others at 0 (givenergy.md §4.4). */
    private static final int THREE_PHASE_PAGE = 1300;
    private static final int THREE_PHASE_DSP = 1325 - THREE_PHASE_PAGE;
    private static final int THREE_PHASE_ARM = 1327 - THREE_PHASE_PAGE;
    private static final int GATEWAY_PAGE = 1600;
    private static final int PAGE = 60;
    private static final int BYTE = 0xFF;

    private Firmware() {}

    /** That of the owner of an adapter, from where its family keeps it; nothing if it is not told. */
    static Optional<String> of(Owner owner, Family family, GuardedWire wire)
            throws TransportException, InterruptedException {
        return switch (family.model().profile()) {
            case "three-phase" -> page(wire, THREE_PHASE_PAGE)
                    .flatMap(words -> label(words[THREE_PHASE_DSP], words[THREE_PHASE_ARM]));
            case "gateway" -> page(wire, GATEWAY_PAGE).flatMap(words -> version(words, 0));
            default -> label(owner.dsp(), owner.arm());
        };
    }

    /** That of a signal processor and of a main processor; nothing if both are 0. */
    static Optional<String> label(int dsp, int arm) {
        return dsp == 0 && arm == 0 ? Optional.empty() : Optional.of("D0." + dsp + "-A0." + arm);
    }

    /** Four characters and four numbers of a byte each, in four registers (givenergy.md §1.10); nothing if there is none. */
    static Optional<String> version(int[] words, int at) {
        StringBuilder text = new StringBuilder();
        IntStream.of(words[at] >> 8, words[at] & BYTE, words[at + 1] >> 8, words[at + 1] & BYTE)
                .forEach(letter -> text.append((char) letter));
        if (!text.toString().matches("[A-Z0-9]{4}")) {
            return Optional.empty();
        }
        IntStream.of(words[at + 2] >> 8, words[at + 2] & BYTE, words[at + 3] >> 8, words[at + 3] & BYTE)
                .forEach(text::append);
        return Optional.of(text.toString());
    }

    private static Optional<int[]> page(GuardedWire wire, int start) throws TransportException, InterruptedException {
        return wire.probe(GuardedWire.OWNER, start, PAGE, Effort.REFRESH);
    }
}
