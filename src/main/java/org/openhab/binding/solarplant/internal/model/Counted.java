/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A counter of a device as the plant's sums take it: it gains what the device's own counter gains, and goes on from where
 * it was when that one jumps.
 *
 * @param told what the device told last, in kWh
 * @param at when it told that
 * @param offset what is to be added to it, in kWh
 */
@NonNullByDefault
record Counted(BigDecimal told, Instant at, BigDecimal offset) {

    /** The counter after its device has told this number; a jump is nothing that the plant has gained or lost. */
    Counted next(BigDecimal number, Instant now, CounterLimit limit) {
        BigDecimal gain = number.subtract(told);
        return limit.allowsAtOnce(gain, Duration.between(at, now))
                ? new Counted(number, now, offset)
                : new Counted(number, now, offset.subtract(gain));
    }

    /** How far it is, in kWh. */
    BigDecimal number() {
        return told.add(offset);
    }
}
