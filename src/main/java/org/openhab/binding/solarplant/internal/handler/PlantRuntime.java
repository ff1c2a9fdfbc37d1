/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.config.PlantConfiguration;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Plant;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.polling.Coordinator;
import org.openhab.binding.solarplant.internal.polling.PollListener;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.binding.solarplant.internal.polling.PollTarget;
import org.openhab.binding.solarplant.internal.transport.ModbusEndpoint;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportPool;
import org.openhab.core.common.NamedThreadFactory;

/**
 * What lives as long as a plant runs with one configuration: its devices, the polling, the threads and the wires.
 * Readings go from the drivers into the plant, and its snapshots out to whoever shows them.
 */
@NonNullByDefault
final class PlantRuntime implements PollListener, AutoCloseable {

    /** So many full polls may be missed before a value is too old to be shown as live (DESIGN §7). */
    private static final int MISSED_POLLS = 3;
    private static final long IDLE_SECONDS_OF_A_WORKER = 10;

    private final PlantConfiguration configuration;
    private final InstantSource clock;
    private final BiConsumer<PlantSnapshot, Set<DeviceId>> screen;
    private final Plant plant;
    private final TransportPool transports;
    private final ExecutorService workers;
    private final Coordinator coordinator;
    private final Map<PollTarget, Membership> memberships = new HashMap<>();

    /** Whose driver a target is, the device that answers, and all devices that it has reported. */
    private record Membership(DriverTarget target, PolledThing owner, Optional<DeviceId> device,
            Set<DeviceId> devices) {}

    /**
     * @param id the plant's id, for the names of its threads
     * @param screen who shows snapshots; told which devices are new in it
     */
    PlantRuntime(String id, PlantConfiguration configuration, Environment environment,
            BiConsumer<PlantSnapshot, Set<DeviceId>> screen) {
        this.configuration = configuration;
        this.clock = environment.clock();
        this.screen = screen;
        this.plant = new Plant(environment.zone(), configuration.gridDevice());
        this.transports = new TransportPool(environment.ticker());
        this.workers = workers(id, configuration.maxConcurrent);
        this.coordinator = new Coordinator(configuration.polling(), environment.ticker()::nanos, clock, workers, this);
    }

    PlantConfiguration configuration() {
        return configuration;
    }

    PlantSnapshot snapshot() {
        return plant.snapshot();
    }

    Collection<PollStats> stats() {
        return coordinator.stats().values();
    }

    /** The wire to this address, shared with all who use it. */
    RegisterTransport wire(ModbusEndpoint endpoint) {
        return transports.lease(endpoint);
    }

    /** A driver joins and is polled at once. */
    void add(DriverTarget target, PolledThing owner) {
        synchronized (memberships) {
            memberships.put(target, new Membership(target, owner, Optional.empty(), Set.of()));
        }
        coordinator.add(target);
    }

    /** A driver leaves; what it reported is no longer counted. */
    void remove(DriverTarget target) {
        Membership left;
        synchronized (memberships) {
            left = memberships.remove(target);
        }
        coordinator.remove(target);
        target.close();
        if (left != null) {
            screen.accept(plant.lose(left.devices), left.devices);
        }
    }

    /** To be called about once a second. */
    void tick() {
        coordinator.tick();
        Map<PollTarget, Membership> all;
        synchronized (memberships) {
            all = Map.copyOf(memberships);
        }
        all.forEach(this::expire);
    }

    @Override
    public void succeeded(PollTarget target, List<Reading> readings, PollStats stats) {
        Set<DeviceId> reported = readings.stream().map(reading -> reading.device().id()).collect(Collectors.toSet());
        DeviceId device = readings.getFirst().device().id();
        Optional<PolledThing> other;
        Membership before;
        synchronized (memberships) {
            before = memberships.get(target);
            if (before == null) {
                return;
            }
            other = memberships.values().stream().filter(membership -> membership.owner != before.owner)
                    .filter(membership -> membership.device.equals(Optional.of(device))).map(Membership::owner)
                    .findFirst();
            if (other.isEmpty()) {
                memberships.put(target, after(before, device, reported));
            }
        }
        if (other.isPresent()) {
            before.owner.duplicates(other.get());
            return;
        }
        if (!before.device.equals(Optional.of(device))) {
            plant.lose(before.devices);
        }
        PlantSnapshot snapshot = plant.merge(readings);
        before.owner.answered(readings.getFirst().device(), stats);
        screen.accept(snapshot, reported);
    }

    @Override
    public void failed(PollTarget target, PollStats stats) {
        Membership membership;
        synchronized (memberships) {
            membership = memberships.get(target);
        }
        if (membership != null) {
            PlantSnapshot snapshot = stats.connected() ? plant.snapshot() : plant.lose(membership.devices);
            membership.owner.failed(stats);
            screen.accept(snapshot, membership.devices);
        }
    }

    @Override
    public void close() {
        List<DriverTarget> targets;
        synchronized (memberships) {
            targets = memberships.values().stream().map(Membership::target).toList();
            memberships.clear();
        }
        targets.forEach(target -> {
            coordinator.remove(target);
            target.close();
        });
        workers.shutdownNow();
    }

    private void expire(PollTarget target, Membership membership) {
        Duration interval = target.fullInterval().orElse(configuration.polling().fullInterval());
        Instant oldest = clock.instant().minus(interval.multipliedBy(MISSED_POLLS));
        PlantSnapshot before = plant.snapshot();
        PlantSnapshot after = plant.expire(membership.devices, oldest);
        if (after != before) {
            screen.accept(after, membership.devices);
        }
    }

    private static Membership after(Membership before, DeviceId device, Set<DeviceId> reported) {
        Set<DeviceId> devices = new HashSet<>(reported);
        if (before.device.equals(Optional.of(device))) {
            devices.addAll(before.devices);
        }
        return new Membership(before.target, before.owner, Optional.of(device), Set.copyOf(devices));
    }

    private static ExecutorService workers(String id, int most) {
        ThreadPoolExecutor workers = new ThreadPoolExecutor(most, most, IDLE_SECONDS_OF_A_WORKER, TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), new NamedThreadFactory("solarplant-" + id, true));
        workers.allowCoreThreadTimeOut(true);
        return workers;
    }
}
