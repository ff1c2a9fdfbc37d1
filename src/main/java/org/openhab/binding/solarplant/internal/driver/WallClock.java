/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The time on the wall where the plant stands, and what devices' clocks are held against it: one that is right is left
 * alone, since each setting is a write.
 */
@NonNullByDefault
public final class WallClock {

    /** Devices count years from here. */
    public static final int CENTURY = 2000;
    /** Reading a clock takes slow dongles some seconds, in which it goes on. */
    private static final Duration RIGHT = Duration.ofSeconds(5);
    /** So do several writes and the reading back. */
    private static final Duration SET = Duration.ofSeconds(15);

    private final InstantSource time;
    private final Supplier<ZoneId> zone;

    /**
     * @param time the right time
     * @param zone where the plant stands
     */
    public WallClock(InstantSource time, Supplier<ZoneId> zone) {
        this.time = time;
        this.zone = zone;
    }

    /** The time of now. */
    public LocalDateTime now() {
        return LocalDateTime.ofInstant(time.instant(), zone.get());
    }

    /** Whether a clock that shows this needs no setting. */
    public boolean isRight(Optional<LocalDateTime> told) {
        return isWithin(told, RIGHT);
    }

    /** Whether a clock that shows this was set a moment ago. */
    public boolean isSet(Optional<LocalDateTime> told) {
        return isWithin(told, SET);
    }

    /** What a clock shows; nothing if it shows what is no time, as some do at new year. */
    public static Optional<LocalDateTime> shown(int year, int month, int day, int hour, int minute, int second) {
        try {
            return Optional.of(LocalDateTime.of(CENTURY + year, month, day, hour, minute, second));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private boolean isWithin(Optional<LocalDateTime> told, Duration tolerance) {
        return told.filter(shown -> Duration.between(shown, now()).abs().compareTo(tolerance) <= 0).isPresent();
    }
}
