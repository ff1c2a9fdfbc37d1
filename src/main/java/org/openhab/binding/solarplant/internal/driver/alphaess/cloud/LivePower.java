/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;

/** The powers of the moment (alphaess.md §1.5, getLastPowerData). */
@NonNullByDefault
final class LivePower implements Section {

    /** The largest systems of the vendor have some 100 kW; the load is a residual and may spike (§1.14). */
    private static final Fields FIELDS = Fields.of("""
            ppv                    pv#power                       0 200000
            ppvDetail.ppv1         pv#string-1-power              0 200000
            ppvDetail.ppv2         pv#string-2-power              0 200000
            ppvDetail.ppv3         pv#string-3-power              0 200000
            ppvDetail.ppv4         pv#string-4-power              0 200000
            soc                    battery#state-of-charge        0 100
            pgrid                  grid#power               -200000 200000
            pgridDetail.pmeterL1   grid#l1-power            -200000 200000
            pgridDetail.pmeterL2   grid#l2-power            -200000 200000
            pgridDetail.pmeterL3   grid#l3-power            -200000 200000
            pbat                   battery#power            -200000 200000
            pload                  load#power                     0 400000
            prealL1                output#l1-power          -200000 200000
            prealL2                output#l2-power          -200000 200000
            prealL3                output#l3-power          -200000 200000
            """);
    private static final List<String> FLOWS = List.of("ppv", "pgrid", "pbat");
    private static final List<Metric> PHASES = List.of(Metrics.of("output#l1-power"), Metrics.of("output#l2-power"),
            Metrics.of("output#l3-power"));
    private static final Metric OUTPUT = Metrics.of("output#power");
    private static final Metric GRID = Metrics.of("grid#power");
    private static final Metric LOAD = Metrics.of("load#power");
    private static final List<Metric> POWERS = List.of(Metrics.of("pv#power"), GRID, Metrics.of("battery#power"));
    /** Of figures of different moments a little less than nothing may come, in W; less is a generator without a meter. */
    private static final BigDecimal LEAST_LOAD = BigDecimal.valueOf(-300);
    /** A battery that is empty cannot be told from an answer without any content. */
    private static final Fields CHARGE = Fields.of("soc battery#state-of-charge 1 100");
    private static final Fields PV_METER = Fields.of("ppvDetail.pmeterDc meter#power -200000 200000");

    private final DeviceId system;
    private final Chargers chargers;
    private boolean pvMeterSeen;

    LivePower(DeviceId system, Chargers chargers) {
        this.system = system;
        this.chargers = chargers;
    }

    @Override
    public String endpoint() {
        return "getLastPowerData";
    }

    /** The vendor's advice for the shortest time between two questions about the same (§1.12). */
    @Override
    public Duration timeToLive() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Optional<Sheet> read(Json data, ZonedDateTime now) {
        Sheet sheet = new Sheet();
        if (isHollow(data)) {
            CHARGE.read(data, system, sheet);
            return sheet.filled();
        }
        FIELDS.read(data, system, sheet);
        addOutput(sheet);
        addPvMeter(data, sheet);
        if (data.at("pload").number().isEmpty()) {
            addLoad(data, sheet);
        }
        chargers.addPowers(data, sheet);
        return sheet.filled();
    }

    /**
     * No house stands still to the watt: where nothing flows from anywhere, nothing is known. Some models always answer
     * so, and all may while the back end is out of order (§1.14). Only how full the battery is may be true even so.
     */
    private static boolean isHollow(Json data) {
        return FLOWS.stream().flatMap(flow -> data.at(flow).number().stream()).allMatch(power -> power.signum() == 0);
    }

    /** Whether powers were told, and not only how full the battery is. */
    boolean hasPowers(Sheet sheet) {
        return POWERS.stream().anyMatch(sheet.of(system)::containsKey);
    }

    /**
     * Where the cloud does not tell what the house draws, the AC side says it: output, grid and other generators. Only
     * where that is not known the flows into and out of the system do, in which its losses count.
     */
    private void addLoad(Json data, Sheet sheet) {
        BigDecimal besides = data.at("ppvDetail.pmeterDc").number().orElse(BigDecimal.ZERO);
        sum(sheet, List.of(OUTPUT, GRID)).map(besides::add).or(() -> sum(sheet, POWERS))
                .filter(load -> load.compareTo(LEAST_LOAD) >= 0)
                .ifPresent(load -> sheet.put(system, LOAD, new Value.Amount(load.max(BigDecimal.ZERO))));
    }

    /** The sum of these metrics; nothing if one of them is not known. */
    private Optional<BigDecimal> sum(Sheet sheet, List<Metric> metrics) {
        return metrics.stream().map(metric -> sheet.of(system).get(metric) instanceof Value.Amount(BigDecimal power)
                ? Optional.of(power)
                : Optional.<BigDecimal>empty()).reduce(Optional.of(BigDecimal.ZERO),
                        (a, b) -> a.flatMap(one -> b.map(one::add)));
    }

    private void addOutput(Sheet sheet) {
        PHASES.stream().flatMap(phase -> sheet.of(system).get(phase) instanceof Value.Amount(BigDecimal power)
                ? Stream.of(power)
                : Stream.empty()).reduce(BigDecimal::add)
                .ifPresent(sum -> sheet.put(system, OUTPUT, new Value.Amount(sum)));
    }

    /** A system without such a meter tells zero for it as well. */
    private void addPvMeter(Json data, Sheet sheet) {
        pvMeterSeen |= data.at("ppvDetail.pmeterDc").number().filter(power -> power.signum() != 0).isPresent();
        if (pvMeterSeen) {
            PV_METER.read(data, pvMeter(), sheet);
        }
    }

    /** The meter of generators that are no strings of the inverter. */
    DeviceId pvMeter() {
        return system.part(DeviceKind.METER, 2);
    }
}
