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
import java.util.stream.Stream;

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
    private static final Metric OUTPUT = Metrics.of("output#power");
    private static final Metric STRING_VOLTAGE = Metrics.of("pv#string-1-voltage");
    private static final Metric LOAD = Metrics.of("load#power");
    private static final List<Metric> GRID_POWER = List.of(GRID, Metrics.of("meter#power"),
            Metrics.of("gateway#grid-power"), Metrics.of("ems#grid-power"));
    private static final List<Metric> METERED_PV = List.of(Metrics.of("gateway#pv-power"),
            Metrics.of("ems#generation-power"));
    private static final List<Energies> PERIODS = List.of(Energies.of("today"), Energies.of("total"));

    private final List<DeviceState> inverters;
    private final List<DeviceState> controllers;
    private final List<DeviceState> gridMeters;
    private final Map<Metric, Value> totals = new HashMap<>();

    private Totals(Map<DeviceId, DeviceState> devices, Optional<DeviceId> gridMeter) {
        Collection<DeviceState> connected = devices.values().stream().filter(DeviceState::connected).toList();
        Set<DeviceId> inCharge = inCharge(devices.keySet());
        this.inverters = connected.stream().filter(state -> state.device().id().kind() == DeviceKind.INVERTER).toList();
        this.controllers = connected.stream().filter(state -> inCharge.contains(state.device().id())).toList();
        Set<DeviceId> meters = gridMeter.map(Set::of).orElse(inCharge);
        this.gridMeters = meters.isEmpty()
                ? inverters
                : connected.stream().filter(state -> meters.contains(state.device().id())).toList();
    }

    /**
     * Who measures for all of the house by its nature, connected or not: the gateways, or the EMS where there is no gateway
     * (givenergy.md §7.1).
     */
    private static Set<DeviceId> inCharge(Set<DeviceId> devices) {
        return Stream.of(DeviceKind.GATEWAY, DeviceKind.EMS)
                .map(kind -> devices.stream().filter(id -> id.kind() == kind).collect(Collectors.toSet()))
                .filter(ids -> !ids.isEmpty()).findFirst().orElse(Set.of());
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
        Optional<BigDecimal> metered = Sums.of(controllers, state -> first(state, METERED_PV));
        boolean isMetered = metered.filter(power -> power.signum() != 0).isPresent();
        put(PV, Sums.ofPresent(Sums.of(inverters, state -> isMetered ? ownPv(state) : state.number(PV)), metered));
        put(BATTERY, Sums.of(inverters, Totals::batteryPower));
        put(GRID, Sums.of(gridMeters, state -> first(state, GRID_POWER)));
        Optional<BigDecimal> inside = Sums.ofPresent(Sums.ofPresent(number(PV), number(BATTERY)), fromElsewhere());
        put(LOAD, number(GRID).flatMap(grid -> inside.map(grid::add)));
    }

    /** An EMS tells only the AC power of its inverters, and counts it as their batteries' itself. */
    private static Optional<BigDecimal> batteryPower(DeviceState state) {
        boolean blinded = state.sources().equals(Set.of(Source.ROLL_UP));
        return first(state, blinded ? List.of(BATTERY, OUTPUT) : List.of(BATTERY));
    }

    /**
     * The PV power of an inverter that is not what the meter of its EMS or gateway measures too: managed inverters without
     * strings, which would have a voltage, tell what such a meter says.
     */
    private static Optional<BigDecimal> ownPv(DeviceState inverter) {
        return inverter.sources().contains(Source.ROLL_UP) && inverter.number(STRING_VOLTAGE).isEmpty()
                ? Optional.empty()
                : inverter.number(PV);
    }

    /**
     * What a lone inverter's meter knows of generators that are no devices of the plant. Among several inverters nobody
     * can tell whether the generator that one of them measures is not another one of them; and an EMS or a gateway measures
     * generators itself.
     */
    private Optional<BigDecimal> fromElsewhere() {
        if (inverters.size() != 1 || !controllers.isEmpty()) {
            return Optional.empty();
        }
        DeviceState lone = inverters.getFirst();
        Optional<BigDecimal> known = Sums.ofPresent(Sums.ofPresent(lone.number(PV), lone.number(BATTERY)),
                lone.number(GRID));
        return lone.number(GRID).flatMap(grid -> lone.number(LOAD)).flatMap(load -> known.map(load::subtract));
    }

    private void addEnergy(Energies energies) {
        energies.ofInverters().forEach(metric -> put(metric, Sums.of(inverters, metric)));
        put(energies.pv(),
                Sums.ofPresent(Sums.of(inverters, energies.pv()), Sums.of(controllers, energies.meteredPv())));
        energies.overGrid().forEach(
                (metric, places) -> put(metric, Sums.of(gridMeters, state -> first(state, places))));
        addLoad(energies);
    }

    /** The first of these metrics that the device has: each kind of device keeps the same quantity in its own group. */
    private static Optional<BigDecimal> first(DeviceState state, List<Metric> metrics) {
        return metrics.stream().flatMap(metric -> state.number(metric).stream()).findFirst();
    }

    /** Whether one of them has a flow, but does not tell its energy: then no sum over all flows would be true. */
    private boolean isOpen(Energies energies) {
        boolean overGrid = gridMeters == inverters && inverters.stream()
                .anyMatch(state -> lacks(state, GRID, energies.in()) || lacks(state, GRID, energies.out()));
        return overGrid || inverters.stream().anyMatch(
                state -> lacks(state, BATTERY, energies.charge()) || lacks(state, BATTERY, energies.discharge()));
    }

    private static boolean lacks(DeviceState state, Metric power, Metric energy) {
        return state.number(power).isPresent() && state.number(energy).isEmpty();
    }

    /** The house used what came in less what went out; without a grid meter nobody knows. */
    private void addLoad(Energies energies) {
        if (isOpen(energies)) {
            return;
        }
        Optional<BigDecimal> fromGrid = number(energies.in()).flatMap(in -> number(energies.out()).map(in::subtract));
        Optional<BigDecimal> fromBattery = number(energies.discharge())
                .flatMap(out -> number(energies.charge()).map(out::subtract));
        Optional<BigDecimal> inside = Sums.ofPresent(number(energies.pv()), fromBattery);
        put(energies.load(), fromGrid.flatMap(grid -> inside.map(grid::add)).map(BigDecimal.ZERO::max));
    }

    private Optional<BigDecimal> number(Metric metric) {
        return totals.get(metric) instanceof Value.Amount(BigDecimal number) ? Optional.of(number) : Optional.empty();
    }

    private void put(Metric metric, Optional<BigDecimal> number) {
        number.ifPresent(value -> totals.put(metric, new Value.Amount(value)));
    }
}
