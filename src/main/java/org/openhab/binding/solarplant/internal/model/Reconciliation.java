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
import java.util.Objects;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Makes one device of what is known of it from several sides. What the device says itself wins while it is there; what
 * its EMS or gateway tells fills the gaps, and stands alone where the device cannot be asked. A cloud only stands in for
 * a device that says nothing of the moment: its values are of another time, and balances of both would not add up.
 */
@NonNullByDefault
final class Reconciliation {

    private Reconciliation() {}

    /** Whether it is known both from itself and from a cloud. */
    static boolean hasStandIn(DeviceId id, Map<Contribution, DeviceState> layers) {
        return layers.containsKey(new Contribution(id, Source.DIRECT))
                && layers.containsKey(new Contribution(id, Source.CLOUD));
    }

    /** One device, from all that is known of it by contribution. */
    static DeviceState joined(DeviceId id, Map<Contribution, DeviceState> layers) {
        DeviceState direct = layers.get(new Contribution(id, Source.DIRECT));
        DeviceState rollUp = layers.get(new Contribution(id, Source.ROLL_UP));
        DeviceState cloud = layers.get(new Contribution(id, Source.CLOUD));
        if (direct == null && rollUp == null) {
            return Objects.requireNonNull(cloud);
        }
        DeviceState local = direct == null || rollUp == null
                ? Objects.requireNonNull(direct == null ? rollUp : direct)
                : merged(direct, rollUp);
        return cloud == null || local.isLive() || !cloud.isLive() ? local : instead(local, cloud);
    }

    /** The cloud's values, and what the device has said of itself. */
    private static DeviceState instead(DeviceState local, DeviceState cloud) {
        return new DeviceState(local.device(), cloud.sources(), true, cloud.lastUpdate(), cloud.samples(),
                local.rejected() + cloud.rejected());
    }

    private static DeviceState merged(DeviceState direct, DeviceState rollUp) {
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
