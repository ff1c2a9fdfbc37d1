/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Short words for what tests of the model say again and again. */
@NonNullByDefault
final class Readings {

    static final Instant NOON = Instant.parse("2026-06-01T10:00:00Z");

    private Readings() {}

    static Metric metric(String id) {
        return Metrics.of(id);
    }

    static Value.Amount amount(String number) {
        return new Value.Amount(new BigDecimal(number));
    }

    static DeviceId inverter(String key) {
        return new DeviceId(DeviceKind.INVERTER, key);
    }

    /** Metric ids and numbers in turn. */
    static Map<Metric, Value> values(Object... idsAndNumbers) {
        Map<Metric, Value> values = new HashMap<>();
        for (int i = 0; i < idsAndNumbers.length; i += 2) {
            values.put(metric(idsAndNumbers[i].toString()), amount(idsAndNumbers[i + 1].toString()));
        }
        return values;
    }

    static Reading reading(DeviceId id, Instant at, Object... idsAndNumbers) {
        return new Reading(new Device(id, null, Map.of()), at, Cadence.FULL, values(idsAndNumbers), 0);
    }

    static Reading reading(DeviceId id, Object... idsAndNumbers) {
        return reading(id, NOON, idsAndNumbers);
    }
}
