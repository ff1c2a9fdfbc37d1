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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.SettingsCadence;
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
 * What the owner of an adapter is set to. It lies in pages of its own and is asked as seldom as it changes. If it cannot
 * be read, what is measured is told all the same.
 */
@NonNullByDefault
final class OwnerSettings {

    private final RegisterDevice device;
    private final SettingsCadence pace;
    private final WorkMode workMode = new WorkMode();
    /** The adapter is silent or garbles a page now and then: the next poll tries once more, and after that it waits for its time again. */
    private boolean silent;

    OwnerSettings(RegisterDevice device, InstantSource clock) {
        this.device = device;
        this.pace = new SettingsCadence(clock);
    }

    /** How the settings are read. */
    RegisterDevice device() {
        return device;
    }

    /** What may be set. */
    Map<Metric, Allowed> allowed() {
        return WorkMode.addTo(device.settings());
    }

    /** The reading of a full poll with what the owner is set to, if it was time to ask for that. */
    Reading addTo(Reading reading, Cadence cadence) throws TransportException, InterruptedException {
        Cadence extent = pace.of(cadence);
        Optional<Reading> told = extent == Cadence.WHOLE ? read() : Optional.empty();
        if (!silent) {
            pace.succeeded(extent);
        }
        return workMode.addTo(told.map(set -> joined(reading, set)).orElse(reading));
    }

    /** Nothing came of a poll. */
    void pollFailed() {
        pace.failed();
    }

    /** They are read with the next full poll: something may have changed them. */
    void renew() {
        pace.renew();
    }

    /** Changes settings in this order. */
    Outcome set(List<Setting> settings) throws InterruptedException {
        Outcome outcome = device.set(settings);
        if (outcome instanceof Outcome.Verified || outcome instanceof Outcome.Unverified) {
            pace.renew();
        }
        return switch (outcome) {
            case Outcome.Verified(var readings) -> new Outcome.Verified(withMode(readings));
            case Outcome.Unverified(var why, var readings) -> new Outcome.Unverified(why, withMode(readings));
            case Outcome.Unchanged unchanged -> unchanged;
            case Outcome.Refused refused -> refused;
        };
    }

    private List<Reading> withMode(List<Reading> readings) {
        return readings.stream().map(workMode::addTo).toList();
    }

    private static Reading joined(Reading measured, Reading set) {
        Map<Metric, Value> values = new HashMap<>(measured.values());
        values.putAll(set.values());
        return new Reading(measured.device(), measured.source(), measured.at(), measured.cadence(), values,
                measured.rejected() + set.rejected());
    }

    private Optional<Reading> read() throws TransportException, InterruptedException {
        try {
            Reading told = device.poll(Cadence.WHOLE).getFirst();
            silent = !silent && told.rejected() > 0;
            if (silent) {
                pace.renew();
            }
            return Optional.of(told);
        } catch (TransportException.Refused refusal) {
            silent = false;
            return Optional.empty();
        } catch (TransportException.TimedOut silence) {
            silent = !silent;
            if (silent) {
                pace.renew();
            }
            return Optional.empty();
        }
    }
}
