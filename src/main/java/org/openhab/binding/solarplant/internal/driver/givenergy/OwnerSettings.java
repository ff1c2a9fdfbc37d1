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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/**
 * What the owner of an adapter is set to. It lies in pages of its own and seldom changes: it is read with every fifth full
 * poll, about as often as by other clients (givenergy.md §6.1), and after it was written. If it cannot be read, what is
 * measured is told all the same.
 */
@NonNullByDefault
final class OwnerSettings {

    private static final int FULL_POLLS_PER_READ = 5;
    /** The adapter is silent now and then: what was read last holds for one more time. */
    private static final int SILENT_READS_UNTIL_UNKNOWN = 2;

    private final RegisterDevice device;
    private final WorkMode workMode = new WorkMode();
    private final Map<Metric, Value> known = new HashMap<>();
    private int polls;
    private int silentReads;

    OwnerSettings(RegisterDevice device) {
        this.device = device;
    }

    /** How the settings are read. */
    RegisterDevice device() {
        return device;
    }

    /** What may be set. */
    Map<Metric, Allowed> allowed() {
        return WorkMode.addTo(device.settings());
    }

    /** The reading of a full poll with what the owner is set to. */
    Reading addTo(Reading reading) throws TransportException, InterruptedException {
        if (polls++ % FULL_POLLS_PER_READ == 0) {
            read();
        }
        Map<Metric, Value> values = new HashMap<>(reading.values());
        values.putAll(known);
        return workMode.addTo(reading.with(values));
    }

    /** Changes settings in this order, and remembers what was read back. */
    Outcome set(List<Setting> settings) throws InterruptedException {
        polls = 0;
        return switch (device.set(settings)) {
            case Outcome.Verified(var readings) -> new Outcome.Verified(remembered(readings));
            case Outcome.Unverified(var why, var readings) -> new Outcome.Unverified(why, remembered(readings));
            case Outcome.Unchanged unchanged -> unchanged;
            case Outcome.Refused refused -> refused;
        };
    }

    private List<Reading> remembered(List<Reading> readings) {
        readings.forEach(reading -> known.putAll(reading.values()));
        return readings.stream().map(workMode::addTo).toList();
    }

    private void read() throws TransportException, InterruptedException {
        try {
            Map<Metric, Value> values = device.poll(Cadence.FULL).getFirst().values();
            known.clear();
            known.putAll(values);
            silentReads = 0;
        } catch (TransportException.TimedOut | TransportException.Refused silence) {
            silentReads++;
            if (silentReads >= SILENT_READS_UNTIL_UNKNOWN) {
                known.clear();
            }
        }
    }
}
