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

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The counters of one period, today or in total.
 *
 * @param pv what the panels of an inverter delivered
 * @param meteredPv what a gateway measures of generators
 * @param in import, with the places where a device may keep it; the first is the plant's
 * @param out export, likewise
 * @param charge what went into batteries, likewise
 * @param discharge what came out of them, likewise
 * @param output what an inverter delivered on its AC side
 * @param gridCharge what it took there
 * @param backup what went to its backup output
 * @param load what the house has used, with the places where a device may keep it
 */
@NonNullByDefault
record Energies(Metric pv, Metric meteredPv, List<Metric> in, List<Metric> out, List<Metric> charge,
        List<Metric> discharge, Metric output, Metric gridCharge, Metric backup, List<Metric> load) {

    static final Energies TODAY = of("today");
    static final Energies TOTAL = of("total");
    private static final Set<Metric> SUMMED = Stream.of(TODAY, TOTAL).flatMap(Energies::all)
            .collect(Collectors.toUnmodifiableSet());

    private static Energies of(String period) {
        return new Energies(energy("pv", period), Metrics.of("gateway#pv-" + period), places("import", period, true),
                places("export", period, true), places("charge", period, false), places("discharge", period, false),
                energy("output", period), energy("grid-charge", period), energy("backup", period),
                places("load", period, false));
    }

    /** Whether sums are made of this counter. */
    static boolean isSummed(Metric metric) {
        return SUMMED.contains(metric);
    }

    private Stream<Metric> all() {
        return Stream.concat(Stream.of(pv, meteredPv, output, gridCharge, backup),
                Stream.of(in, out, charge, discharge, load).flatMap(List::stream));
    }

    private static List<Metric> places(String flow, String period, boolean metered) {
        Metric own = energy(flow, period);
        Metric ofGateway = Metrics.of("gateway#" + flow + "-" + period);
        return metered ? List.of(own, Metrics.of("meter#" + flow + "-" + period), ofGateway) : List.of(own, ofGateway);
    }

    private static Metric energy(String flow, String period) {
        return Metrics.of("energy#" + flow + "-" + period);
    }
}
