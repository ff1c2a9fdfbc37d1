/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;

/** What a charger does (alphaess.md §1.8, getEvChargerStatusBySn). */
@NonNullByDefault
record ChargerStatus(DeviceId charger) implements Section {

    private static final Metric STATUS = Metrics.of("charger#status");
    private static final Metric CONTROL = Metrics.of("charger#control");
    private static final Map<Integer, String> WORDS = Map.of(1, "available", 2, "preparing", 3, "charging", 4,
            "suspended-by-charger", 5, "suspended-by-car", 6, "finishing", 9, "faulted");
    /** A session is running, or goes on by itself as soon as charger or car are able to. */
    private static final Set<Integer> STARTED = Set.of(3, 4, 5);

    /** Whether a session is running, by what the cloud tells; nothing if it tells nothing. */
    static Optional<Boolean> isStarted(Json data) {
        return data.only().at("evchargerStatus").integer().map(STARTED::contains);
    }

    @Override
    public String endpoint() {
        return "getEvChargerStatusBySn";
    }

    @Override
    public Duration timeToLive() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Map<String, String> parameters(ZonedDateTime now) {
        return Map.of("evchargerSn", charger.key());
    }

    @Override
    public Optional<Sheet> read(Json data, ZonedDateTime now) {
        return data.only().at("evchargerStatus").integer().map(code -> {
            Sheet sheet = new Sheet();
            String word = WORDS.get(code);
            sheet.put(charger, STATUS, word == null ? Value.Text.unknown(code) : new Value.Text(word));
            sheet.put(charger, CONTROL, new Value.Switch(STARTED.contains(code)));
            return sheet;
        });
    }
}
