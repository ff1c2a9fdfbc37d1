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

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** Changes settings of one unit, and looks afterwards whether all that was ordered is in force. */
@NonNullByDefault
final class SettingsWriter {

    private final RegisterTransport transport;
    private final int unit;
    private final RegisterReader reader;
    private final FoundSettings found;

    /**
     * @param found what has turned out to be allowed, to which this adds
     */
    SettingsWriter(RegisterTransport transport, int unit, RegisterReader reader, FoundSettings found) {
        this.transport = transport;
        this.unit = unit;
        this.reader = reader;
        this.found = found;
    }

    /**
     * Changes these settings in this order, but for those that are so already.
     *
     * @param map what the model has
     * @param session with the device that is to have them
     * @param reading makes a reading of what was read back
     */
    Outcome write(RegisterMap map, List<Setting> settings, Session session,
            Function<Map<Metric, Value>, Reading> reading) throws InterruptedException {
        Map<Metric, Writable> writables = map.writables();
        Map<Metric, Value> ordered = new LinkedHashMap<>();
        for (Setting setting : settings) {
            Optional<Refusal> refusal = judge(map, writables, setting);
            if (refusal.isPresent()) {
                return new Outcome.Refused(refusal.get());
            }
            ordered.put(setting.metric(), setting.value());
        }
        Map<Metric, Value> wanted = new LinkedHashMap<>(ordered);
        Words words;
        try {
            words = session.ask(() -> reader.read(places(writables, ordered.keySet())));
            for (Metric metric : ordered.keySet()) {
                Register read = writable(writables, metric).read();
                if (words.of(read).filter(told -> !read.isAbsent(told, map.profile())).isEmpty()) {
                    return new Outcome.Refused(Refusal.notSupported(metric));
                }
            }
            Map<Metric, Value> told = values(map, words);
            found.note(map.settings(), told);
            wanted.entrySet().removeAll(told.entrySet());
            if (wanted.isEmpty()) {
                return new Outcome.Unchanged();
            }
            if (map.unlock().isPresent() && !map.unlock().get().unlocks(transport, unit, session)) {
                return new Outcome.Refused(Refusal.Kind.LOCKED);
            }
        } catch (TransportException.Refused refusal) {
            return refused(refusal);
        } catch (TransportException nothingSent) {
            return new Outcome.Refused(Refusal.Kind.NOT_CONNECTED);
        }
        Optional<Failure> failure;
        try {
            failure = send(map, writables, wanted, words, session);
        } catch (TransportException.Refused refusal) {
            return refused(refusal);
        }
        return verify(map, writables, ordered, failure, session, reading);
    }

    private Optional<Refusal> judge(RegisterMap map, Map<Metric, Writable> writables, Setting setting) {
        Writable writable = writables.get(setting.metric());
        if (writable == null) {
            return Optional.of(Refusal.notSupported(setting.metric()));
        }
        Allowed allowed = found.widened(setting.metric(), writable.allowed());
        boolean fits = allowed.permits(setting.value())
                && writable.write().words(setting.value(), map.profile().wordOrder(), 0).isPresent();
        return fits ? Optional.empty() : Optional.of(Refusal.outOfRange(setting.metric(), allowed));
    }

    /**
     * Sends them one by one.
     *
     * @param words what was read before
     * @return why it ended before all were sent; nothing if all were
     * @throws TransportException.Refused if nothing was changed
     */
    private Optional<Failure> send(RegisterMap map, Map<Metric, Writable> writables, Map<Metric, Value> wanted,
            Words words, Session session) throws TransportException.Refused, InterruptedException {
        boolean sent = false;
        Map<Integer, Long> written = new HashMap<>();
        for (Map.Entry<Metric, Value> one : wanted.entrySet()) {
            Writable writable = writable(writables, one.getKey());
            Write write = writable.write();
            WordOrder order = map.profile().wordOrder();
            long before = written.getOrDefault(write.address(), writable.read().type()
                    .raw(words.of(writable.read()).orElseThrow(), order));
            int[] said = write.words(one.getValue(), order, before).orElseThrow();
            written.put(write.address(), write.type().raw(said, order));
            Optional<Failure> doubt;
            try {
                doubt = session.send(() -> transport.write(unit, write.function(), write.address(), said));
            } catch (TransportException.Refused refusal) {
                if (!sent) {
                    throw refusal;
                }
                return Optional.of(WireFailure.of(refusal));
            }
            if (doubt.isPresent() && !isSo(map, writables, one, session)) {
                return doubt;
            }
            sent = true;
        }
        return Optional.empty();
    }

    /** Whether a setting is what it was to be, after the answer to it was lost. */
    private boolean isSo(RegisterMap map, Map<Metric, Writable> writables, Map.Entry<Metric, Value> one,
            Session session) throws InterruptedException {
        try {
            return one.getValue().equals(told(map, writables, Set.of(one.getKey()), session).get(one.getKey()));
        } catch (TransportException e) {
            return false;
        }
    }

    /** Reads back what was ordered. */
    private Outcome verify(RegisterMap map, Map<Metric, Writable> writables, Map<Metric, Value> ordered,
            Optional<Failure> failure, Session session, Function<Map<Metric, Value>, Reading> reading)
            throws InterruptedException {
        Map<Metric, Value> told;
        try {
            told = told(map, writables, ordered.keySet(), session);
        } catch (TransportException e) {
            return new Outcome.Unverified(failure.orElseGet(() -> WireFailure.of(e)), List.of());
        }
        List<Reading> readings = List.of(reading.apply(told));
        return told.equals(ordered)
                ? new Outcome.Verified(readings)
                : new Outcome.Unverified(failure.orElseGet(() -> new Failure(Failure.Kind.NOT_TAKEN)), readings);
    }

    private Map<Metric, Value> told(RegisterMap map, Map<Metric, Writable> writables, Set<Metric> metrics,
            Session session) throws TransportException, InterruptedException {
        Map<Metric, Value> told = values(map, session.ask(() -> reader.read(places(writables, metrics))));
        told.keySet().retainAll(metrics);
        return told;
    }

    private static Outcome refused(TransportException.Refused refusal) {
        return new Outcome.Refused(Refusal.Kind.DEVICE, refusal.detail());
    }

    private static List<Register> places(Map<Metric, Writable> writables, Collection<Metric> metrics) {
        return metrics.stream().map(metric -> writable(writables, metric).read()).toList();
    }

    private static Writable writable(Map<Metric, Writable> writables, Metric metric) {
        return Optional.ofNullable(writables.get(metric)).orElseThrow();
    }

    private static Map<Metric, Value> values(RegisterMap map, Words words) {
        return Decoder.decode(map, words).values().getOrDefault(Decoder.SELF, new LinkedHashMap<>());
    }
}
