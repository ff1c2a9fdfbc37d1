/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;

import java.math.BigDecimal;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The figures of a system's type plate, as far as the cloud knows them; a zero means that it does not.
 *
 * @param rated power of the inverter in W
 * @param peak power of the panels in W
 * @param usableCapacity of the battery in kWh
 * @param usableShare of the battery's capacity in %
 */
@NonNullByDefault
public record Plate(Optional<BigDecimal> rated, Optional<BigDecimal> peak, Optional<BigDecimal> usableCapacity,
        Optional<BigDecimal> usableShare) {

    /** A plate of which nothing is known. */
    static final Plate BLANK = new Plate(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final BigDecimal LEAST_RATED = BigDecimal.valueOf(300);
    private static final BigDecimal MOST_POWER = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal MOST_CAPACITY = BigDecimal.valueOf(10_000);
    private static final BigDecimal MOST_SHARE = BigDecimal.valueOf(100);
    private static final int KILO = 3;

    /** What an entry of the list of systems says: powers in kW. */
    static Plate of(Json entry) {
        return new Plate(watts(entry.at("poinv")).filter(power -> power.compareTo(LEAST_RATED) >= 0),
                watts(entry.at("popv")), within(entry.at("surplusCobat"), MOST_CAPACITY),
                within(entry.at("usCapacity"), MOST_SHARE));
    }

    private static Optional<BigDecimal> watts(Json kilowatts) {
        return kilowatts.number().map(number -> number.movePointRight(KILO).stripTrailingZeros())
                .filter(power -> power.signum() > 0 && power.compareTo(MOST_POWER) <= 0);
    }

    private static Optional<BigDecimal> within(Json told, BigDecimal most) {
        return told.number().filter(number -> number.signum() > 0 && number.compareTo(most) <= 0);
    }
}
