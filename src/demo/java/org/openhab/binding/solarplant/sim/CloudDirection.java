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

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The two halves of the legacy schedule, with the names that the cloud has for them (alphaess.md §1.6). */
@NonNullByDefault
enum CloudDirection {
    /** From the grid into the battery. */
    CHARGE("gridCharge", "timeCha", "batHighCap", 100),
    /** Out of the battery into the house. */
    DISCHARGE("ctrDis", "timeDis", "batUseCap", 10);

    private final String flag;
    private final String times;
    private final String limit;
    private final int usualLimit;

    CloudDirection(String flag, String times, String limit, int usualLimit) {
        this.flag = flag;
        this.times = times;
        this.limit = limit;
        this.usualLimit = usualLimit;
    }

    String flag() {
        return flag;
    }

    /** From and end of the first slot, then of the second one. */
    List<String> times() {
        return List.of(times + "f1", times + "e1", times + "f2", times + "e2");
    }

    String limit() {
        return limit;
    }

    /** In percent. */
    int usualLimit() {
        return usualLimit;
    }
}
