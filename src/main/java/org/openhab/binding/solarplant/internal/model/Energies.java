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
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The counters of one period, today or in total.
 *
 * @param ofInverters those that only inverters have
 * @param overGrid import and export, each with the places where a device may keep it
 * @param meteredPv what a gateway measures of generators
 */
@NonNullByDefault
record Energies(List<Metric> ofInverters, Map<Metric, List<Metric>> overGrid, Metric pv, Metric meteredPv, Metric in,
        Metric out, Metric charge, Metric discharge, Metric load) {

    static Energies of(String period) {
        Metric charge = energy("charge", period);
        Metric discharge = energy("discharge", period);
        return new Energies(List.of(charge, discharge, energy("output", period), energy("backup", period)),
                Map.of(energy("import", period), places("import", period), energy("export", period),
                        places("export", period)),
                energy("pv", period), Metrics.of("gateway#pv-" + period), energy("import", period),
                energy("export", period), charge, discharge, energy("load", period));
    }

    private static List<Metric> places(String flow, String period) {
        return List.of(energy(flow, period), Metrics.of("meter#" + flow + "-" + period),
                Metrics.of("gateway#" + flow + "-" + period));
    }

    private static Metric energy(String flow, String period) {
        return Metrics.of("energy#" + flow + "-" + period);
    }
}
