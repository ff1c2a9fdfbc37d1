/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.givenergy;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.driver.Driver;
import org.openhab.binding.solarplant.internal.driver.Failures;
import org.openhab.binding.solarplant.internal.driver.Recognition;
import org.openhab.binding.solarplant.internal.driver.Serials;
import org.openhab.binding.solarplant.internal.driver.WallClock;
import org.openhab.binding.solarplant.internal.driver.givenergy.Members.Member;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.DeviceMemory;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.givenergy.ProbingTransport;

/**
 * A GivEnergy data adapter: its owner (an inverter, an EMS or a gateway) and the batteries and meters behind it. Who is
 * there is found once and remembered; it is looked for again when what answers does not fit any more.
 */
@NonNullByDefault
public final class GivEnergyDriver implements Driver {

    /** Under this name the memory keeps which addresses behind the owner's adapter answer. */
    public static final String TOPOLOGY = "topology";

    /** So many full polls without an answer, and a battery or meter is taken for gone. */
    private static final int MISSED_POLLS_UNTIL_SEARCH = 10;

    private final GuardedWire wire;
    private final GivEnergySettings settings;
    private final GivEnergyProfiles profiles;
    private final TopologySearch search;
    private final Members members;
    private final InstantSource clock;
    private final Supplier<ZoneId> zone;
    private final DeviceMemory memory;
    private boolean trustsMemory = true;
    private @Nullable Detected detected;

    /** What is behind the adapter. */
    private static final class Detected {
        private final Device owner;
        private final Family family;
        private final RegisterDevice device;
        private final Optional<BatteryPresence> presence;
        private final List<String> managed;
        private final List<Member> members;
        private final OwnedBattery battery;
        private final OwnerSettings settings;
        private final ShownClock shownClock;
        private final Control control;
        private final Map<Member, Integer> missed = new HashMap<>();

        Detected(Device owner, Family family, RegisterDevice device, Optional<BatteryPresence> presence,
                List<String> managed,
                List<Member> members, OwnedBattery battery, OwnerSettings settings, ShownClock shownClock,
                Control control) {
            this.owner = owner;
            this.family = family;
            this.device = device;
            this.presence = presence;
            this.managed = managed;
            this.members = members;
            this.battery = battery;
            this.settings = settings;
            this.shownClock = shownClock;
            this.control = control;
        }
    }

    /**
     * @param wire the wire to the adapter, which the driver lets go of when it is closed
     * @param settings what the user says of the device
     * @param memory knows after a restart what need not be found anew
     * @param store where register maps come from
     * @param clock the time of readings, and of clocks that are set
     * @param zone where the plant stands
     */
    public GivEnergyDriver(ProbingTransport wire, GivEnergySettings settings, DeviceMemory memory, ProfileStore store,
            InstantSource clock, Supplier<ZoneId> zone) {
        this.wire = new GuardedWire(wire, clock);
        this.settings = settings;
        this.profiles = new GivEnergyProfiles(store);
        this.search = new TopologySearch(this.wire);
        this.members = new Members(this.wire, profiles, clock, new StackSerials(this.wire, memory));
        this.clock = clock;
        this.zone = zone;
        this.memory = memory;
    }

    /** Recognises inverters, EMS and gateways of known types by their first page. */
    public static Recognition<ProbingTransport> recognition(ProfileStore store) {
        return wire -> {
            Owner owner = Owner.of(new GuardedWire(wire, InstantSource.system()).identity(Owner.PAGE));
            return owner.device(new GivEnergyProfiles(store).family(owner));
        };
    }

    @Override
    public List<Reading> poll(Cadence cadence) throws PollException, InterruptedException {
        try {
            Detected plant = detected();
            List<Reading> readings = new ArrayList<>(plant.device.poll(cadence));
            Reading told = readings.getFirst();
            Reading own = plant.presence.map(battery -> battery.in(told)).orElse(told);
            if (cadence.isFull()) {
                List<Reading> members = pollMembers(plant);
                own = plant.shownClock.addTo(plant.settings.addTo(plant.battery.addTo(own, members), cadence));
                readings.addAll(members);
                forgetIfChanged(plant);
            }
            readings.set(0, own);
            return readings.stream().map(reading -> RollUp.named(reading, plant.owner.id(), plant.managed)).toList();
        } catch (TransportException.Garbled strange) {
            // perhaps another device answers by now: who it is comes first the next time
            detected = null;
            throw Failures.of(strange);
        } catch (TransportException e) {
            if (detected instanceof Detected plant) {
                plant.settings.pollFailed();
            }
            throw Failures.of(e);
        }
    }

    @Override
    public Map<DeviceId, Map<Metric, Allowed>> settings() {
        Detected known = detected;
        return known == null ? Map.of() : Map.of(known.owner.id(), known.settings.allowed());
    }

    @Override
    public Outcome apply(Order order) throws InterruptedException {
        Detected known = detected;
        if (known == null) {
            return new Outcome.Refused(Refusal.Kind.NOT_CONNECTED);
        }
        if (known.managed.contains(order.device().key())) {
            return new Outcome.Refused(Refusal.Kind.MANAGED, known.family.kind().id());
        }
        if (!order.device().equals(known.owner.id())) {
            return new Outcome.Refused(Refusal.notSupported(order));
        }
        return known.control.apply(order);
    }

