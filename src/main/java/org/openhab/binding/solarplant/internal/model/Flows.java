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

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The metrics of which the plant's powers are made; each kind of device keeps the same quantity in its own group. */
@NonNullByDefault
final class Flows {

    static final Metric PV = Metrics.of("pv#power");
    static final Metric GRID = Metrics.of("grid#power");
    static final Metric BATTERY = Metrics.of("battery#power");
    static final Metric OUTPUT = Metrics.of("output#power");
    static final Metric LOAD = Metrics.of("load#power");
    static final Metric STRING_VOLTAGE = Metrics.of("pv#string-1-voltage");

    static final List<Metric> MEASURED_GRID = List.of(GRID, Metrics.of("meter#power"),
            Metrics.of("gateway#grid-power"), Metrics.of("ems#grid-power"));
    static final List<Metric> METERED_PV = List.of(Metrics.of("gateway#pv-power"),
            Metrics.of("ems#generation-power"));
    static final List<Metric> MANAGED_BATTERY = List.of(Metrics.of("gateway#battery-power"),
            Metrics.of("ems#battery-power"));
    static final List<Metric> MEASURED_LOAD = List.of(Metrics.of("gateway#load-power"),
            Metrics.of("ems#load-power"));

    private Flows() {}

    /** The first of these that the device tells. */
    static Optional<BigDecimal> first(DeviceState state, List<Metric> metrics) {
        return metrics.stream().flatMap(metric -> state.number(metric).stream()).findFirst();
    }
}
