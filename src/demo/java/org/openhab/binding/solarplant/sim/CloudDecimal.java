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

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Numbers as the cloud writes them: at least one decimal, and no more zeros than that (alphaess.md §1.3). */
@NonNullByDefault
final class CloudDecimal {
    private CloudDecimal() {}

    /** Whole watts. */
    static BigDecimal watts(double watts) {
        return of(watts, 0);
    }

    /** Kilowatt-hours, to 10 Wh. */
    static BigDecimal energy(double kilowattHours) {
        return of(kilowattHours, 2);
    }

    /** A number with so many decimals at most. */
    static BigDecimal of(double value, int decimals) {
        return of(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    static BigDecimal of(BigDecimal exact) {
        BigDecimal shortest = exact.stripTrailingZeros();
        return shortest.scale() < 1 ? shortest.setScale(1) : shortest;
    }
}
