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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The plant's powers, of the devices that answer. A gateway or an EMS speaks for all that lies behind it, and what does
 * not lie behind it adds itself. What a device does not tell is left out; a power that nobody tells is missing.
 */
@NonNullByDefault
final class PowerTotals {

    /** Meters and inverters are not read in the same moment: a load below zero by less is zero, by more it is unknown. */
    private static final BigDecimal LEAST_DISAGREEMENT = BigDecimal.valueOf(100);
    private static final BigDecimal DISAGREEMENT_OF_GRID = new BigDecimal("0.05");

    private final List<DeviceState> inverters;
    private final List<DeviceState> free;
    private final List<DeviceState> controllers;
    private final List<DeviceState> gridMeters;
    private final Map<Metric, Value> totals = new HashMap<>();

    private PowerTotals(Collection<DeviceState> devices, Roles roles) {
        List<DeviceState> connected = devices.stream().filter(DeviceState::connected).toList();
        this.inverters = connected.stream().filter(state -> Roles.isInverter(state.device().id())).toList();
        this.free = inverters.stream().filter(state -> !isManaged(state)).toList();
        this.controllers = connected.stream().filter(state -> roles.isController(state.device().id())).toList();
        this.gridMeters = connected.stream().filter(state -> roles.measuresGrid(state.device().id())).toList();
    }

    static Map<Metric, Value> of(Collection<DeviceState> devices, Roles roles) {
        PowerTotals totals = new PowerTotals(devices, roles);
        totals.put(Flows.PV, totals.pv());
        totals.put(Flows.BATTERY, totals.battery());
        totals.put(Flows.GRID, totals.grid());
        totals.put(Flows.LOAD, totals.load());
        return totals.totals;
    }

    private Optional<BigDecimal> grid() {
        return Sums.of(gridMeters, state -> Flows.first(state, Flows.MEASURED_GRID));
    }

    private Optional<BigDecimal> pv() {
        Optional<BigDecimal> metered = meteredPv();
        boolean isMetered = metered.filter(power -> power.signum() != 0).isPresent();
        return Sums.ofPresent(Sums.of(inverters, state -> isMetered && isMeteredElsewhere(state)
                ? Optional.empty()
                : state.number(Flows.PV)), metered);
    }

    private Optional<BigDecimal> meteredPv() {
        return Sums.of(controllers, state -> Flows.first(state, Flows.METERED_PV));
    }

    /** A managed inverter without strings, which would have a voltage, tells what a meter of its EMS or gateway says. */
    private static boolean isMeteredElsewhere(DeviceState inverter) {
        return isManaged(inverter) && inverter.number(Flows.STRING_VOLTAGE).isEmpty();
    }

    private static boolean isManaged(DeviceState inverter) {
        return inverter.sources().contains(Source.ROLL_UP);
    }

    private Optional<BigDecimal> battery() {
        Optional<BigDecimal> managed = Sums.of(controllers, state -> Flows.first(state, Flows.MANAGED_BATTERY));
        return managed.isPresent()
                ? Sums.ofPresent(managed.map(power -> power.subtract(stringsBehind())),
                        Sums.of(free, PowerTotals::batteryPower))
                : Sums.of(inverters, PowerTotals::batteryPower);
    }

    /** What controllers take for power of batteries is all that the inverters behind them deliver, their strings too. */
    private BigDecimal stringsBehind() {
        return Sums.of(inverters, state -> isManaged(state) && !isMeteredElsewhere(state)
                ? state.number(Flows.PV)
                : Optional.empty()).orElse(BigDecimal.ZERO);
    }

    /** An EMS tells only the AC power of its inverters, and counts it as their batteries' itself. */
    private static Optional<BigDecimal> batteryPower(DeviceState state) {
        Optional<BigDecimal> told = state.number(Flows.BATTERY);
        boolean blinded = state.sources().size() == 1 && isManaged(state);
        return blinded ? told.or(() -> state.number(Flows.OUTPUT)) : told;
    }

    private Optional<BigDecimal> load() {
        Optional<BigDecimal> measured = Sums.of(controllers, state -> Flows.first(state, Flows.MEASURED_LOAD));
        if (measured.isPresent()) {
            return Sums.ofPresent(measured, Sums.of(free, PowerTotals::inside)).flatMap(this::believable);
        }
        if (!totals.containsKey(Flows.PV)) {
            // nobody measures a generator, though there may be one
            return Optional.empty();
        }
        Optional<BigDecimal> inside = Sums.ofPresent(Sums.of(inverters, PowerTotals::inside), meteredPv());
        return grid().flatMap(grid -> Sums.ofPresent(inside, fromElsewhere()).map(grid::add))
                .flatMap(this::believable);
    }

    private Optional<BigDecimal> believable(BigDecimal load) {
        BigDecimal most = grid().map(BigDecimal::abs).orElse(BigDecimal.ZERO).multiply(DISAGREEMENT_OF_GRID)
                .max(LEAST_DISAGREEMENT);
        return load.negate().compareTo(most) > 0 ? Optional.empty() : Optional.of(load.max(BigDecimal.ZERO));
    }

    /** What an inverter brings into the house: its AC power, or if that is not known what its DC side delivers. */
    private static Optional<BigDecimal> inside(DeviceState inverter) {
        return inverter.number(Flows.OUTPUT)
                .or(() -> Sums.ofPresent(inverter.number(Flows.PV), inverter.number(Flows.BATTERY)));
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
        return inside(lone).flatMap(inside -> lone.number(Flows.GRID).map(inside::add))
                .flatMap(known -> lone.number(Flows.LOAD).map(load -> load.subtract(known)));
    }

    private void put(Metric metric, Optional<BigDecimal> number) {
        number.ifPresent(value -> totals.put(metric, new Value.Amount(value)));
    }
}
