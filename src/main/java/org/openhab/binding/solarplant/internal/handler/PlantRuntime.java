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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.config.PlantConfiguration;
import org.openhab.binding.solarplant.internal.model.Contribution;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Plant;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.polling.Coordinator;
import org.openhab.binding.solarplant.internal.polling.PollListener;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.binding.solarplant.internal.polling.PollTarget;
import org.openhab.binding.solarplant.internal.transport.ModbusEndpoint;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.TransportPool;

/**
 * What lives as long as a plant runs: its devices, the polling, the threads and the wires.
 * Readings go from the drivers into the plant, and its snapshots out to whoever shows them.
 */
@NonNullByDefault
final class PlantRuntime implements PollListener, AutoCloseable {

    /** So many full polls may be missed before a value is too old to be shown as live (DESIGN §7). */
    private static final int MISSED_POLLS = 3;

    private final InstantSource clock;
    private final Screen screen;
    private final Plant plant;
    private final CounterKeeper counters;
    private final Ticker ticker;
    private final TransportPool transports;
    private final ExecutorService workers;
    private final Coordinator coordinator;
    private final Map<DriverTarget, Membership> memberships = new HashMap<>();
    /** What has changed of devices whose drivers have left, until it is shown. */
    private final Set<DeviceId> unshown = ConcurrentHashMap.newKeySet();
    private final Environment environment;
    private final SettingsWatch settings = new SettingsWatch();
    private volatile PlantConfiguration configuration;
    private volatile Optional<CloudLink> cloud;
    private int accounts;

    /**
     * @param id the plant's id, for the names of its threads
     * @param screen who shows snapshots
     */
    PlantRuntime(String id, PlantConfiguration configuration, Environment environment, Screen screen) {
        this.configuration = configuration;
        this.clock = environment.clock();
        this.screen = screen;
        this.plant = new Plant(environment.zone(), configuration.gridDevice());
        this.counters = new CounterKeeper(plant, environment.store());
        this.workers = Workers.of(id);
        this.coordinator = new Coordinator(configuration.polling(), environment.ticker()::nanos, clock, workers, this);
        this.environment = environment;
        this.ticker = new PacedTicker(environment.ticker(), coordinator::pauses);
        this.transports = new TransportPool(ticker);
        this.cloud = link(configuration);
    }

    /** Whose drivers must be opened anew after other settings were taken over. */
    enum Affected {
        /** Nobody's. */
        NONE,
        /** Of those who use the account. */
        ACCOUNT,
        /** All: wires keep the time limits that they began with. */
        ALL
    }

    /** Takes over other settings. What is known of the devices, and how their polls went, stays. */
    Affected configure(PlantConfiguration changed) {
        PlantConfiguration before = configuration;
        configuration = changed;
        plant.measureGridAt(changed.gridDevice());
        coordinator.configure(changed.polling());
        // whoever saves rejected credentials again wants them tried again
        boolean isRejected = cloudTrouble().filter(why -> why.kind().stopsWire()).isPresent();
        boolean otherAccount = isRejected || !before.account().equals(changed.account());
        if (otherAccount) {
            cloud.ifPresent(coordinator::remove);
            cloud = link(changed);
            begin();
        }
        if (before.connectTimeout != changed.connectTimeout || before.requestTimeout != changed.requestTimeout) {
            return Affected.ALL;
        }
        return otherAccount ? Affected.ACCOUNT : Affected.NONE;
    }

    private Optional<CloudLink> link(PlantConfiguration from) {
        return from.account().map(login -> new CloudLink(login, ++accounts, environment));
    }

    /** To be called before any driver joins: an account's list of systems is fetched before anyone asks for one of them. */
    void begin() {
        cloud.ifPresent(coordinator::add);
    }

    /** The plant's account at the AlphaESS cloud. */
    Optional<CloudLink> cloud() {
        return cloud;
    }

    /** Why the list of the account's systems cannot be had; nothing if it can, or there is no account. */
    Optional<Failure> cloudTrouble() {
        return cloud.map(coordinator.stats()::get).filter(stats -> !stats.connected()).flatMap(PollStats::lastFailure);
    }

    PlantConfiguration configuration() {
        return configuration;
    }

    PlantSnapshot snapshot() {
        return plant.snapshot();
    }

    /** How the polls of the drivers go, that of the account's list not among them. */
    Collection<PollStats> stats() {
        Map<PollTarget, PollStats> stats = coordinator.stats();
        Optional<CloudLink> list = cloud;
        return list.isEmpty()
                ? stats.values()
                : stats.entrySet().stream().filter(entry -> entry.getKey() != list.get()).map(Map.Entry::getValue)
                        .toList();
    }

    /** The time for the wires of its drivers: the schedule hears of the pauses that they make. */
    Ticker ticker() {
        return ticker;
    }

    /** The time for the orders of its drivers at an account: others use the account while they wait. */
    Ticker orderTicker() {
        return new OrderTicker(environment.ticker(), coordinator);
    }

    /** The wire to this address, shared with all who use it. */
    RegisterTransport wire(ModbusEndpoint endpoint) {
        return transports.lease(endpoint);
    }

    /** A driver joins and is polled at once. */
    void add(DriverTarget target, PolledThing owner) {
        target.mayBeSet(() -> configuration.allowControl);
        synchronized (memberships) {
            memberships.put(target, Membership.of(owner));
        }
        coordinator.add(target);
    }

