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

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;
import org.openhab.binding.solarplant.internal.model.Quantity;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * Counts what a plant shows that cannot be: each time when a channel changes to a value that is out of its bounds. The
 * plant has one inverter, whose rated power bounds all powers and energies of it.
 */
@NonNullByDefault
final class FlipCounts {

    private static final BigDecimal MOST_OF_RATED = new BigDecimal("1.5");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<Quantity> POWERS = Set.of(Quantity.POWER, Quantity.APPARENT_POWER,
            Quantity.REACTIVE_POWER);
    /** kWh by which counters step, and how many times the rated power they run at most. */
    private static final double STEP = 0.1;
    private static final double OWN = 1.2;
    private static final double PANELS = 2;
    private static final double CONNECTION = 10;
    private static final double SECONDS_PER_KILOWATT_HOUR = 3_600_000;

    private final BigDecimal rated;
    private final List<String> powers = new ArrayList<>();
    private final List<String> counters = new ArrayList<>();
    private final List<String> ranges = new ArrayList<>();
    private final Map<DeviceId, Map<Metric, Allowed>> settings;
    private final Set<DeviceId> known;
    private Map<String, Value> shown = new HashMap<>();

    /**
     * @param rated the power of the inverter in W
     * @param truth what the plant shows before the wire lies
     * @param settings what may be set then
     */
    FlipCounts(BigDecimal rated, PlantSnapshot truth, Map<DeviceId, Map<Metric, Allowed>> settings) {
        this.rated = rated;
        this.settings = Map.copyOf(settings);
        known = Set.copyOf(truth.devices().keySet());
        take(truth, Duration.ofDays(1));
        powers.clear();
        counters.clear();
        ranges.clear();
    }

    /** What is shown now, that long after the last time. */
    void take(PlantSnapshot snapshot, Duration time) {
        Map<String, Value> before = shown;
        shown = new HashMap<>();
        snapshot.totals().forEach((metric, value) -> judge("plant ", metric, value, before, null, time));
        snapshot.devices().forEach((id, state) -> {
            if (!known.contains(id)) {
                ranges.add("a device that is none: " + id);
            }
            Map<Metric, Allowed> allowed = settings.getOrDefault(id, Map.of());
            state.samples().forEach((metric, sample) -> judge(id + " ", metric, sample.value(), before,
                    allowed.get(metric), time));
        });
    }

    /** Powers beyond one and a half times the rated power. */
    List<String> powers() {
        return powers;
    }

    /** Counters that ran back, or farther than they can. */
    List<String> counters() {
        return counters;
    }

    /** Settings and percentages out of their range, and devices that are not there. */
    List<String> ranges() {
        return ranges;
    }

    private void judge(String device, Metric metric, Value value, Map<String, Value> before,
            @Nullable Allowed allowed, Duration time) {
        String channel = device + metric;
        shown.put(channel, value);
        Value earlier = before.get(channel);
        if (value.equals(earlier)) {
            return;
        }
        String text = channel + ": " + earlier + " -> " + value;
        if (allowed != null && !(value instanceof Value.Unset) && !isInRange(allowed, value)) {
            ranges.add(text);
        }
        if (!(value instanceof Value.Amount(BigDecimal number))) {
            return;
        }
        if (metric.quantity() == Quantity.PERCENT && (number.signum() < 0 || number.compareTo(HUNDRED) > 0)) {
            ranges.add(text);
        }
        if (POWERS.contains(metric.quantity()) && number.abs().compareTo(rated.multiply(MOST_OF_RATED)) > 0) {
            powers.add(text);
        }
        if ((metric.isDailyCounter() || metric.isLifetimeCounter())
                && earlier instanceof Value.Amount(BigDecimal last)) {
            double gain = number.subtract(last).doubleValue();
            if (gain < 0 || gain > STEP + rated.doubleValue() * factor(metric) * time.toMillis() / 1000
                    / SECONDS_PER_KILOWATT_HOUR) {
                counters.add(text);
            }
        }
    }

    private static boolean isInRange(Allowed allowed, Value value) {
        return allowed instanceof Allowed.Range(BigDecimal min, BigDecimal max, BigDecimal step)
                ? value instanceof Value.Amount(BigDecimal number) && number.compareTo(min) >= 0
                        && number.compareTo(max) <= 0
                : allowed.permits(value);
    }

    private static double factor(Metric metric) {
        String flow = Objects.requireNonNull(metric.id().split("#")[1]);
        if (flow.startsWith("pv-") || flow.startsWith("string-")) {
            return PANELS;
        }
        return flow.startsWith("import-") || flow.startsWith("export-") || flow.startsWith("load-")
                ? CONNECTION
                : OWN;
    }
}
