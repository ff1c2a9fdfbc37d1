/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.alert;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Sample;
import org.openhab.binding.solarplant.internal.model.Source;
import org.openhab.binding.solarplant.internal.model.Value;

/** Things that are what a test makes of them, a clock of their own, and the alerts that come of it. */
@NonNullByDefault
final class AlertRig {

    static final Duration A_POLL = Duration.ofSeconds(15);
    static final Thresholds USUAL = new Thresholds(10, 3, 50, 80, 60);

    private final Alerts alerts = new Alerts();
    private final Map<String, TestThing> things = new LinkedHashMap<>();
    private final List<String> events = new ArrayList<>();
    private Instant now = Instant.parse("2026-06-01T10:00:00Z");

    AlertRig() {
        alerts.configure(USUAL);
    }

    /** A thing, and what its device told last. */
    final class TestThing {
        private final String name;
        private final Device device;
        private final Map<Metric, Sample> samples = new HashMap<>();
        private Contact contact = Contact.ONLINE;
        private @Nullable BigDecimal pvPeak;

        private TestThing(DeviceKind kind, String name, @Nullable TestThing owner) {
            this.name = name;
            this.device = new Device(new DeviceId(kind, name), owner == null ? null : owner.device.id(), Map.of());
        }

        TestThing tells(String metric, String number) {
            return tells(metric, new Value.Amount(new BigDecimal(number)));
        }

        TestThing says(String metric, String text) {
            return tells(metric, new Value.Text(text));
        }

        TestThing is(String metric, boolean on) {
            return tells(metric, new Value.Switch(on));
        }

        private TestThing tells(String metric, Value value) {
            samples.put(Metrics.of(metric), new Sample(value, now));
            return this;
        }

        TestThing keepsSilentOf(String metric) {
            samples.remove(Metrics.of(metric));
            return this;
        }

        TestThing is(Contact other) {
            contact = other;
            if (other != Contact.ONLINE) {
                samples.clear();
            }
            return this;
        }

        TestThing hasPanels(@Nullable String kilowattPeak) {
            pvPeak = kilowattPeak == null ? null : new BigDecimal(kilowattPeak);
            return this;
        }

        private Watched watched() {
            return new Watched(name, device.id().kind(), contact, Optional.of(new DeviceState(device,
                    Set.of(Source.DIRECT), contact == Contact.ONLINE, now, new HashMap<>(samples), 0)),
                    Optional.ofNullable(pvPeak));
        }
    }

    TestThing inverter(String name) {
        return add(new TestThing(DeviceKind.INVERTER, name, null));
    }

    TestThing battery(String name, TestThing owner) {
        return add(new TestThing(DeviceKind.BATTERY, name, owner));
    }

    TestThing controller(DeviceKind kind, String name) {
        return add(new TestThing(kind, name, null));
    }

    private TestThing add(TestThing thing) {
        things.put(thing.name, thing);
        return thing;
    }

    void remove(TestThing thing) {
        things.remove(thing.name);
    }

    void configure(Thresholds thresholds) {
        alerts.configure(thresholds);
    }

    /** Time passes, and every device goes on telling the same. */
    AlertRig polls(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plus(A_POLL);
            for (TestThing thing : things.values()) {
                thing.samples.replaceAll((metric, sample) -> new Sample(sample.value(), now));
            }
            look();
        }
        return this;
    }

    AlertRig polls(int minutes) {
        return polls(Duration.ofMinutes(minutes));
    }

    /** Time passes, and nobody tells anything new. */
    AlertRig waits(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plusSeconds(1);
            look();
        }
        return this;
    }

    /** The clock is set to another time. */
    void clockGoes(Duration time) {
        now = now.plus(time);
    }

    void look() {
        alerts.look(things.values().stream().map(TestThing::watched).toList(), now).stream()
                .map(AlertEvent::payload).forEach(events::add);
    }

    /** What was triggered since this was asked last. */
    List<String> events() {
        List<String> news = List.copyOf(events);
        events.clear();
        return news;
    }

    List<String> active() {
        return alerts.active().stream().map(Alert::toString).toList();
    }
}
