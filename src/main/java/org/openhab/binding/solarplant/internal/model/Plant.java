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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * All devices of a plant, whoever reports them. Readings go in, immutable snapshots come out; many threads may use it.
 */
@NonNullByDefault
public final class Plant {

    /** What a device is set to is asked more rarely than what it measures, and so holds for so much longer. */
    private static final Duration SETTINGS_HOLD = Duration.ofMinutes(12);

    private final Supplier<ZoneId> zone;
    private Optional<DeviceId> gridMeter;
    private final Map<Contribution, Plausibility> plausibility = new HashMap<>();
    private final Map<Contribution, DeviceState> layers = new HashMap<>();
    private final Map<DeviceId, Splice> splices = new HashMap<>();
    private final SteadyLoad load = new SteadyLoad();
    private final Outlook outlook = new Outlook();
    private PlantSnapshot snapshot = PlantSnapshot.EMPTY;

    /**
     * @param zone where the plant stands: its days begin there
     * @param gridMeter the device whose grid power is the house's; nothing to add up what the inverters measure
     */
    public Plant(Supplier<ZoneId> zone, Optional<DeviceId> gridMeter) {
        this.zone = zone;
        this.gridMeter = gridMeter;
    }

    /** From now on another device's grid power is the house's. */
    public synchronized void measureGridAt(Optional<DeviceId> device) {
        gridMeter = device;
        update();
    }

    /** What is known by now. */
    public synchronized PlantSnapshot snapshot() {
        return snapshot;
    }

    /** Takes in what devices said. */
    public synchronized PlantSnapshot merge(Collection<Reading> readings) {
        for (Reading reading : readings) {
            layers.compute(Contribution.of(reading), (contribution, before) -> merged(before, reading));
        }
        return update();
    }

    /** These are not told of any more: devices that nobody tells of keep their counters and leave the totals. */
    public synchronized PlantSnapshot lose(Set<Contribution> lost) {
        return change(lost, DeviceState::lost);
    }

    /**
     * Forgets what was measured before that time and never since, and settings from some minutes before. Counters are kept, since they stand still while nobody hears
     * them; but those of a day end with the day. The same snapshot as before if there is nothing to forget.
     */
    public synchronized PlantSnapshot expire(Set<Contribution> contributions, Instant before) {
        ZoneId here = zone.get();
        return change(contributions,
                state -> state.without((metric, sample) -> sample
                        .at().isBefore(metric.isSetting() ? before.minus(SETTINGS_HOLD) : before)
                        && (metric.isDailyCounter()
                                ? !day(sample.at(), here).equals(day(before, here))
                                : !metric.isLifetimeCounter())));
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }

    private PlantSnapshot change(Set<Contribution> contributions, UnaryOperator<DeviceState> change) {
        boolean changed = false;
        for (Contribution contribution : contributions) {
            DeviceState state = layers.get(contribution);
            if (state != null) {
                DeviceState after = change.apply(state);
                layers.put(contribution, after);
                changed |= !after.equals(state);
            }
        }
        return changed ? update() : snapshot;
    }

    private PlantSnapshot update() {
        Map<DeviceId, DeviceState> devices = Reconciliation.of(layers);
        devices.replaceAll((id, state) -> Reconciliation.hasStandIn(id, layers)
                ? splices.computeIfAbsent(id, key -> new Splice(snapshot.device(key))).join(state,
                        layer(id, Source.DIRECT), layer(id, Source.CLOUD), zone.get())
                : state);
        outlook.addTo(devices);
        Map<Metric, Value> totals = Totals.of(devices, gridMeter);
        load.hold(totals, devices.values(), zone.get());
        Outlook.addTo(totals, devices.values());
        GridPresence.addTo(totals, devices.values(), gridMeter);
        HousePower.addTo(totals, devices.values());
        snapshot = new PlantSnapshot(snapshot.version() + 1, devices, totals);
        return snapshot;
    }

    private DeviceState layer(DeviceId id, Source source) {
        return Objects.requireNonNull(layers.get(new Contribution(id, source)));
    }

    private DeviceState merged(@Nullable DeviceState before, Reading reading) {
        Plausibility guard = plausibility.computeIfAbsent(Contribution.of(reading), key -> new Plausibility());
        Map<Metric, Sample> earlier = before == null ? Map.of() : before.samples();
        Map<Metric, Sample> samples = HashMap.newHashMap(Math.max(earlier.size(), reading.values().size()));
        int told = 0;
        long rejected = reading.rejected() + (before == null ? 0 : before.rejected());
        ZoneId here = zone.get();
        for (Map.Entry<Metric, Value> entry : reading.values().entrySet()) {
            Metric metric = entry.getKey();
            Sample last = earlier.get(metric);
            if (last != null) {
                told++;
            }
            if (last != null && isStep(metric, last, entry.getValue(), reading.at(), here)) {
                samples.put(metric, last);
            } else if (guard.accepts(metric, entry.getValue(), last, reading.at(), here)) {
                samples.put(metric, new Sample(entry.getValue(), reading.at()));
            } else {
                rejected++;
                samples.put(metric, Objects.requireNonNull(last));
            }
        }
        if (told < earlier.size()) {
            earlier.forEach(samples::putIfAbsent);
        }
        return new DeviceState(reading.device(), Set.of(reading.source()), true, reading.at(), samples, rejected);
    }

    private static boolean isStep(Metric metric, Sample last, Value value, Instant at, ZoneId zone) {
        return last.value() instanceof Value.Amount(BigDecimal before) && value instanceof Value.Amount(BigDecimal now)
                && SteadyLoad.isStep(metric, before, now)
                && !(metric.isDailyCounter() && Plausibility.isDayChange(last.at(), at, zone));
    }
}
