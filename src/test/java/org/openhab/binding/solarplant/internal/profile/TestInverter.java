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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** An invented inverter of a shipped profile, whose registers a test fills and whose values it reads as text. */
@NonNullByDefault
final class TestInverter {

    static final String MISSING = "missing";
    private static final DeviceId ID = new DeviceId(DeviceKind.INVERTER, "TEST");

    final RegisterImage image = new RegisterImage();
    private final RegisterSpace space;
    private final RegisterDevice device;

    /**
     * @param profile a profile's id
     * @param facts the model, such as {@code phases=1 generation=4}
     */
    TestInverter(String profile, String facts) {
        this("solax", profile, facts);
    }

    TestInverter(String vendor, String profile, String facts) {
        Map<String, Integer> known = facts(facts);
        known.putIfAbsent("rated", 10000);
        try {
            RegisterMap map = new ProfileStore().profile(vendor, profile).variant(known);
            space = map.wanted(Cadence.WHOLE).getFirst().space();
            device = new RegisterDevice(new Device(ID, null, Map.of()), map, image, 1,
                    InstantSource.fixed(Instant.EPOCH));
        } catch (ProfileException e) {
            throw new AssertionError(e);
        }
    }

    static Map<String, Integer> facts(String text) {
        Map<String, Integer> facts = new HashMap<>();
        for (String fact : text.split(" ")) {
            String[] parts = fact.split("=");
            facts.put(parts[0], Integer.valueOf(parts[1]));
        }
        return facts;
    }

    /** Fills the registers that the family's live data lie in. */
    TestInverter put(int start, int... words) {
        image.put(space, start, words);
        return this;
    }

    List<Reading> poll(Cadence cadence) {
        try {
            return device.poll(cadence);
        } catch (TransportException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Its value of this metric after a full poll. */
    String value(String metric) {
        return value(ID, metric);
    }

    String battery(int number, String metric) {
        return value(ID.part(DeviceKind.BATTERY, number), metric);
    }

    String meter(int number, String metric) {
        return value(ID.part(DeviceKind.METER, number), metric);
    }

    /** The kinds of what rides on it, in order, such as {@code battery-1 meter-1}. */
    String parts() {
        String prefix = ID.key() + "-";
        return String.join(" ", poll(Cadence.WHOLE).stream().map(reading -> reading.device().id().key())
                .filter(key -> key.startsWith(prefix)).map(key -> key.substring(prefix.length())).toList());
    }

    /** The value of a part, such as {@code meter-2}. */
    String part(String name, String metric) {
        int hyphen = name.lastIndexOf('-');
        DeviceKind kind = DeviceKind.of(name.substring(0, hyphen)).orElseThrow();
        return value(ID.part(kind, Integer.parseInt(name.substring(hyphen + 1))), metric);
    }

    private String value(DeviceId id, String metric) {
        Metric wanted = Metrics.of(metric);
        return poll(Cadence.WHOLE).stream().filter(reading -> reading.device().id().equals(id)).findFirst()
                .map(reading -> reading.values().get(wanted)).map(TestInverter::text).orElse(MISSING);
    }

    static String text(Value value) {
        return switch (value) {
            case Value.Amount(var number) -> number.toPlainString();
            case Value.Text(var text) -> text;
            case Value.Moment(var at) -> at.toString();
            case Value.Switch(var on) -> Boolean.toString(on);
            case Value.Unset() -> "unset";
        };
    }
}
