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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;

/** Which chargers a system has (alphaess.md §1.8, getEvChargerConfigList). */
@NonNullByDefault
record ChargerList(DeviceId system, Chargers chargers) implements Section {

    /** What becomes an id has this form, whatever a cloud may send. */
    private static final Pattern SERIAL_FORM = Pattern.compile("[0-9A-Za-z_-]{4,32}");

    @Override
    public String endpoint() {
        return "getEvChargerConfigList";
    }

    @Override
    public Duration timeToLive() {
        return Duration.ofHours(1);
    }

    @Override
    public Optional<Sheet> read(Json data, ZonedDateTime now) {
        if (!data.isList()) {
            return Optional.empty();
        }
        List<Device> found = data.list().stream().flatMap(entry -> charger(entry).stream()).distinct().toList();
        chargers.are(found);
        return Optional.of(new Sheet());
    }

    private Optional<Device> charger(Json entry) {
        return entry.at("evchargerSn").text().filter(text -> SERIAL_FORM.matcher(text).matches()).map(serial -> {
            Map<String, String> properties = new HashMap<>(Map.of("vendor", "AlphaESS", "serialNumber", serial));
            entry.at("evchargerModel").text().ifPresent(model -> properties.put("modelId", model));
            return new Device(new DeviceId(DeviceKind.EV_CHARGER, serial), system, properties);
        });
    }
}
