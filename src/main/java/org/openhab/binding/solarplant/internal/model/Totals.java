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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What the plant as a whole does: the sums over its connected inverters. A value that an inverter does not tell is left
 * out; a total to which nobody contributes is missing.
 */
@NonNullByDefault
final class Totals {

    private static final Metric PV = Metrics.of("pv#power");
    private static final Metric GRID = Metrics.of("grid#power");
    private static final Metric BATTERY = Metrics.of("battery#power");
    private static final Metric LOAD = Metrics.of("load#power");
    private static final Metric METER = Metrics.of("meter#power");
    private static final List<Energies> PERIODS = List.of(Energies.of("today"), Energies.of("total"));

    /** The counters of one period; those that only inverters have, and those that grid meters have too. */
    private record Energies(List<Metric> ofInverters, Map<Metric, Metric> overGrid, Metric pv, Metric in, Metric out,
            Metric charge, Metric discharge, Metric load) {

        static Energies of(String period) {
            Metric pv = energy("pv", period);
            Metric in = energy("import", period);
            Metric out = energy("export", period);
            Metric charge = energy("charge", period);
            Metric discharge = energy("discharge", period);
            return new Energies(List.of(pv, charge, discharge, energy("output", period), energy("backup", period)),
                    Map.of(in, Metrics.of("meter#import-" + period), out, Metrics.of("meter#export-" + period)), pv, in,
                    out, charge, discharge, energy("load", period));
        }

        private static Metric energy(String flow, String period) {
            return Metrics.of("energy#" + flow + "-" + period);
        }
    }

    private final List<DeviceState> inverters;
    private final List<DeviceState> gridMeters;
    private final Map<Metric, Value> totals = new HashMap<>();

    private Totals(Map<DeviceId, DeviceState> devices, Optional<DeviceId> gridMeter) {
        Collection<DeviceState> connected = devices.values().stream().filter(DeviceState::connected).toList();
        this.inverters = connected.stream().filter(state -> state.device().id().kind() == DeviceKind.INVERTER).toList();
        Set<DeviceId> meters = gridMeter.map(Set::of).orElseGet(() -> controllers(devices.keySet()));
        this.gridMeters = meters.isEmpty()
                ? inverters
                : connected.stream().filter(state -> meters.contains(state.device().id())).toList();
    }

    /** Who measures for all of the house by its nature, connected or not. */
    private static Set<DeviceId> controllers(Set<DeviceId> devices) {
        return devices.stream().filter(id -> id.kind() == DeviceKind.EMS || id.kind() == DeviceKind.GATEWAY)
                .collect(Collectors.toSet());
    }

    static Map<Metric, Value> of(Map<DeviceId, DeviceState> devices, Optional<DeviceId> gridMeter) {
        Totals totals = new Totals(devices, gridMeter);
        totals.addPower();
        PERIODS.forEach(totals::addEnergy);
        StoredEnergy.addTo(totals.totals, totals.inverters);
        Ratios.addTo(totals.totals);
        SignedPower.addParts(totals.totals);
        return totals.totals;
    }

    private void addPower() {
        put(PV, Sums.of(inverters, PV));
        put(BATTERY, Sums.of(inverters, BATTERY));
        put(GRID, Sums.of(gridMeters, state -> state.number(GRID).or(() -> state.number(METER))));
        Optional<BigDecimal> inside = Sums.ofPresent(number(PV), number(BATTERY));
        put(LOAD, number(GRID).flatMap(grid -> inside.map(grid::add)));
    }

    private void addEnergy(Energies energies) {
        energies.ofInverters.forEach(metric -> put(metric, Sums.of(inverters, metric)));
        energies.overGrid.forEach((metric, meter) -> put(metric,
                Sums.of(gridMeters, state -> state.number(metric).or(() -> state.number(meter)))));
        addLoad(energies);
    }

    /** The house used what came in less what went out; without a grid meter nobody knows. */
    private void addLoad(Energies energies) {
        Optional<BigDecimal> fromGrid = number(energies.in).flatMap(in -> number(energies.out).map(in::subtract));
        Optional<BigDecimal> fromBattery = number(energies.discharge)
                .flatMap(out -> number(energies.charge).map(out::subtract));
        Optional<BigDecimal> inside = Sums.ofPresent(number(energies.pv), fromBattery);
        put(energies.load, fromGrid.flatMap(grid -> inside.map(grid::add)).map(BigDecimal.ZERO::max));
    }

    private Optional<BigDecimal> number(Metric metric) {
        return totals.get(metric) instanceof Value.Amount(BigDecimal number) ? Optional.of(number) : Optional.empty();
    }

    private void put(Metric metric, Optional<BigDecimal> number) {
        number.ifPresent(value -> totals.put(metric, new Value.Amount(value)));
    }
}
