/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.givenergy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.WallClock;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * What the owner's clock shows. It stands on the first page of the settings, which is read every few minutes; in between
 * it goes on by itself, as far ahead or behind as it was then.
 */
@NonNullByDefault
final class ShownClock {

    private static final Metric DEVICE_TIME = Metrics.of("status#device-time");
    /** A setting of the same page: where it is told, the page was read just now. */
    private static final Metric OF_SAME_PAGE = Metrics.of("settings#eco-mode");
    private static final int PAGE = 60;
    private static final int FIRST = 35;

    private final GuardedWire wire;
    private final WallClock wall;
    private Optional<Duration> ahead = Optional.empty();

    /**
     * @param wire the wire to the device
     * @param wall the right time
     */
    ShownClock(GuardedWire wire, WallClock wall) {
        this.wire = wire;
        this.wall = wall;
    }

    /** The reading of a full poll with what the clock shows at its time; without, if it shows what is no time. */
    Reading addTo(Reading reading) {
        if (reading.values().containsKey(OF_SAME_PAGE)) {
            LocalDateTime now = wall.now();
            ahead = wire.believedSettings(0, PAGE).flatMap(ShownClock::shown)
                    .map(shown -> Duration.between(now, shown));
        }
        Map<Metric, Value> values = new HashMap<>(reading.values());
        ahead.ifPresent(difference -> values.put(DEVICE_TIME,
                new Value.Moment(reading.at().plus(difference).truncatedTo(ChronoUnit.SECONDS))));
        return reading.with(values);
    }

    private static Optional<LocalDateTime> shown(int[] page) {
        return WallClock.shown(page[FIRST], page[FIRST + 1], page[FIRST + 2], page[FIRST + 3], page[FIRST + 4],
                page[FIRST + 5]);
    }
}
