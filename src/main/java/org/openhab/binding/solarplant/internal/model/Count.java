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
 * How far a counter of energy was at a time.
 *
 * @param at when it was read
 * @param total kWh
 */
@NonNullByDefault
public record Count(Instant at, BigDecimal total) {

    /** Whether the counter can have come here from there; if not, one of the two is garbage, or it began anew. */
    public boolean follows(Count before) {
        return CounterLimit.ANY.allows(total.subtract(before.total), Duration.between(before.at, at));
    }
}
