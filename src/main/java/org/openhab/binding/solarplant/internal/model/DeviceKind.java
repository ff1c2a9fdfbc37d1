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

import java.util.Arrays;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What a device is. Its {@link #id()} is also the id of its thing type and the first part of a {@link DeviceId}. */
@NonNullByDefault
public enum DeviceKind {
    INVERTER("inverter"), BATTERY("battery"), METER("meter"), EMS("ems"), GATEWAY("gateway"), EV_CHARGER("ev-charger");

    private final String id;

    DeviceKind(String id) {
        this.id = id;
    }

    /** The kind's id as it stands in configuration and thing types, for example {@code ev-charger}. */
    public String id() {
        return id;
    }

    /** The kind with this id, or nothing if there is none. */
    public static Optional<DeviceKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
