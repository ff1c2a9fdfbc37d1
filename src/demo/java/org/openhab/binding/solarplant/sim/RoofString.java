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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Some panels in a row.
 *
 * @param peak power under a clear sky in W
 * @param best hour of the day at which the sun stands right before them
 * @param volts voltage at full sun
 */
@NonNullByDefault
public record RoofString(double peak, double best, double volts) {
    private static final double DAYLIGHT_HOURS = 14.5;

    /** Power at an hour of the day. */
    public double watts(double hour) {
        double course = Math.sin(Math.PI * (hour - best + DAYLIGHT_HOURS / 2) / DAYLIGHT_HOURS);
        boolean light = Math.abs(hour - best) < DAYLIGHT_HOURS / 2;
        return light ? peak * Math.pow(course, 1.3) * sky(hour) : 0;
    }

    /** Voltage at that power: panels come near their full voltage with very little light. */
    public double voltage(double watts) {
        return watts < 1 ? 0 : volts * (0.82 + 0.18 * Math.min(1, watts / peak));
    }

    /** Share of light that the clouds let through: a few of them drift by, the same every day. */
    private static double sky(double hour) {
        double clouds = Math.max(0, Math.sin(2.1 * hour + 0.9) * Math.sin(5.7 * hour) + 0.25 * Math.sin(17 * hour));
        return 1 - 0.6 * Math.min(1, clouds);
    }
}
