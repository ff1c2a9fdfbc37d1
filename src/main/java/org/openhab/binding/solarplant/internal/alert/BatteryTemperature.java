/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;

/**
 * A battery must not get too hot. Where batteries have things of their own these are judged, and what their inverter says
 * of them is not: often that is the same sensor, and one hot battery is one alert.
 */
@NonNullByDefault
final class BatteryTemperature implements Rule {

    private final Limit limit;

    BatteryTemperature(int degrees) {
        this.limit = Limit.ofBatteryTemperature(degrees);
    }

    @Override
    public Map<String, Finding> judge(Collection<Watched> things, Instant now) {
        Set<DeviceId> owners = things.stream()
                .filter(thing -> thing.kind() == DeviceKind.BATTERY && limit.finding(thing).isPresent())
                .flatMap(battery -> battery.owner().stream()).collect(Collectors.toSet());
        Map<String, Finding> findings = limit.judge(things, now);
        things.stream().filter(thing -> thing.device().filter(owners::contains).isPresent())
                .forEach(inverter -> findings.put(inverter.name(), new Finding(Finding.Side.RIGHT, now)));
        return findings;
    }
}
