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

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.alert.Finding.Side;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;

/**
 * There must be contact with each device. One dead inverter is one alert: its batteries and meters are missed only while
 * it answers itself. And an inverter without a battery goes to sleep with the sun, and is not missed before the morning.
 */
@NonNullByDefault
final class CommunicationLost implements Rule {

    private static final Metric PV = Metrics.of("pv#power");
    private static final Metric BATTERY = Metrics.of("battery#power");
    private static final Metric STATE_OF_CHARGE = Metrics.of("battery#state-of-charge");

    /** W. String inverters switch off at some 20 to 50 W; what was told last may be a minute older. */
    private static final BigDecimal DUSK = BigDecimal.valueOf(100);
    /** Longer than a winter night at 60° north with a dull morning. */
    private static final Duration NIGHT = Duration.ofHours(20);

    /** Those that told so little last that they may fall asleep. */
    private final Set<String> drowsy = new HashSet<>();
    private final Map<String, Instant> silentSince = new HashMap<>();

    @Override
    public Map<String, Finding> judge(Collection<Watched> things, Instant now) {
        Set<String> names = things.stream().map(Watched::name).collect(Collectors.toSet());
        drowsy.retainAll(names);
        silentSince.keySet().retainAll(names);
        Set<DeviceId> live = things.stream().filter(Watched::isLive).flatMap(thing -> thing.device().stream())
                .collect(Collectors.toSet());
        Map<String, Finding> findings = new HashMap<>();
        things.forEach(
                thing -> side(thing, live, now)
                        .ifPresent(side -> findings.put(thing.name(), new Finding(side, now))));
        return findings;
    }

    private Optional<Side> side(Watched thing, Set<DeviceId> live, Instant now) {
        return switch (thing.contact()) {
            case UNKNOWN -> Optional.empty();
            case ONLINE -> {
                silentSince.remove(thing.name());
                thing.state().ifPresent(state -> remember(thing.name(), state));
                yield Optional.of(Side.RIGHT);
            }
            case OFFLINE -> isAsleep(thing.name(), now)
                    ? Optional.empty()
                    // what was waited for before does not count when its owner answers again
                    : Optional.of(isCutOff(thing, live) ? Side.BETWEEN : Side.WRONG);
        };
    }

    private void remember(String name, DeviceState state) {
        state.number(PV).ifPresent(power -> {
            boolean hasBattery = state.number(BATTERY).or(() -> state.number(STATE_OF_CHARGE)).isPresent();
            if (!hasBattery && power.compareTo(DUSK) < 0) {
                drowsy.add(name);
            } else {
                drowsy.remove(name);
            }
        });
    }

    private boolean isAsleep(String name, Instant now) {
        Instant since = silentSince.computeIfAbsent(name, key -> now);
        return drowsy.contains(name) && Duration.between(since, now).compareTo(NIGHT) < 0;
    }

    /** Whether it is no wonder that nothing is heard of it, since its owner says nothing either. */
    private static boolean isCutOff(Watched thing, Set<DeviceId> live) {
        return thing.owner().filter(owner -> !live.contains(owner)).isPresent();
    }
}
