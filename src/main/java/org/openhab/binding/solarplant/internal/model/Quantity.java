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

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What a metric measures, and the one unit in which this binding counts it. */
@NonNullByDefault
public enum Quantity {
    POWER("W"), APPARENT_POWER("VA"), REACTIVE_POWER("var"), ENERGY("kWh"), VOLTAGE("V"), CURRENT("A"), FREQUENCY(
            "Hz"), TEMPERATURE("°C"), PERCENT("%"), DURATION("s"),
    /** A bare number: a count, a code, a power factor. */
    NUMBER(""), TEXT(""), TIME(""), SWITCH("");

    private final String unit;

    Quantity(String unit) {
        this.unit = unit;
    }

    /** The unit's symbol; empty where there is none. */
    public String unit() {
        return unit;
    }

    /** Whether values of it are {@link Value.Amount}s. */
    public boolean isNumeric() {
        return this != TEXT && this != TIME && this != SWITCH;
    }
}
