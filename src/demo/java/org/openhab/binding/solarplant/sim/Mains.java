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

/** The grid of the invented house. */
@NonNullByDefault
final class Mains {
    static final double HERTZ = 49.98;

    private Mains() {}

    static double volts(int phase) {
        return 230 + 1.3 * (phase - 1);
    }

    /** Which share of the load hangs on a phase. */
    static double share(int phase) {
        return phase == 1 ? 0.45 : phase == 2 ? 0.2 : 0.35;
    }
}
