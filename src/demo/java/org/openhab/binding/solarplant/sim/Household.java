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

/** What the people of the invented house use at an hour of the day, in W. */
@NonNullByDefault
final class Household {
    private static final double STANDBY = 390;
    private static final double FRIDGE = 95;

    private Household() {}

    static double watts(double hour) {
        double fridge = hour * 60 % 50 < 18 ? FRIDGE : 0;
        double laundry = hour > 10.5 && hour < 11.4 ? 1700 * (0.6 + 0.4 * Math.sin(40 * hour)) : 0;
        return STANDBY + fridge + laundry + peak(hour, 7.2, 0.5, 1500) + peak(hour, 12.4, 0.3, 2100)
                + peak(hour, 19.3, 1.4, 2900) + peak(hour, 21.7, 1.1, 1400);
    }

    /** The small ups and downs between two minutes; zero on average. */
    static double flicker(double seconds) {
        return 9 * Math.sin(seconds / 3.1) + 7 * Math.sin(seconds / 7.7) + 5 * Math.sin(seconds / 1.3);
    }

    private static double peak(double hour, double at, double width, double watts) {
        double distance = (hour - at) / width;
        return watts * Math.exp(-distance * distance);
    }
}
