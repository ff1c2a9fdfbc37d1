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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * What the list of an account says of a system (alphaess.md §1.5, getEssList).
 *
 * @param serial its serial number
 * @param model the inverter's model, such as {@code SMILE5-INV}; empty if it is not told
 * @param battery the battery's model; empty if it is not told
 * @param capacity installed capacity of the battery in kWh; nothing if there is none
 * @param health how the system feels, such as {@code Normal}; empty if it is not told
 * @param plate what else its type plate says
 */
@NonNullByDefault
public record CloudSystem(String serial, String model, String battery, Optional<BigDecimal> capacity, String health,
        Plate plate) {

    /** What becomes an id has this form, whatever a cloud may send. */
    static final Pattern SERIAL_FORM = Pattern.compile("[0-9A-Z]{8,20}");

    private static final Metric CAPACITY = Metrics.of("battery#capacity");
    private static final Metric USABLE_CAPACITY = Metrics.of("battery#usable-capacity");
    private static final Metric USABLE_SHARE = Metrics.of("battery#usable-share");
    private static final Metric EMS_STATUS = Metrics.of("status#ems-status");
    private static final Metric FAULT = Metrics.of("status#fault");
    private static final BigDecimal MOST_CAPACITY = BigDecimal.valueOf(10_000);

    /** A system of which nothing but the serial number is known. */
    static CloudSystem unknown(String serial) {
        return new CloudSystem(serial, "", "", Optional.empty(), "", Plate.BLANK);
    }

    /** An entry of the list; nothing if it names no system. */
    static Optional<CloudSystem> of(Json entry) {
        return entry.at("sysSn").text().map(text -> text.toUpperCase(Locale.ROOT))
                .filter(text -> SERIAL_FORM.matcher(text).matches())
                .map(serial -> new CloudSystem(serial, entry.at("minv").text().orElse(""),
                        entry.at("mbat").text().orElse(""),
                        entry.at("cobat").number()
                                .filter(kwh -> kwh.signum() > 0 && kwh.compareTo(MOST_CAPACITY) <= 0),
                        entry.at("emsStatus").text().orElse(""), Plate.of(entry)));
    }

    /** The system as an inverter. */
    public DeviceId id() {
        return new DeviceId(DeviceKind.INVERTER, serial);
    }

    /** The inverter with what is known of it. */
    Device inverter() {
        Map<String, String> properties = properties(Map.of("vendor", "AlphaESS", "serialNumber", serial), model);
        plate.rated().ifPresent(watts -> properties.put("ratedPower", watts.toPlainString() + " W"));
        plate.peak().ifPresent(watts -> properties.put("pvPeakPower", watts.toPlainString() + " W"));
        return new Device(id(), null, properties);
    }

    /** Its battery; nothing if it has none, or none is known. */
    Optional<Device> batteryDevice() {
        return capacity.map(kwh -> new Device(id().part(DeviceKind.BATTERY, 1), id(),
                properties(Map.of("vendor", "AlphaESS"), battery)));
    }

    /** Whether the list says that there is none. */
    boolean hasNoBattery() {
        return capacity.isEmpty() && !model.isEmpty();
    }

    /** The same without its health, which was told too long ago. */
    CloudSystem unseen() {
        return new CloudSystem(serial, model, battery, capacity, "", plate);
    }

    /** What of this the inverter shows. */
    Map<Metric, Value> values() {
        Map<Metric, Value> values = new HashMap<>();
        capacity.ifPresent(kwh -> {
            values.put(CAPACITY, new Value.Amount(kwh));
            plate.usableCapacity().ifPresent(usable -> values.put(USABLE_CAPACITY, new Value.Amount(usable)));
            plate.usableShare().ifPresent(percent -> values.put(USABLE_SHARE, new Value.Amount(percent)));
        });
        if (!health.isEmpty()) {
            values.put(EMS_STATUS, new Value.Text(health));
            values.put(FAULT, new Value.Text("Normal".equalsIgnoreCase(health) ? "none" : health));
        }
        return values;
    }

    private static Map<String, String> properties(Map<String, String> certain, String model) {
        Map<String, String> properties = new HashMap<>(certain);
        if (!model.isEmpty()) {
            properties.put("modelId", model);
        }
        return properties;
    }
}
