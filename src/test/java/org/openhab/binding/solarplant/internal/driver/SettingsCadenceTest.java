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

import static org.junit.jupiter.api.Assertions.*;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.model.Cadence;

/** When a device is asked what it is set to. */
@NonNullByDefault
class SettingsCadenceTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private Instant now = NOON;
    private final InstantSource clock = () -> now;
    private final SettingsCadence settings = new SettingsCadence(clock);

    private Cadence poll(Cadence wanted) {
        Cadence extent = settings.of(wanted);
        settings.succeeded(extent);
        return extent;
    }

    private List<Integer> minutesAsked(int minutes, int interval, int jitter) {
        List<Integer> asked = new ArrayList<>();
        for (int second = 0; second < minutes * 60; second += interval) {
            now = NOON.plusSeconds(second + second / interval % 2 * jitter);
            if (poll(Cadence.FULL) == Cadence.WHOLE) {
                asked.add(second / 60);
            }
        }
        return asked;
    }

    @Test
    void theFirstFullPollAndOneEveryFiveMinutes() {
        assertEquals(Cadence.FAST, poll(Cadence.FAST));
        assertEquals(List.of(0, 5, 10, 15), minutesAsked(20, 60, 0));
    }

    @Test
    void aPollThatIsEarlyByAMomentIsNotPassedOver() {
        assertEquals(List.of(0, 5, 10, 15), minutesAsked(20, 60, 3));
        now = NOON.plusSeconds(3600);
        assertEquals(Cadence.WHOLE, poll(Cadence.FULL));
        now = now.plusSeconds(299);
        assertEquals(Cadence.WHOLE, poll(Cadence.FULL));
    }

    @Test
    void whoIsPolledSeldomIsAskedEachTime() {
        assertEquals(List.of(0, 10, 20, 30), minutesAsked(40, 600, 0));
    }

    @Test
    void whoeverWantsAllIsAnsweredAndCountsAsWell() {
        poll(Cadence.FULL);
        now = NOON.plusSeconds(240);
        assertEquals(Cadence.WHOLE, poll(Cadence.WHOLE));
        now = NOON.plusSeconds(300);
        assertEquals(Cadence.FULL, poll(Cadence.FULL));
        now = NOON.plusSeconds(540);
        assertEquals(Cadence.WHOLE, poll(Cadence.FULL));
    }

    @Test
    void anOrderBringsTheNextFullPollForward() {
        poll(Cadence.FULL);
        settings.renew();
        assertEquals(Cadence.FAST, poll(Cadence.FAST));
        assertEquals(Cadence.WHOLE, poll(Cadence.FULL));
        assertEquals(Cadence.FULL, poll(Cadence.FULL));
    }

    @Test
    void onePollThatFailsChangesNothingAndThreeInARowForgetAll() {
        poll(Cadence.FULL);
        settings.failed();
        settings.failed();
        assertEquals(Cadence.FULL, poll(Cadence.FULL));
        settings.failed();
        settings.failed();
        settings.failed();
        assertEquals(Cadence.WHOLE, poll(Cadence.FULL));
    }

    @Test
    void aPollThatAsksInVainIsRepeated() {
        assertEquals(Cadence.WHOLE, settings.of(Cadence.FULL));
        settings.failed();
        assertEquals(Cadence.WHOLE, poll(Cadence.FULL));
    }

    @Test
    void aClockThatIsSetBackDoesNotSilenceIt() {
        poll(Cadence.FULL);
        now = NOON.minusSeconds(7200);
        assertEquals(Cadence.WHOLE, poll(Cadence.FULL));
    }
}
