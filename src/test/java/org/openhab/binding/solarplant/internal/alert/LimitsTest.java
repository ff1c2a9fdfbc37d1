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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.alert.AlertRig.TestThing;

/** Alerts on numbers: what begins, what ends, and above all what does neither. */
@NonNullByDefault
class LimitsTest {

    private final AlertRig rig = new AlertRig();
    private final TestThing roof = rig.inverter("roof");

    /**
     * A poll every 15 s; {@code 9x3} is the same three times, {@code -} nothing. What comes of it is the number of the poll
     * and the event.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, value = {
            "battery#state-of-charge | 50 9x4                   | ''",
            "battery#state-of-charge | 50 9x5                   | 5 battery-low raised roof",
            "battery#state-of-charge | 50 9x100                 | 5 battery-low raised roof",
            "battery#state-of-charge | 9x5 15x20                | 4 battery-low raised roof",
            "battery#state-of-charge | 9x5 15x21                | 4 battery-low raised roof; 25 battery-low cleared roof",
            "battery#state-of-charge | 9x5 15x300               | 4 battery-low raised roof; 25 battery-low cleared roof",
            "battery#state-of-charge | 9x5 14x100               | 4 battery-low raised roof",
            "battery#state-of-charge | 9x5 15x20 14 15x20       | 4 battery-low raised roof",
            "battery#state-of-charge | 10x100                   | ''",
            "battery#state-of-charge | 9 10 9 10 9 10 9 10 9 10 | ''",
            "battery#state-of-charge | 9 9 9 0 0                | 4 battery-low raised roof",
            "battery#state-of-charge | 9 9 -x100                | ''",
            "battery#state-of-charge | 9 - 9 - 9                | 4 battery-low raised roof",
            "battery#state-of-charge | 9x5 -x100                | 4 battery-low raised roof",
            "battery#state-of-charge | 9x5 15x10 - 15x10        | 4 battery-low raised roof; 25 battery-low cleared roof",
            "battery#state-of-charge | 2x5 | 4 battery-low raised roof; 4 battery-critical raised roof",
            "battery#state-of-charge | 9x5 2x5 | 4 battery-low raised roof; 9 battery-critical raised roof",
            "battery#state-of-charge | 2x5 8x30 | 4 battery-low raised roof; 4 battery-critical raised roof; "
                    + "25 battery-critical cleared roof",
            "battery#temperature     | 50x100                   | ''",
            "battery#temperature     | 50.1x5 46x100            | 4 battery-temperature raised roof",
            "battery#temperature     | 51x5 45x21 | 4 battery-temperature raised roof; "
                    + "25 battery-temperature cleared roof",
            "battery#temperature     | 20 99 20x100             | ''",
            "status#temperature      | 80x100                   | ''",
            "status#temperature      | 80.5x5 75.1x100          | 4 inverter-temperature raised roof",
            "status#temperature      | 81x5 75x21 | 4 inverter-temperature raised roof; "
                    + "25 inverter-temperature cleared roof"})
    void sequences(String metric, String polls, String expected) {
        List<String> found = new ArrayList<>();
        int poll = 0;
        for (String word : polls.split(" ")) {
            String[] parts = word.split("x");
            for (int times = parts.length == 1 ? 1 : Integer.parseInt(parts[1]); times > 0; times--) {
                rig.clockGoes(AlertRig.A_POLL);
                if (parts[0].equals("-")) {
                    roof.keepsSilentOf(metric);
                } else {
                    roof.tells(metric, parts[0]);
                }
                rig.look();
                int at = poll++;
                rig.events().forEach(event -> found.add(at + " " + event));
            }
        }
        assertEquals(expected.isEmpty() ? List.of() : Arrays.asList(expected.split("; ")), found);
    }

    @Test
    void oneReadingIsNoneTheMoreTrueForBeingLookedAtOften() {
        roof.tells("battery#state-of-charge", "1").tells("status#temperature", "149");
        rig.waits(Duration.ofHours(1));
        assertEquals(List.of(), rig.events());
        // one that is read every hour needs two readings
        roof.tells("battery#state-of-charge", "9");
        rig.look();
        assertEquals(List.of("battery-low raised roof"), rig.events());
    }

    @Test
    void aClockThatIsSetBackHoldsNothingUp() {
        roof.tells("battery#state-of-charge", "9");
        rig.look();
        rig.clockGoes(Duration.ofDays(-300));
        rig.polls(2);
        assertEquals(List.of("battery-low raised roof"), rig.events());
    }

    @Test
    void zeroTurnsAnAlertOffAndEndsIt() {
        roof.tells("battery#state-of-charge", "1").tells("battery#temperature", "60");
        rig.polls(2);
        assertEquals(List.of("battery-low raised roof", "battery-critical raised roof",
                "battery-temperature raised roof"), rig.events());
        rig.configure(new Thresholds(0, 3, 50, 80, 60));
        rig.polls(1);
        assertEquals(List.of("battery-low cleared roof"), rig.events());
        rig.configure(new Thresholds(0, 0, 0, 0, 0));
        rig.polls(60);
        assertEquals(List.of("battery-critical cleared roof", "battery-temperature cleared roof"), rig.events());
        assertEquals(List.of(), rig.active());
        rig.configure(AlertRig.USUAL);
        rig.polls(2);
        assertEquals(3, rig.events().size(), "what is wrong still is raised anew");
    }

    @Test
    void anotherThresholdJudgesWhatIsRaisedAlready() {
        roof.tells("battery#state-of-charge", "18");
        rig.polls(10);
        assertEquals(List.of(), rig.events());
        rig.configure(new Thresholds(20, 3, 50, 80, 60));
        rig.polls(10);
        assertEquals(List.of("battery-low raised roof"), rig.events());
        rig.configure(new Thresholds(15, 3, 50, 80, 60));
        rig.polls(10);
        assertEquals(List.of(), rig.events(), "18 lies between 15 and 20");
        roof.tells("battery#state-of-charge", "20");
        rig.polls(6);
        assertEquals(List.of("battery-low cleared roof"), rig.events());
    }

    @Test
    void packsAreJudgedByTheirHeatAndNotByTheirCharge() {
        TestThing pack = rig.battery("pack", roof).tells("battery#state-of-charge", "1")
                .tells("battery#temperature", "55");
        roof.tells("battery#temperature", "60").tells("battery#state-of-charge", "50");
        rig.polls(10);
        assertEquals(List.of("battery-temperature raised pack"), rig.events(), "one hot battery, one alert");
        // nobody knows the battery any more but the inverter
        rig.remove(pack);
        rig.polls(10);
        assertEquals(List.of("battery-temperature cleared pack", "battery-temperature raised roof"), rig.events());
        // and now the battery has its own thing
        rig.battery("pack", roof).tells("battery#temperature", "40");
        rig.polls(10);
        assertEquals(List.of("battery-temperature cleared roof"), rig.events());
    }

    @Test
    void aPackThatDoesNotMeasureHeatLeavesItToItsInverter() {
        rig.battery("pack", roof).tells("battery#voltage", "52");
        roof.tells("battery#temperature", "60");
        rig.polls(2);
        assertEquals(List.of("battery-temperature raised roof"), rig.events());
    }
}
