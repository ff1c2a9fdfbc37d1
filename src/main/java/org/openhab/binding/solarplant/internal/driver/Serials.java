/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver;

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.PollException;

/** Serial numbers as they may be shown: status texts end up in logs and screenshots. */
@NonNullByDefault
public final class Serials {

    private static final int SHOWN_AT_FRONT = 4;
    private static final int SHOWN_AT_END = 3;

    private Serials() {}

    /**
     * Sees to it that the device that answers is the one that the user expects.
     *
     * @param expected the serial number that must answer, if any
     * @throws PollException if it is another one
     */
    public static void check(Optional<String> expected, String serial) throws PollException {
        if (expected.isPresent() && !expected.get().equalsIgnoreCase(serial)) {
            throw new PollException(
                    new Failure(Failure.Kind.WRONG_DEVICE, shortened(expected.get()), shortened(serial)), null);
        }
    }

    /** Enough of a serial number to tell two devices apart. */
    public static String shortened(String serial) {
        if (serial.length() <= SHOWN_AT_FRONT + SHOWN_AT_END) {
            return serial;
        }
        return serial.substring(0, SHOWN_AT_FRONT) + "…" + serial.substring(serial.length() - SHOWN_AT_END);
    }
}
