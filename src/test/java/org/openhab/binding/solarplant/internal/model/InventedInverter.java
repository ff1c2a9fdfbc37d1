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
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * An inverter that was never built: its flows agree with each other to the watt, and it counts them in steps, by a clock
 * that may be wrong. What it tells may be a lie.
 */
@NonNullByDefault
final class InventedInverter {

    private static final int RATED = 5000;
    private static final List<String> COUNTED = List.of("pv", "import", "export", "charge", "discharge", "output",
            "grid-charge", "load");

    private final Random random;
    private final Device device;
    private final ZoneId zone;
    private final boolean hasBattery;
    private final Duration clockError;
    private final int decimals;
    private final Map<String, Double> totals = new HashMap<>();
    private final Map<String, Double> todays = new HashMap<>();
    private final Map<String, Double> powers = new HashMap<>();
    private LocalDate day = LocalDate.MIN;
    private double stored = 5;

    InventedInverter(String key, Random random, ZoneId zone) {
        this.random = random;
        this.zone = zone;
        this.device = new Device(Readings.inverter(key), null, Map.of()).rated(RATED);
        this.hasBattery = random.nextBoolean();
        this.clockError = Duration.ofMinutes(random.nextInt(-55, 56));
        this.decimals = random.nextBoolean() ? 1 : 2;
        COUNTED.forEach(flow -> totals.put(flow, random.nextDouble() * 20_000));
    }

    DeviceId id() {
        return device.id();
    }

    double power(String flow) {
        return powers.getOrDefault(flow, 0.0);
    }

    /** Time goes by. */
    void live(Instant until, Duration step) {
        LocalDate today = until.plus(clockError).atZone(zone).toLocalDate();
        if (!today.equals(day)) {
            day = today;
            COUNTED.forEach(flow -> todays.put(flow, 0.0));
        }
        double hours = step.toSeconds() / 3600.0;
        double hour = until.atZone(zone).toLocalTime().toSecondOfDay() / 3600.0;
        double pv = Math.max(0, Math.sin((hour - 6) / 12 * Math.PI)) * RATED * random.nextDouble();
        double load = 200 + random.nextDouble() * 2500;
        double battery = hasBattery ? Math.clamp(load - pv, -2000, 2000) : 0;
        battery = stored <= 0.5 ? Math.min(0, battery) : stored >= 9.5 ? Math.max(0, battery) : battery;
        stored -= battery / 1000 * hours;
        // what an inverter loses is nothing that the house uses
        double output = (pv + battery) * (pv + battery > 0 ? 0.95 : 1.05);
        double grid = load - output;
        powers.putAll(Map.of("pv", pv, "battery", battery, "output", output, "grid", grid, "load", load));
        count("pv", pv, hours);
        count("import", Math.max(0, grid), hours);
        count("export", Math.max(0, -grid), hours);
        count("charge", Math.max(0, -battery), hours);
        count("discharge", Math.max(0, battery), hours);
        count("output", Math.max(0, output), hours);
        count("grid-charge", Math.max(0, -output), hours);
        count("load", load, hours);
    }

    private void count(String flow, double power, double hours) {
        totals.merge(flow, power / 1000 * hours, Double::sum);
        todays.merge(flow, power / 1000 * hours, Double::sum);
    }

    /** Its memory is gone. */
    void loseCounters() {
        COUNTED.forEach(flow -> totals.put(flow, 0.0));
    }

    /** What it says when it is asked at a time by the asker's clock. */
    Reading reading(Instant at) {
        Map<Metric, Value> values = new HashMap<>();
        powers.forEach((flow, power) -> {
            if (hasBattery || !flow.equals("battery")) {
                put(values, flow + "#power", power, 0);
            }
        });
        COUNTED.stream().filter(flow -> hasBattery || !flow.contains("charge")).forEach(flow -> {
            put(values, "energy#" + flow + "-total", totals.getOrDefault(flow, 0.0), decimals);
            put(values, "energy#" + flow + "-today", todays.getOrDefault(flow, 0.0), decimals);
        });
        return new Reading(device, at, Cadence.FULL, values, 0);
    }

    /** The same, with some values that are wrong. */
    Reading lie(Instant at) {
        Reading truth = reading(at);
        Map<Metric, Value> values = new HashMap<>(truth.values());
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            Metric metric = List.copyOf(truth.values().keySet()).get(random.nextInt(truth.values().size()));
            put(values, metric.id(), random.nextDouble() * 65_536 - (metric.id().startsWith("energy") ? 0 : 32_768), 1);
        }
        return truth.with(values);
    }

    private static void put(Map<Metric, Value> values, String metric, double number, int decimals) {
        values.put(Metrics.of(metric), new Value.Amount(new BigDecimal(number).setScale(decimals, RoundingMode.DOWN)));
    }
}
