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

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceMemory;

/** The rated power of devices in the memory: one way to a device may tell it, and another, which needs it, may not. In W. */
@NonNullByDefault
public final class RatedPower {

    private static final String NAME = "ratedPower";
    /** From 100 W to 10 MW. */
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{2,6}");

    private RatedPower() {}

    /** What is kept of this device; nothing if nobody has told, or it is no such power. */
    public static Optional<Integer> recall(DeviceMemory memory, DeviceId device) {
        return memory.recall(device, NAME).filter(text -> FORM.matcher(text).matches()).map(Integer::valueOf);
    }

    /** Keeps it for whoever needs it. */
    public static void keep(DeviceMemory memory, DeviceId device, BigDecimal watts) {
        String text = watts.toBigInteger().toString();
        if (memory.recall(device, NAME).filter(text::equals).isEmpty()) {
            memory.keep(device, NAME, text);
        }
    }
}
