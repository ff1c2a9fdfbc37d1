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
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.ReadingFilter.Checked;

/**
 * All devices of a plant, whoever reports them. Readings go in, immutable snapshots come out; many threads may use it.
 * The devices in a snapshot are always the newest. Its totals are too if they are the first for a second, and else with
 * the next {@link #tick} or {@link #addUp}: so a plant that is polled all the time adds up once a second, and one that
 * is polled rarely at once.
 */
@NonNullByDefault
public final class Plant {

    /** A clock that goes back by less was only adjusted. */
    private static final Duration ADJUSTED = Duration.ofMinutes(1);
    /** Totals are made of all devices, and so not at each poll of one of them. */
    private static final Duration BETWEEN_TOTALS = Duration.ofSeconds(1);

    private final Supplier<ZoneId> zone;
    private Optional<DeviceId> gridMeter;
    private final Map<Contribution, ReadingFilter> filters = new HashMap<>();
    private final Map<Contribution, DeviceState> layers = new HashMap<>();
    private DeviceStates devices = DeviceStates.NONE;
    private final Ages ages = new Ages();
    /** Who has ever belonged to a device. */
    private final Map<DeviceId, Set<DeviceId>> parts = new HashMap<>();
    private final Map<DeviceId, Splice> splices = new HashMap<>();
    private final PlantCounters counters = new PlantCounters();
    private final Totals totals = new Totals();
    private final Set<DeviceId> leaving = new HashSet<>();
    private PlantSnapshot snapshot = PlantSnapshot.EMPTY;
    private LocalDate day = LocalDate.MIN;
    private Instant last = Instant.MIN;
    /** When the totals were made, by the time of what they were made of; and whether something has changed since. */
    private Instant added = Instant.MIN;
    private boolean isPending;

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
        withTotals();
    }

    /** What is known by now. */
    public synchronized PlantSnapshot snapshot() {
        return snapshot;
    }

    /** Takes in what devices said in one poll; totals that are younger than a second stay until the next tick. */
    public synchronized PlantSnapshot merge(Collection<Reading> readings) {
        ZoneId here = zone.get();
        Instant now = Instant.MIN;
        Set<DeviceId> told = new HashSet<>();
        List<Checked> checked = new ArrayList<>();
        for (Reading reading : readings) {
            if (DayCounter.day(reading.at(), here).isAfter(day)) {
                startDay(DayCounter.day(reading.at(), here), here);
                told.addAll(devices.keySet());
            }
            DeviceState before = layers.get(Contribution.of(reading));
            checked.add(filter(reading).check(reading, before == null ? Map.of() : before.samples(), here));
            told.add(reading.device().id());
            now = reading.at().isAfter(now) ? reading.at() : now;
        }
        for (Checked believed : DerivedDoubts.carriedOn(checked)) {
            Contribution contribution = Contribution.of(believed.reading());
            DeviceState state = filter(believed.reading()).take(layers.get(contribution), believed, here);
            layers.put(contribution, inDay(state, here));
            ages.told(contribution, believed.reading().at());
        }
        reconcile(told, here);
        if (Duration.between(added, now).abs().compareTo(BETWEEN_TOTALS) >= 0) {
            added = now;
            return withTotals();
        }
        return next(snapshot.totals());
    }

    /** What was read just before midnight may come just after it: that is nothing of this day. */
    private DeviceState inDay(DeviceState state, ZoneId here) {
        return DayCounter.day(state.lastUpdate(), here).isBefore(day) ? state.startDay(day, here) : state;
    }

    private ReadingFilter filter(Reading reading) {
        return filters.computeIfAbsent(Contribution.of(reading), key -> new ReadingFilter());
    }

    /**
     * To be called about once a second: totals take in what has changed since they were made, counters of today begin anew
     * at midnight, and what was said in a future that a corrected clock has taken back is forgotten. The same snapshot as
     * before if nothing of that is so; one with the same devices if only the totals are new.
     */
    public synchronized PlantSnapshot tick(Instant now) {
        ZoneId here = zone.get();
        LocalDate today = DayCounter.day(now, here);
        boolean isSetBack = now.plus(ADJUSTED).isBefore(last);
        last = now;
        if (isSetBack) {
            layers.replaceAll((contribution, state) -> state.until(now));
        }
        if (isSetBack || !today.equals(day)) {
            startDay(today, here);
            reconcile(Set.copyOf(devices.keySet()), here);
        }
        if (isPending) {
            added = now;
        }
        return addUp();
    }

    /** Totals take in what has changed since they were made. The same snapshot as before if nothing has. */
    public synchronized PlantSnapshot addUp() {
        return isPending ? withTotals() : snapshot;
    }

    /** Makes all devices and totals anew of what is known, as if nothing had been made before. */
    synchronized PlantSnapshot renew() {
        reconcile(Set.copyOf(devices.keySet()), zone.get());
        return withTotals();
    }

    private void startDay(LocalDate today, ZoneId here) {
        day = today;
        added = Instant.MIN;
        layers.replaceAll((contribution, state) -> state.startDay(today, here));
        counters.startDay(today, here);
        totals.startDay(today);
    }

    /** These are not told of any more: devices that nobody tells of keep their counters, and only powers leave the totals. */
    public synchronized PlantSnapshot lose(Set<Contribution> lost) {
        boolean isChanged = change(lost, (contribution, state) -> state.lost());
        return forgetSilent() || isChanged ? withTotals() : snapshot;
    }

    /**
     * These devices are none of the plant any more: what they counted in total leaves the totals. They are forgotten as
     * soon as nobody tells of them.
     */
    public synchronized PlantSnapshot remove(Set<DeviceId> gone) {
        leaving.addAll(gone);
        gone.forEach(counters::leave);
        totals.leave();
        forgetSilent();
        return withTotals();
    }

    /** Those that leave the plant are known as long as they are told of. */
    private boolean forgetSilent() {
        List<DeviceId> silent = leaving.stream().filter(id -> layers.entrySet().stream()
                .noneMatch(layer -> layer.getKey().device().equals(id) && layer.getValue().connected())).toList();
        silent.forEach(this::forget);
        return leaving.removeAll(silent);
    }

    private void forget(DeviceId id) {
        layers.keySet().removeIf(layer -> layer.device().equals(id));
        filters.keySet().removeIf(layer -> layer.device().equals(id));
        ages.forget(id);
        splices.remove(id);
        parts.remove(id);
        parts.values().forEach(others -> others.remove(id));
        devices = devices.without(id);
        counters.leave(id);
    }

    /**
     * Forgets what was measured before that time and never since, and settings from some minutes before; counters are
     * kept, since they stand still while nobody hears them. The same snapshot as before if there is nothing to forget;
     * totals lack it from the next tick on.
     */
    public synchronized PlantSnapshot expire(Set<Contribution> contributions, Instant before) {
        List<Contribution> old = new ArrayList<>();
        for (Contribution contribution : contributions) {
            if (ages.mayBeBefore(contribution, before)) {
                old.add(contribution);
            }
        }
        return !old.isEmpty() && change(old, (contribution, state) -> ages.since(contribution, state, before))
                ? next(snapshot.totals())
                : snapshot;
    }

    private boolean change(Collection<Contribution> contributions,
            BiFunction<Contribution, DeviceState, DeviceState> change) {
        Set<DeviceId> changed = new HashSet<>();
        for (Contribution contribution : contributions) {
            DeviceState state = layers.get(contribution);
            if (state == null) {
                continue;
            }
            DeviceState after = change.apply(contribution, state);
            if (after != state && !after.equals(state)) {
                layers.put(contribution, after);
                changed.add(contribution.device());
            }
        }
        if (changed.isEmpty()) {
            return false;
        }
        reconcile(changed, zone.get());
        return true;
    }

    /** Makes these devices anew of what is known of them, and those to which they belong. */
    private void reconcile(Set<DeviceId> told, ZoneId here) {
        if (told.isEmpty()) {
            return;
        }
        Map<DeviceId, DeviceState> changed = new HashMap<>();
        for (DeviceId id : told) {
            DeviceState state = changed.computeIfAbsent(id, key -> joined(key, here));
            DeviceId owner = state.device().owner();
            if (owner != null) {
                parts.computeIfAbsent(owner, key -> new HashSet<>()).add(id);
                if (!told.contains(owner) && devices.containsKey(owner)) {
                    changed.computeIfAbsent(owner, key -> joined(key, here));
                }
            }
        }
        changed.replaceAll((id, state) -> Outlook.of(state,
                parts.getOrDefault(id, Set.of()).stream()
                        .flatMap(part -> Optional.ofNullable(changed.getOrDefault(part, devices.get(part))).stream())
                        .toList()));
        changed.values().forEach(state -> counters.take(state, here));
        devices = devices.with(changed);
        isPending = true;
    }

    private PlantSnapshot withTotals() {
        Set<DeviceId> known = new HashSet<>(devices.keySet());
        counters.devices().stream().filter(device -> !device.hasLeft()).forEach(device -> known.add(device.id()));
        isPending = false;
        return next(totals.of(devices.values(), counters.devices(), Roles.among(known, gridMeter)));
    }

    private PlantSnapshot next(Map<Metric, Value> added) {
        snapshot = new PlantSnapshot(snapshot.version() + 1, devices, added);
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
        if (!day.equals(LocalDate.MIN)) {
            counters.startDay(day, zone.get());
        }
        totals.load().restore(counted.load());
        counted.days().forEach((source, days) -> filters
                .computeIfAbsent(new Contribution(device, source), key -> new ReadingFilter()).days().putAll(days));
    }

    /** What has to be known of the devices' counters after a restart. */
    public synchronized Map<DeviceId, String> counted() {
        Map<DeviceId, String> texts = new HashMap<>();
        for (CountedDevice device : counters.devices().stream().filter(device -> !device.hasLeft()).toList()) {
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
