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

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Value;

/** What answers say, device by device. */
@NonNullByDefault
final class Sheet {

    private final Map<DeviceId, Map<Metric, Value>> devices = new HashMap<>();
    private int rejected;

    void put(DeviceId device, Metric metric, Value value) {
        devices.computeIfAbsent(device, id -> new HashMap<>()).put(metric, value);
    }

    /** What it says of this is not said. */
    void remove(DeviceId device, Metric metric) {
        devices.computeIfPresent(device, (id, values) -> {
            values.remove(metric);
            return values.isEmpty() ? null : values;
        });
    }

    /** Puts what was told there if it is a number from 0 to the most that is believed. */
    void take(DeviceId device, Metric metric, Json told, BigDecimal most) {
        told.number().ifPresent(number -> {
            if (number.signum() >= 0 && number.compareTo(most) <= 0) {
                put(device, metric, new Value.Amount(number));
            } else {
                reject(1);
            }
        });
    }

    void putAll(Sheet other) {
        other.devices.forEach((device, values) -> devices.computeIfAbsent(device, id -> new HashMap<>())
                .putAll(values));
        rejected += other.rejected;
    }

    /** What another one said and this one does not is known no more. */
    void withdraw(Sheet other) {
        other.devices.forEach((device, values) -> values.keySet()
                .forEach(metric -> devices.computeIfAbsent(device, id -> new HashMap<>())
                        .putIfAbsent(metric, new Value.Unset())));
    }

    /** So many more values were not believed. */
    void reject(int count) {
        rejected += count;
    }

    int rejected() {
        return rejected;
    }

    /** What it says of a device. */
    Map<Metric, Value> of(DeviceId device) {
        return devices.getOrDefault(device, Map.of());
    }

    /** Whether it says nothing of anyone. */
    boolean isEmpty() {
        return devices.isEmpty();
    }

    /** Nothing if it says nothing. */
    Optional<Sheet> filled() {
        return isEmpty() ? Optional.empty() : Optional.of(this);
    }
}
