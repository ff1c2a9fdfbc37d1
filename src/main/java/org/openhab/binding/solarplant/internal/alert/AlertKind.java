/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.alert;

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What users are warned of. */
@NonNullByDefault
public enum AlertKind {
    /** A thing's device does not answer, or nobody reports it any more. */
    COMMUNICATION_LOST("communication-lost", Duration.ofMinutes(3)),
    /** The battery of an inverter is nearly empty. */
    BATTERY_LOW("battery-low", Patience.OF_MEASUREMENTS),
    /** The battery of an inverter is empty. It is low as well. */
    BATTERY_CRITICAL("battery-critical", Patience.OF_MEASUREMENTS),
    /** A battery is too hot. */
    BATTERY_TEMPERATURE("battery-temperature", Patience.OF_MEASUREMENTS),
    /** An inverter is too hot. */
    INVERTER_TEMPERATURE("inverter-temperature", Patience.OF_MEASUREMENTS),
    /** An inverter, an EMS or a gateway reports a fault. */
    INVERTER_FAULT("inverter-fault", Patience.OF_MEASUREMENTS),
    /** The grid is gone, as an inverter, an EMS or a gateway says. */
    GRID_LOST("grid-lost", Patience.OF_MEASUREMENTS),
    /** The panels of an inverter give much less than those of its siblings. This is a mean over half an hour already. */
    PV_LOW("pv-low", Duration.ZERO);

    private final String id;
    private final Duration beforeRaised;

    AlertKind(String id, Duration beforeRaised) {
        this.id = id;
        this.beforeRaised = beforeRaised;
    }

    /** How rules know it, for example {@code battery-low}. */
    public String id() {
        return id;
    }

    /** How long it must have been so before it is raised. */
    Duration beforeRaised() {
        return beforeRaised;
    }

    /** How long it must have been over before it is cleared: what comes and goes is one alert, not a storm. */
    Duration beforeCleared() {
        return Patience.UNTIL_CLEARED;
    }

    private static final class Patience {
        /** Two polls at least, since one reading alone may be garbled. */
        private static final Duration OF_MEASUREMENTS = Duration.ofMinutes(1);
        private static final Duration UNTIL_CLEARED = Duration.ofMinutes(5);
    }
}
