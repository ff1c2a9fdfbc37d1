/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Origin;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Source;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** A detected device that is polled by its profile, together with the parts that ride on it. */
@NonNullByDefault
public final class RegisterDevice {

    /** A device tells in its registers which parts it has, and one fact may say whether there is another. */
    private static final int ROUNDS = 3;
    private static final String RATED = "rated";

    private final Device device;
    private final RegisterTransport transport;
    private final int unit;
    private final IdentityCheck identity;
    private final RegisterReader reader;
    private final SettingsWriter writer;
    private final FoundSettings found = new FoundSettings();
    private final InstantSource clock;
    private final Comparisons comparisons = new Comparisons();
    private volatile RegisterMap map;
    private volatile boolean isKnown;
    private volatile Map<String, Map<Metric, List<Origin>>> derived;

    /** A device of which nobody can tell on a new connection whether it is the same. */
    public RegisterDevice(Device device, RegisterMap map, RegisterTransport transport, int unit, InstantSource clock) {
        this(device, map, transport, unit, IdentityCheck.NEVER, clock);
    }

    /**
     * @param device the device that is polled
     * @param map what its model has
     * @param transport the wire to it
     * @param unit its address on the wire
     * @param identity finds out on a new connection whether it is this device that answers
     * @param clock the time of readings
     */
    public RegisterDevice(Device device, RegisterMap map, RegisterTransport transport, int unit,
            IdentityCheck identity, InstantSource clock) {
        this.device = device;
        this.map = map;
        this.transport = transport;
        this.unit = unit;
        this.identity = identity;
        this.reader = new RegisterReader(transport, unit, ReadPlanner.of(map));
        // asked for a few places only, it must not forget what the polls have learned
        this.writer = new SettingsWriter(transport, unit,
                new RegisterReader(transport, unit, ReadPlanner.of(map)), found);
        this.clock = clock;
        this.derived = derived(device, map);
    }

    /**
     * Asks the device.
     *
     * @return a reading of the device, and one of each of its parts
     * @throws TransportException if it did not answer properly
     */
    public List<Reading> poll(Cadence cadence) throws TransportException, InterruptedException {
        Words words = reader.read(map.wanted(cadence));
        Decoded decoded = Decoder.decode(map, words, comparisons);
        for (int round = 1; round < ROUNDS && learn(decoded.facts()); round++) {
            reader.readMore(words.missing(map.wanted(cadence)), words);
            decoded = Decoder.decode(map, words, comparisons);
        }
        isKnown |= cadence.isFull();
        decoded = decoded.without(Decoder.SELF,
                found.note(map.settings(), decoded.values().getOrDefault(Decoder.SELF, Map.of())));
        Instant now = clock.instant();
        List<Reading> readings = new ArrayList<>();
        readings.add(reading(device.rated(fact(RATED)), Decoder.SELF, decoded, now, cadence));
        for (Part part : map.parts()) {
            DeviceId id = device.id().part(part.kind(), part.number());
            Device partDevice = new Device(id, device.id(), Map.of()).rated(fact(RATED));
            readings.add(reading(partDevice, part.name(), decoded, now, cadence));
        }
        return readings;
    }

    /** Whether it has told all that it measures, and with that what there is of it. */
    public boolean isKnown() {
        return isKnown;
    }

    /** What may be set, by what is known of its model now. */
    public Map<Metric, Allowed> settings() {
        return Collections.unmodifiableMap(found.widened(map.settings()));
    }

    /**
     * Changes settings in this order. Nothing is sent if one of them may not be so; those that are so already are left
     * out; what was sent is read back.
     */
    public Outcome set(List<Setting> settings) throws InterruptedException {
        Session session = session();
        try {
            List<Register> deciding = map.deciding();
            if (!deciding.isEmpty()) {
                learn(Decoder.decode(map, session.ask(() -> reader.read(deciding))).facts());
            }
        } catch (TransportException e) {
            return new Outcome.Refused(Refusal.Kind.NOT_CONNECTED);
        }
        return writer.write(map, settings, session, this::told);
    }

    /** Begins to give it an order; to be called while it is certain who answers. */
    public Session session() {
        return new Session(transport, identity, transport.connection());
    }

