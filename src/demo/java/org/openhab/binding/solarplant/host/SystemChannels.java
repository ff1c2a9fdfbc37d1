/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.host;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.thing.type.ChannelKind;
import org.openhab.core.thing.type.ChannelTypeUID;

/** The channel types that openHAB brings itself, as far as energy needs them. */
@NonNullByDefault
final class SystemChannels {

    private SystemChannels() {}

    static List<ChannelTypeInfo> all() {
        return List.of(of("electric-power", "Number:Power", "Electric Power", "%.1f %unit%"),
                of("electric-current", "Number:ElectricCurrent", "Electric Current", "%.1f %unit%"),
                of("electric-voltage", "Number:ElectricPotential", "Electric Voltage", "%.1f %unit%"),
                of("electric-energy", "Number:Energy", "Electric Energy", "%.1f %unit%"),
                of("outdoor-temperature", "Number:Temperature", "Outdoor Temperature", "%.1f %unit%"),
                of("battery-level", "Number", "Battery Level", "%.0f %%"),
                of("signal-strength", "Number", "Signal Strength", "%d"),
                of("low-battery", "Switch", "Low Battery", null));
    }

    private static ChannelTypeInfo of(String id, String itemType, String label, @Nullable String pattern) {
        return new ChannelTypeInfo(new ChannelTypeUID("system", id), false, itemType, null, ChannelKind.STATE, label,
                null, null, Set.of(), new ChannelTypeInfo.StateInfo(null, null, null, pattern, true, Map.of()),
                Map.of(), Map.of(), null, null);
    }
}
