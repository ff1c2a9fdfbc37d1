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
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Anything with an identity and readings.
 *
 * @param id its lasting identity
 * @param owner the device it belongs to (a battery to its inverter), or null if it stands for itself
 * @param properties what it says of itself once: model, firmware, …; keys are openHAB thing property names
 * @param rated its rated power in W, a part's is that of its owner; null if nobody knows
 * @param former the id by which it was known before it told its serial number, which things may still bear; or null
 */
@NonNullByDefault
public record Device(DeviceId id, @Nullable DeviceId owner, Map<String, String> properties,
        @Nullable BigDecimal rated, @Nullable DeviceId former) {

    public Device {
        properties = Map.copyOf(properties);
    }

    /** A device of which nobody knows for how much power it is made. */
    public Device(DeviceId id, @Nullable DeviceId owner, Map<String, String> properties) {
        this(id, owner, properties, null, null);
    }

    /** Its rated power in W; nothing if nobody knows. */
    public Optional<BigDecimal> ratedPower() {
        return Optional.ofNullable(rated);
    }

    /** The same device, made for this power in W; if that is not positive, for an unknown one. */
    public Device rated(int watts) {
        return new Device(id, owner, properties, watts > 0 ? BigDecimal.valueOf(watts) : null, former);
    }

    /** The same device, known by another id before. */
    public Device formerly(DeviceId other) {
        return new Device(id, owner, properties, rated, other);
    }
}
