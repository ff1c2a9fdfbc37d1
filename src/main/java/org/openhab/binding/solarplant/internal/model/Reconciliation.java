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

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Makes one device of what is known of it from several sides. What the device says itself wins while it is there; what
 * its EMS or gateway tells fills the gaps, and stands alone where the device cannot be asked.
 */
@NonNullByDefault
final class Reconciliation {

    private Reconciliation() {}

    /** All devices, each once, from what is known by contribution. */
    static Map<DeviceId, DeviceState> of(Map<Contribution, DeviceState> layers) {
        Map<DeviceId, DeviceState> devices = new HashMap<>();
        layers.forEach((contribution, state) -> devices.computeIfAbsent(contribution.device(),
                id -> merged(layers.get(new Contribution(id, Source.DIRECT)),
                        layers.get(new Contribution(id, Source.ROLL_UP)), state)));
        return devices;
    }

    private static DeviceState merged(@Nullable DeviceState direct, @Nullable DeviceState rollUp, DeviceState only) {
        if (direct == null || rollUp == null) {
            return only;
        }
        DeviceState first = direct.connected() || !rollUp.connected() ? direct : rollUp;
        Map<Metric, Sample> samples = new HashMap<>(first == direct ? rollUp.samples() : direct.samples());
        samples.putAll(first.samples());
        Set<Source> sources = EnumSet.copyOf(first.sources());
        if (direct.connected() && rollUp.connected()) {
            sources.addAll(rollUp.sources());
        }
        return new DeviceState(direct.device(), sources, first.connected(), first.lastUpdate(), samples,
                direct.rejected() + rollUp.rejected());
    }
}
