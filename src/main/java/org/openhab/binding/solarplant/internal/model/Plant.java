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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.ReadingFilter.Checked;

/**
 * All devices of a plant, whoever reports them. Readings go in, immutable snapshots come out; many threads may use it.
 */
@NonNullByDefault
public final class Plant {

    /** A clock that goes back by less was only adjusted. */
    private static final Duration ADJUSTED = Duration.ofMinutes(1);
    /** What a device is set to is asked more rarely than what it measures, and so holds for so much longer. */
    private static final Duration SETTINGS_HOLD = Duration.ofMinutes(12);

    private final Supplier<ZoneId> zone;
    private Optional<DeviceId> gridMeter;
    private final Map<Contribution, ReadingFilter> filters = new HashMap<>();
    private final Map<Contribution, DeviceState> layers = new HashMap<>();
    private final Map<DeviceId, DeviceState> devices = new HashMap<>();
    private final Map<DeviceId, Splice> splices = new HashMap<>();
    private final PlantCounters counters = new PlantCounters();
    private final Totals totals = new Totals();
    private PlantSnapshot snapshot = PlantSnapshot.EMPTY;
    private LocalDate day = LocalDate.MIN;
    private Instant last = Instant.MIN;

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
        update(Set.of());
    }

    /** What is known by now. */
    public synchronized PlantSnapshot snapshot() {
        return snapshot;
    }

    /** Takes in what devices said in one poll. */
    public synchronized PlantSnapshot merge(Collection<Reading> readings) {
        ZoneId here = zone.get();
        Set<DeviceId> told = new HashSet<>();
        List<Checked> checked = new ArrayList<>();
        for (Reading reading : readings) {
            if (DayCounter.day(reading.at(), here).isAfter(day)) {
                startDay(DayCounter.day(reading.at(), here), here);
            }
            DeviceState before = layers.get(Contribution.of(reading));
            checked.add(filter(reading).check(reading, before == null ? Map.of() : before.samples(), here));
            told.add(reading.device().id());
        }
        for (Checked believed : DerivedDoubts.carriedOn(checked)) {
            layers.compute(Contribution.of(believed.reading()),
                    (contribution, before) -> filter(believed.reading()).take(before, believed, here));
        }
        return update(told);
    }

    private ReadingFilter filter(Reading reading) {
        return filters.computeIfAbsent(Contribution.of(reading), key -> new ReadingFilter());
    }

    /**
     * To be called about once a second: counters of today begin anew at midnight, and what was said in a future that a
     * corrected clock has taken back is forgotten. The same snapshot as before if nothing of that is so.
     */
    public synchronized PlantSnapshot tick(Instant now) {
        ZoneId here = zone.get();
        LocalDate today = DayCounter.day(now, here);
        boolean isSetBack = now.plus(ADJUSTED).isBefore(last);
        last = now;
        if (isSetBack) {
            layers.replaceAll((contribution, state) -> state.until(now));
        }
        if (!isSetBack && today.equals(day)) {
            return snapshot;
        }
        startDay(today, here);
        return layers.isEmpty() ? snapshot : update(Set.copyOf(devices.keySet()));
    }

    private void startDay(LocalDate today, ZoneId here) {
        day = today;
        layers.replaceAll((contribution, state) -> state.startDay(today, here));
        counters.startDay(today, here);
        totals.startDay(today);
    }

    /** These are not told of any more: devices that nobody tells of keep their counters, and only powers leave the totals. */
    public synchronized PlantSnapshot lose(Set<Contribution> lost) {
        return change(lost, DeviceState::lost);
    }

    /** These devices are none of the plant any more: what they counted in total leaves the totals. */
    public synchronized PlantSnapshot remove(Set<DeviceId> gone) {
        gone.forEach(counters::leave);
        totals.leave();
        return update(Set.of());
    }

    /**
     * Forgets what was measured before that time and never since, and settings from some minutes before; counters are
     * kept, since they stand still while nobody hears them. The same snapshot as before if there is nothing to forget.
     */
    public synchronized PlantSnapshot expire(Set<Contribution> contributions, Instant before) {
        return change(contributions,
                state -> state.without((metric, sample) -> !DeviceState.isCounter(metric)
                        && sample.at().isBefore(metric.isSetting() ? before.minus(SETTINGS_HOLD) : before)));
    }

    private PlantSnapshot change(Set<Contribution> contributions, UnaryOperator<DeviceState> change) {
        Set<DeviceId> changed = new HashSet<>();
        for (Contribution contribution : contributions) {
            DeviceState state = layers.get(contribution);
            if (state != null) {
                DeviceState after = change.apply(state);
                layers.put(contribution, after);
                if (!after.equals(state)) {
                    changed.add(contribution.device());
                }
            }
        }
        return changed.isEmpty() ? snapshot : update(changed);
    }

    private PlantSnapshot update(Set<DeviceId> told) {
        ZoneId here = zone.get();
        told.forEach(id -> devices.put(id, joined(id, here)));
        for (DeviceId id : told) {
            DeviceState state = Outlook.of(Objects.requireNonNull(devices.get(id)), devices.values());
            devices.put(id, state);
            counters.take(state, here);
        }
        Set<DeviceId> known = new HashSet<>(devices.keySet());
        counters.devices().forEach(device -> known.add(device.id()));
        Roles roles = Roles.among(known, gridMeter);
        snapshot = new PlantSnapshot(snapshot.version() + 1, new HashMap<>(devices),
                totals.of(devices.values(), counters.devices(), roles));
        return snapshot;
    }

    /**
     * Takes in what {@link #counted} said of a device before a restart: it is in the sums before the device tells anything.
     * What is older than what is known is left out.
     */
    public synchronized void restore(DeviceId device, String text) {
        if (layers.keySet().stream().anyMatch(known -> known.device().equals(device))) {
            return;
        }
        CounterText counted = CounterText.read(device, text);
        counters.restore(counted.counted());
        totals.load().restore(counted.load());
        counted.days().forEach((source, days) -> filters
                .computeIfAbsent(new Contribution(device, source), key -> new ReadingFilter()).days().putAll(days));
    }

    /** What has to be known of the devices' counters after a restart. */
    public synchronized Map<DeviceId, String> counted() {
        Map<DeviceId, String> texts = new HashMap<>();
        for (CountedDevice device : counters.devices()) {
            Map<Source, Map<Metric, DayCounter>> days = new EnumMap<>(Source.class);
            for (Source source : Source.values()) {
                ReadingFilter filter = filters.get(new Contribution(device.id(), source));
                if (filter != null) {
                    days.put(source, filter.days());
                }
            }
            texts.put(device.id(), new CounterText(device, days, totals.load().held()).write());
        }
        return texts;
    }

    private DeviceState joined(DeviceId id, ZoneId here) {
        DeviceState state = Reconciliation.joined(id, layers);
        return Reconciliation.hasStandIn(id, layers)
                ? splices.computeIfAbsent(id, key -> new Splice(snapshot.device(key))).join(state,
                        layer(id, Source.DIRECT), layer(id, Source.CLOUD), here)
                : state;
    }

    private DeviceState layer(DeviceId id, Source source) {
        return Objects.requireNonNull(layers.get(new Contribution(id, source)));
    }
}