    @Override
    public void searchAnew() {
        trustsMemory = false;
        detected = null;
    }

    @Override
    public List<RegisterDevice> registers() {
        Detected known = detected;
        return known == null
                ? List.of()
                : Stream.concat(Stream.of(known.device, known.settings.device()),
                        known.members.stream().map(Member::device)).toList();
    }

    @Override
    public void cut() {
        wire.cut();
    }

    @Override
    public void close() {
        wire.close();
    }

    private Detected detected() throws PollException, TransportException, InterruptedException {
        Detected known = detected;
        if (known == null) {
            known = detect();
            detected = known;
        }
        return known;
    }

    private Detected detect() throws PollException, TransportException, InterruptedException {
        wire.expectOwner("");
        Owner owner = Owner.of(wire.identity(Owner.PAGE));
        Family family = checked(owner);
        wire.expectOwner(owner.serial());
        Device known = owner.device(family);
        Topology topology = topology(known.id(), family);
        List<String> managed = managed(family);
        Map<String, String> properties = new HashMap<>(known.properties());
        Firmware.of(owner, family, wire).ifPresent(firmware -> properties.put("firmwareVersion", firmware));
        Device device = new Device(known.id(), null, properties);
        Map<String, Integer> facts = GivEnergyProfiles.confirmed(profiles.facts(owner, family, topology, managed),
                wire);
        RegisterDevice polled = new RegisterDevice(device, profiles.of(family).variant(facts), wire,
                GuardedWire.OWNER, clock);
        OwnerSettings set = new OwnerSettings(new RegisterDevice(device, profiles.settings(family).variant(facts), wire,
                GuardedWire.OWNER, () -> owner.isAt(wire), clock), clock);
        WallClock wall = new WallClock(clock, zone);
        Control control = new Control(wire, owner, family, set,
                new DeviceClock(wire, GuardedWire.OWNER, wall));
        return new Detected(device, family, polled, presence(family, topology), managed,
                members.of(device, family, topology),
                new OwnedBattery(wire, owner, facts, topology), set, new ShownClock(wire, wall), control);
    }

    private static Optional<BatteryPresence> presence(Family family, Topology topology) {
        return family.kind() == DeviceKind.INVERTER ? Optional.of(new BatteryPresence(topology)) : Optional.empty();
    }

    private Topology topology(DeviceId owner, Family family) throws TransportException, InterruptedException {
        Optional<Topology> kept = trustsMemory
                ? memory.recall(owner, TOPOLOGY).flatMap(Topology::parse)
                        .filter(topology -> topology.owner().equals(owner.key()))
                : Optional.empty();
        Optional<Topology> confirmed = kept.isPresent() ? search.confirm(kept.get()) : Optional.empty();
        Topology topology = confirmed.isPresent() ? confirmed.get() : search.search(owner.key(), family);
        memory.keep(owner, TOPOLOGY, topology.toString());
        trustsMemory = true;
        return topology;
    }

    /** Whom the owner manages; if it does not tell now, a later poll asks again. */
    private List<String> managed(Family family) throws TransportException, InterruptedException {
        Optional<RollUp> rollUp = RollUp.of(family.kind());
        return rollUp.isPresent() ? rollUp.get().serials(wire).orElse(List.of()) : List.of();
    }

    private Family checked(Owner owner) throws PollException {
        Family family = profiles.family(owner);
        Serials.check(settings.serial(), owner.serial());
        if (family.kind() != settings.kind()) {
            throw new PollException(new Failure(Failure.Kind.WRONG_KIND, family.kind().id()), null);
        }
        return family;
    }

    /** One silent battery must not keep the others from being read. */
    private static List<Reading> pollMembers(Detected plant) throws TransportException, InterruptedException {
        List<Reading> readings = new ArrayList<>();
        for (Member member : plant.members) {
            boolean away;
            try {
                member.device().poll(Cadence.FULL).stream().map(CellSummary::of).forEach(readings::add);
                away = member.identity().isAway();
            } catch (TransportException.TimedOut | TransportException.Refused silence) {
                away = true;
            }
            if (away) {
                plant.missed.merge(member, 1, Integer::sum);
            } else {
                plant.missed.remove(member);
            }
        }
        return readings;
    }

    /** Looks for everything anew when a device stays away, or when other inverters are managed than before. */
    private void forgetIfChanged(Detected plant) throws TransportException, InterruptedException {
        boolean gone = plant.missed.values().stream().anyMatch(times -> times >= MISSED_POLLS_UNTIL_SEARCH);
        if (gone) {
            trustsMemory = false;
        }
        Optional<RollUp> rollUp = RollUp.of(plant.family.kind());
        Optional<List<String>> managed = rollUp.isPresent()
                ? rollUp.get().serialsAfterPoll(wire)
                : Optional.empty();
        if (gone || managed.isPresent() && !managed.get().equals(plant.managed)) {
            detected = null;
        }
    }
}
