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

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Cadence;

/**
 * Says which polls also ask a device what it is set to. That changes seldom, so it is asked with the first full poll, with
 * the next one after an order, and every {@value #MINUTES} minutes. Used by the thread that polls.
 */
@NonNullByDefault
public final class SettingsCadence {

    private static final int MINUTES = 5;
    private static final Duration INTERVAL = Duration.ofMinutes(MINUTES);
    /** Full polls come at even distances, but for what each waits in line: one that is early by so much is not passed over. */
    private static final Duration EARLY = Duration.ofSeconds(15);
    /** So many polls that fail one after the other, and others may have forgotten what they were told of the settings. */
    private static final int FAILURES_UNTIL_FORGOTTEN = 3;

    private final InstantSource clock;
    private @Nullable Instant asked;
    private int failures;

    /**
     * @param clock the time; it may be set anew in either direction, which brings the next reading forward at most
     */
    public SettingsCadence(InstantSource clock) {
        this.clock = clock;
    }

    /** How much a poll of this cadence asks for in the end. */
    public Cadence of(Cadence cadence) {
        return cadence == Cadence.FULL && isDue() ? Cadence.WHOLE : cadence;
    }

    /** A poll has asked for so much, and has been answered. */
    public void succeeded(Cadence cadence) {
        failures = 0;
        if (cadence == Cadence.WHOLE) {
            asked = clock.instant();
        }
    }

    /** A poll has failed. */
    public void failed() {
        failures++;
        if (failures >= FAILURES_UNTIL_FORGOTTEN) {
            renew();
        }
    }

    /** The next full poll asks: the settings may be others, or those of another device. */
    public void renew() {
        asked = null;
    }

    private boolean isDue() {
        Instant last = asked;
        if (last == null) {
            return true;
        }
        Duration age = Duration.between(last, clock.instant());
        return age.isNegative() || age.plus(EARLY).compareTo(INTERVAL) >= 0;
    }
}
