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

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Who measures what of the house.
 *
 * @param controllers who measures all of the house by its nature: the gateways, or the EMS where there is no gateway
 * @param gridMeter the device whose grid power is the house's by the user's word; nothing if that is left to the devices
 */
@NonNullByDefault
record Roles(Set<DeviceId> controllers, Optional<DeviceId> gridMeter) {

    /** The roles among these devices, whether they answer or not. */
    static Roles among(Set<DeviceId> devices, Optional<DeviceId> gridMeter) {
        return new Roles(Stream.of(DeviceKind.GATEWAY, DeviceKind.EMS)
                .map(kind -> devices.stream().filter(id -> id.kind() == kind).collect(Collectors.toSet()))
                .filter(ids -> !ids.isEmpty()).findFirst().orElse(Set.of()), gridMeter);
    }

    boolean isController(DeviceId device) {
        return controllers.contains(device);
    }

    /** Whether what this device measures at the grid is the house's, or a part of it. */
    boolean measuresGrid(DeviceId device) {
        return gridMeter.map(device::equals).orElseGet(
                () -> controllers.isEmpty() ? isInverter(device) : controllers.contains(device));
    }

    /** Whether each inverter has a part of the grid connection, or all of it. */
    boolean isGridSummed() {
        return gridMeter.isEmpty() && controllers.isEmpty();
    }

    static boolean isInverter(DeviceId device) {
        return device.kind() == DeviceKind.INVERTER;
    }
}
