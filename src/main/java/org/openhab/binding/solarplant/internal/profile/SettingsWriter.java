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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/**
 * Changes settings of one unit, and looks afterwards whether they have changed. All of it goes over one connection: on
 * another one another device may answer.
 */
@NonNullByDefault
final class SettingsWriter {

    private final RegisterTransport transport;
    private final int unit;
    private final RegisterReader reader;

    SettingsWriter(RegisterTransport transport, int unit, RegisterReader reader) {
        this.transport = transport;
        this.unit = unit;
        this.reader = reader;
    }

    /**
     * Changes these settings in this order, but for those that are so already.
     *
     * @param map what the model has
     * @param connection the one on which it is certain who answers
     * @param reading makes a reading of what was read back
     */
    Outcome write(RegisterMap map, List<Setting> settings, long connection,
            Function<Map<Metric, Value>, Reading> reading) throws InterruptedException {
        Map<Metric, Writable> writables = map.writables();
        Map<Metric, Value> wanted = new LinkedHashMap<>();
        for (Setting setting : settings) {
            Optional<Refusal> refusal = judge(map, writables, setting);
            if (refusal.isPresent()) {
                return new Outcome.Refused(refusal.get());
            }
            wanted.put(setting.metric(), setting.value());
        }
        try {
            Words words = reader.read(places(writables, wanted.keySet()));
            if (connection != transport.connection()) {
                return notConnected();
            }
            for (Metric metric : wanted.keySet()) {
                Register read = writable(writables, metric).read();
                if (words.of(read).filter(told -> !read.isAbsent(told, map.profile())).isEmpty()) {
                    return new Outcome.Refused(Refusal.notSupported(metric));
                }
            }
            wanted.entrySet().removeAll(values(map, words).entrySet());
            if (wanted.isEmpty()) {
                return new Outcome.Unchanged();
            }
            Unlock unlock = map.profile().unlock();
            if (unlock != null && !unlock.unlocks(transport, unit)) {
                return new Outcome.Refused(Refusal.Kind.LOCKED);
            }
        } catch (TransportException.Refused refusal) {
            return refused(refusal);
        } catch (TransportException nothingSent) {
            return notConnected();
        }
        return connection == transport.connection() ? send(map, writables, wanted, reading) : notConnected();
    }

    private static Optional<Refusal> judge(RegisterMap map, Map<Metric, Writable> writables, Setting setting) {
        Writable writable = writables.get(setting.metric());
        if (writable == null) {
            return Optional.of(Refusal.notSupported(setting.metric()));
        }
        boolean fits = writable.allowed().permits(setting.value())
                && writable.write().words(setting.value(), map.profile().wordOrder()).isPresent();
        return fits ? Optional.empty() : Optional.of(Refusal.outOfRange(setting.metric(), writable.allowed()));
    }

    private Outcome send(RegisterMap map, Map<Metric, Writable> writables, Map<Metric, Value> wanted,
            Function<Map<Metric, Value>, Reading> reading) throws InterruptedException {
        long connection = transport.connection();
        Failure failure = null;
        boolean sent = false;
        try {
            for (Map.Entry<Metric, Value> one : wanted.entrySet()) {
                Write write = writable(writables, one.getKey()).write();
                transport.write(unit, write.function(), write.address(),
                        write.words(one.getValue(), map.profile().wordOrder()).orElseThrow());
                if (connection != transport.connection()) {
                    return lost();
                }
                sent = true;
            }
        } catch (TransportException.Refused refusal) {
            if (!sent) {
                return refused(refusal);
            }
            failure = WireFailure.of(refusal);
        } catch (TransportException.TimedOut silence) {
            // perhaps only the answer was lost: reading tells, where the wire can still be read
            failure = WireFailure.of(silence);
        } catch (TransportException e) {
            return new Outcome.Unverified(WireFailure.of(e), List.of());
        }
        return verify(map, writables, wanted, failure, reading);
    }

    /** Reads back what was sent. */
    private Outcome verify(RegisterMap map, Map<Metric, Writable> writables, Map<Metric, Value> wanted,
            @Nullable Failure failure, Function<Map<Metric, Value>, Reading> reading) throws InterruptedException {
        long connection = transport.connection();
        Map<Metric, Value> told;
        try {
            told = values(map, reader.read(places(writables, wanted.keySet())));
        } catch (TransportException e) {
            return new Outcome.Unverified(failure == null ? WireFailure.of(e) : failure, List.of());
        }
        if (connection != transport.connection()) {
            return failure == null ? lost() : new Outcome.Unverified(failure, List.of());
        }
        told.keySet().retainAll(wanted.keySet());
        List<Reading> readings = List.of(reading.apply(told));
        if (told.equals(wanted)) {
            return new Outcome.Verified(readings);
        }
        return new Outcome.Unverified(failure == null ? new Failure(Failure.Kind.NOT_TAKEN) : failure, readings);
    }

    private static Outcome refused(TransportException.Refused refusal) {
        return new Outcome.Refused(Refusal.Kind.DEVICE, refusal.detail());
    }

    /** Nothing was sent, or nobody knows to whom it would go. */
    private static Outcome notConnected() {
        return new Outcome.Refused(Refusal.Kind.NOT_CONNECTED);
    }

    /** The connection was renewed in between: nobody knows what came of it. */
    private static Outcome lost() {
        return new Outcome.Unverified(new Failure(Failure.Kind.PROTOCOL), List.of());
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
