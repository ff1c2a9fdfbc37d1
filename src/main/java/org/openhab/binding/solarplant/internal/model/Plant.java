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

import java.time.Instant;
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

    private final Supplier<ZoneId> zone;
    private Optional<DeviceId> gridMeter;
    private final Map<DeviceId, Plausibility> plausibility = new HashMap<>();
    private PlantSnapshot snapshot = PlantSnapshot.EMPTY;

    /**
     * @param zone where the plant stands: its days begin there
     * @param gridMeter the device whose grid power is the house's; nothing to add up what the inverters measure
     */
    public Plant(Supplier<ZoneId> zone, Optional<DeviceId> gridMeter) {
        this.zone = zone;
        this.gridMeter = gridMeter;
    }

    /** From now on the grid power of this device is the house's. */
    public synchronized PlantSnapshot measureGridAt(Optional<DeviceId> meter) {
        gridMeter = meter;
        return update(snapshot.devices());
    }

    /** What is known by now. */
    public synchronized PlantSnapshot snapshot() {
        return snapshot;
    }

    /** Takes in what devices said. */
    public synchronized PlantSnapshot merge(Collection<Reading> readings) {
        Map<DeviceId, DeviceState> devices = new HashMap<>(snapshot.devices());
        for (Reading reading : readings) {
            devices.compute(reading.device().id(), (id, before) -> merged(before, reading));
        }
        return update(devices);
    }

    /** These devices do not answer any more: they keep their counters and leave the totals. */
    public synchronized PlantSnapshot lose(Set<DeviceId> ids) {
        return change(ids, DeviceState::lost);
    }

    /**
     * Forgets what these devices said before that time and never since, except for their counters; the same snapshot as
     * before if there is nothing to forget.
     */
    public synchronized PlantSnapshot expire(Set<DeviceId> ids, Instant before) {
        return change(ids, state -> state.without(sample -> sample.at().isBefore(before)));
    }

    private PlantSnapshot change(Set<DeviceId> ids, UnaryOperator<DeviceState> change) {
        Map<DeviceId, DeviceState> changed = new HashMap<>();
        for (DeviceId id : ids) {
            DeviceState before = snapshot.devices().get(id);
            if (before != null) {
                DeviceState after = change.apply(before);
                if (!after.equals(before)) {
                    changed.put(id, after);
                }
            }
        }
        if (changed.isEmpty()) {
            return snapshot;
        }
        Map<DeviceId, DeviceState> devices = new HashMap<>(snapshot.devices());
        devices.putAll(changed);
        return update(devices);
    }

    private PlantSnapshot update(Map<DeviceId, DeviceState> devices) {
        snapshot = new PlantSnapshot(snapshot.version() + 1, devices, Totals.of(devices, gridMeter));
        return snapshot;
    }

    private DeviceState merged(@Nullable DeviceState before, Reading reading) {
        Plausibility guard = plausibility.computeIfAbsent(reading.device().id(), id -> new Plausibility());
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
            if (guard.accepts(metric, entry.getValue(), last, reading.at(), here)) {
                samples.put(metric, new Sample(entry.getValue(), reading.at()));
            } else {
                rejected++;
                samples.put(metric, Objects.requireNonNull(last));
            }
        }
        if (told < earlier.size()) {
            earlier.forEach(samples::putIfAbsent);
        }
        return new DeviceState(reading.device(), true, reading.at(), samples, rejected);
    }
}