    /** A reading of what it said when it was asked for nothing else. */
    public Reading told(Map<Metric, Value> values) {
        return new Reading(device, clock.instant(), Cadence.FAST, values, 0);
    }

    /** The id of the register map in use. */
    public String profile() {
        return map.profile().id();
    }

    /** Its address on the wire. */
    public int unit() {
        return unit;
    }

    /**
     * What its profile makes of these registers; any thread may ask.
     *
     * @param start the first register
     * @param words what they hold
     */
    public List<Meaning> meanings(RegisterSpace space, int start, int[] words) {
        RegisterMap known = map;
        Block block = new Block(space, start, words.length);
        return known.entries().stream().filter(entry -> block.covers(entry.register())).map(entry -> {
            int from = entry.register().address() - start;
            int count = entry.register().type().width();
            return new Meaning(entry.register().address(), count, entry.register().name(),
                    entry.meaning(Arrays.copyOfRange(words, from, from + count), known.profile()));
        }).toList();
    }

    /** Whether it tells this of itself. */
    public boolean has(Metric metric) {
        return map.has(metric);
    }

    /** What is known of its model: {@code generation}, {@code rated} (W), …; 0 for what is not known. */
    public int fact(String name) {
        return map.facts().getOrDefault(name, 0);
    }

    /** Asks it for these metrics of its own only. */
    public Reading read(Set<Metric> metrics) throws TransportException, InterruptedException {
        Decoded decoded = Decoder.decode(map, reader.read(map.registers(metrics)));
        Map<Metric, Value> values = new HashMap<>(decoded.values().getOrDefault(Decoder.SELF, Map.of()));
        values.keySet().retainAll(metrics);
        return told(values);
    }

    /** Sees to it that it takes what is written, and tells whether it does. */
    public boolean unlocks(Session session) throws TransportException, InterruptedException {
        Optional<Unlock> unlock = map.unlock();
        return unlock.isEmpty() || unlock.get().unlocks(transport, unit, session);
    }

    /** What stands against this order now: what changes by the second is asked for anew. */
    public Optional<Refusal> obstacle(Order order) throws TransportException, InterruptedException {
        List<Register> telling = map.telling();
        if (!telling.isEmpty()) {
            learn(Decoder.decode(map, reader.read(telling)).facts());
        }
        return map.obstacles().stream().filter(obstacle -> obstacle.orders().include(order)).findFirst()
                .map(obstacle -> new Refusal(obstacle.refusal()));
    }

    /** Whether its battery takes a power, as far as is known. */
    public boolean takesPower() {
        return map.obstacles().stream().noneMatch(obstacle -> obstacle.orders() == Obstacle.Orders.POWER);
    }

    /** Whether these facts are news. */
    private boolean learn(Map<String, Integer> facts) {
        if (map.facts().entrySet().containsAll(facts.entrySet())) {
            return false;
        }
        Map<String, Integer> known = new HashMap<>(map.facts());
        known.putAll(facts);
        map = map.profile().variant(known);
        derived = derived(device, map);
        return true;
    }

    private Reading reading(Device described, String name, Decoded decoded, Instant at, Cadence cadence) {
        Map<Metric, Value> values = decoded.values().getOrDefault(name, Map.of());
        return new Reading(described, Source.DIRECT, at, cadence, values, decoded.rejected().getOrDefault(name, 0),
                derived.getOrDefault(name, Map.of()));
    }

    /** Of what the sums of each part are made. */
    private static Map<String, Map<Metric, List<Origin>>> derived(Device device, RegisterMap map) {
        Map<String, DeviceId> ids = new HashMap<>(Map.of(Decoder.SELF, device.id()));
        map.parts().forEach(part -> ids.put(part.name(), device.id().part(part.kind(), part.number())));
        Map<String, Map<Metric, List<Origin>>> derived = new HashMap<>();
        for (Sum sum : map.sums()) {
            List<Origin> origins = sum.sources().filter(term -> ids.containsKey(term.device()))
                    .map(term -> new Origin(Objects.requireNonNull(ids.get(term.device())), term.metric())).toList();
            derived.computeIfAbsent(sum.device(), name -> new HashMap<>()).put(sum.metric(), origins);
        }
        return derived;
    }
}
