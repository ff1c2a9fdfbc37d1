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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What of well-formed answers with one wrong bit gets as far as the channels. */
@NonNullByDefault
public final class FlipBenchmark {

    private static final int INVERTERS = 10;
    private static final int ANSWERS = 500;

    private FlipBenchmark() {}

    /** What was shown of one vendor. */
    record Shown(int corrupt, int refused, List<String> powers, List<String> counters, List<String> ranges) {

        static Shown of(FrozenInverter vendor, int inverters, int answers) throws Exception {
            Shown all = new Shown(0, 0, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < inverters; i++) {
                FlipRun run = new FlipRun(vendor, i);
                FlipCounts counts = run.until(answers);
                all.powers.addAll(counts.powers());
                all.counters.addAll(counts.counters());
                all.ranges.addAll(counts.ranges());
                all = new Shown(all.corrupt + run.corrupt(), all.refused + run.refused(), all.powers, all.counters,
                        all.ranges);
            }
            return all;
        }

        double powersPerThousand() {
            return 1000.0 * powers.size() / corrupt;
        }
    }

    /** @param arguments {@code verbose} to print each value that is out of its bounds */
    public static void main(String[] arguments) throws Exception {
        Report report = new Report(
                "Well-formed answers with one wrong bit, " + INVERTERS + " inverters of each vendor");
        for (FrozenInverter vendor : FrozenInverter.values()) {
            Shown shown = Shown.of(vendor, INVERTERS, ANSWERS);
            String name = vendor.name().toLowerCase(Locale.ROOT) + ", ";
            report.note(name + "wrong answers", shown.corrupt, "");
            report.note(name + "polls thrown away", shown.refused, "");
            report.atMost(name + "powers beyond 1.5 x rated, per 1000", shown.powersPerThousand(), 1, "");
            report.atMost(name + "counters that run back or too fast", shown.counters.size(), 0, "");
            report.atMost(name + "settings and percentages out of range", shown.ranges.size(), 0, "");
            if (arguments.length > 0) {
                shown.powers.forEach(text -> System.out.println("    power   " + text));
                shown.counters.forEach(text -> System.out.println("    counter " + text));
                shown.ranges.forEach(text -> System.out.println("    range   " + text));
            }
        }
        report.end();
    }
}
