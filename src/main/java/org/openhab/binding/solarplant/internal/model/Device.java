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

import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Anything with an identity and readings.
 *
 * @param id its lasting identity
 * @param owner the device it belongs to (a battery to its inverter), or null if it stands for itself
 * @param properties what it says of itself once: model, firmware, …; keys are openHAB thing property names
 */
@NonNullByDefault
public record Device(DeviceId id, @Nullable DeviceId owner, Map<String, String> properties) {

    public Device {
        properties = Map.copyOf(properties);
    }
}
