/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.benchmark;

import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Prints each figure with its bound beside it, and ends the build if one is missed. */
@NonNullByDefault
final class Report {

    private boolean missed;

    Report(String title) {
        System.out.printf("%n%s%n", title);
    }

    void atMost(String what, double figure, double bound, String unit) {
        boolean kept = figure <= bound;
        missed |= !kept;
        System.out.printf(Locale.ROOT, "  %-58s %9.2f %-5s bound %9.2f  %s%n", what, figure, unit, bound,
                kept ? "ok" : "MISSED");
    }

    void note(String what, double figure, String unit) {
        System.out.printf(Locale.ROOT, "  %-58s %9.2f %s%n", what, figure, unit);
    }

    /** Ends the process: it fails if a bound was missed. */
    void end() {
        System.exit(missed ? 1 : 0);
    }
}