    /** A driver leaves; what it reported is no longer counted. */
    void remove(DriverTarget target) {
        Membership left;
        synchronized (memberships) {
            left = memberships.remove(target);
            plant.lose(left == null ? Set.of() : left.reports());
        }
        coordinator.remove(target);
        target.close();
        if (left != null) {
            // whoever has a driver leave, a thing that begins or ends, must not wait until all is shown
            unshown.addAll(left.devices());
        }
    }

    /** A thing of this plant stands for this device: what it counted before a restart is in the sums again. */
    void expect(DeviceId device) {
        counters.restore(device);
    }

    /** The thing of this device is gone for good: what it counted in total leaves the sums, unless others tell of it. */
    void forget(DeviceId device) {
        if (!Membership.isToldByOthers(device, members().values())) {
            screen.show(this, counters.forget(device), Set.of(device));
        }
    }

    /** The connected drivers that tell of this device; those that ask it itself come first, and its cloud last. */
    List<DriverTarget> driversOf(DeviceId device) {
        Map<PollTarget, PollStats> stats = coordinator.stats();
        return Membership.tellersOf(device, members()).stream()
                .filter(target -> stats.get(target) instanceof PollStats known && known.connected()).toList();
    }

    private Map<DriverTarget, Membership> members() {
        synchronized (memberships) {
            return Map.copyOf(memberships);
        }
    }

    /** Has a driver carry out an order, and tells if it was sent as part of an older one. Returns at once. */
    CompletableFuture<Outcome> submit(DriverTarget driver, Order order, Runnable sharing) {
        return settings.follow(order, coordinator.submit(driver, order, sharing));
    }

    /** All drivers of the plant, for those who look into it. */
    List<Probe> probes() {
        synchronized (memberships) {
            return memberships.keySet().stream().map(this::probe).toList();
        }
    }

    /** A driver of the plant, for those who look into it. */
    Probe probe(DriverTarget driver) {
        return new Probe(plant::snapshot, coordinator, driver, environment);
    }

    /** To be called about once a second. */
    void tick() {
        coordinator.tick();
        counters.tick(clock.instant());
        members().forEach(this::expire);
        addUp();
        Set<DeviceId> news = Set.copyOf(unshown);
        if (!news.isEmpty()) {
            unshown.removeAll(news);
            screen.show(this, plant.snapshot(), news);
        }
    }

    @Override
    public void succeeded(PollTarget target, List<Reading> readings, PollStats stats) {
        if (!(target instanceof DriverTarget driver)) {
            // the list of an account: whoever shows things looks it up
            return;
        }
        Device device = readings.getFirst().device();
        Set<Contribution> reported = readings.stream().map(Contribution::of).collect(Collectors.toUnmodifiableSet());
        Membership before;
        Optional<PolledThing> other;
        PlantSnapshot snapshot;
        // a driver that leaves meanwhile must not bring back what it takes along
        synchronized (memberships) {
            before = memberships.get(target);
            if (before == null) {
                return;
            }
            other = before.otherOwner(device.id(), memberships.values());
            Membership after = other.isPresent()
                    ? Membership.of(before.owner())
                    : before.reporting(device.id(), reported);
            memberships.replace(driver, after);
            plant.lose(before.reports().stream().filter(report -> !after.reports().contains(report))
                    .collect(Collectors.toSet()));
            snapshot = other.isPresent() ? plant.snapshot() : plant.merge(readings);
        }
        if (other.isPresent()) {
            before.owner().duplicates(target, other.get());
        } else {
            before.owner().answered(target, device, stats);
        }
        List<Metric> changed = other.isPresent() ? List.of() : settings.polled(readings.getFirst());
        screen.show(this, snapshot, Membership.devices(Membership.union(before.reports(), reported)));
        changed.forEach(setting -> before.owner().settingChanged(target, setting));
    }

    @Override
    public void failed(PollTarget target, PollStats stats) {
        Membership membership;
        PlantSnapshot snapshot;
        synchronized (memberships) {
            membership = memberships.get(target);
            if (membership == null) {
                return;
            }
            snapshot = stats.connected() ? plant.snapshot() : plant.lose(membership.reports());
        }
        membership.owner().failed(target, stats);
        screen.show(this, snapshot, membership.devices());
    }

    @Override
    public void readBack(PollTarget target, List<Reading> readings) {
        Set<Contribution> reported = readings.stream().map(Contribution::of).collect(Collectors.toUnmodifiableSet());
        PlantSnapshot snapshot;
        synchronized (memberships) {
            Membership known = memberships.get(target);
            if (known == null || !known.reports().containsAll(reported)) {
                return;
            }
            snapshot = plant.merge(readings);
        }
        settings.readBack(readings);
        screen.show(this, snapshot, Membership.devices(reported));
    }

    /** Ends the threads. All drivers must have left. */
    @Override
    public void close() {
        cloud.ifPresent(coordinator::remove);
        workers.shutdownNow();
        counters.keep();
    }

    /**
     * Totals take in what has changed, and counters of today begin anew at midnight, whenever their devices are polled.
     * New totals are shown with the tick.
     */
    private void addUp() {
        PlantSnapshot before = plant.snapshot();
        PlantSnapshot after = plant.tick(clock.instant());
        if (after.devices() != before.devices()) {
            screen.show(this, after, after.devices().keySet());
        }
    }

    private void expire(DriverTarget target, Membership membership) {
        target.source().taps().tick();
        Duration interval = target.currentInterval(configuration.polling().fullInterval());
        Instant oldest = clock.instant().minus(interval.multipliedBy(MISSED_POLLS));
        PlantSnapshot before = plant.snapshot();
        PlantSnapshot after = plant.expire(membership.reports(), oldest);
        if (after != before) {
            screen.show(this, after, membership.devices());
        }
    }
}
