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
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.alert.AlertRig.TestThing;

/** Devices that go away and come back. */
@NonNullByDefault
class CommunicationLostTest {

    private final AlertRig rig = new AlertRig();
    private final TestThing roof = rig.inverter("roof");

    private static void work(TestThing hybrid) {
        hybrid.is(Contact.ONLINE).tells("pv#power", "0").tells("battery#power", "300");
    }

    @Test
    void itIsRaisedAfterThreeMinutesAndClearedAfterFive() {
        work(roof);
        rig.polls(60);
        roof.is(Contact.OFFLINE);
        rig.polls(3);
        assertEquals(List.of(), rig.events());
        rig.polls(60);
        assertEquals(List.of("communication-lost raised roof"), rig.events());
        assertEquals(List.of("communication-lost roof"), rig.active());
        work(roof);
        rig.polls(5);
        assertEquals(List.of(), rig.events());
        rig.polls(60);
        assertEquals(List.of("communication-lost cleared roof"), rig.events());
        assertEquals(List.of(), rig.active());
    }

    @Test
    void oneThatComesAndGoesAllTheTimeIsOneAlert() {
        for (int hour = 0; hour < 24; hour++) {
            roof.is(Contact.OFFLINE);
            rig.polls(56);
            work(roof);
            rig.polls(4);
        }
        assertEquals(List.of("communication-lost raised roof"), rig.events());
    }

    @Test
    void oneThatIsMissedForAMomentIsNone() {
        for (int times = 0; times < 100; times++) {
            roof.is(Contact.OFFLINE);
            rig.polls(2);
            work(roof);
            rig.polls(1);
        }
        assertEquals(List.of(), rig.events());
    }

    @Test
    void aThingThatIsSetUpAnewKeepsItsAlert() {
        roof.is(Contact.OFFLINE);
        rig.polls(10);
        roof.is(Contact.UNKNOWN);
        rig.polls(10);
        roof.is(Contact.OFFLINE);
        rig.polls(10);
        assertEquals(List.of("communication-lost raised roof"), rig.events());
    }

    @Test
    void aThingThatGoesTakesItsAlertsAlong() {
        roof.tells("battery#state-of-charge", "9");
        rig.polls(2);
        assertEquals(List.of("battery-low raised roof"), rig.events());
        roof.is(Contact.OFFLINE);
        rig.polls(10);
        assertEquals(List.of("communication-lost raised roof"), rig.events());
        rig.remove(roof);
        rig.polls(10);
        assertEquals(List.of("communication-lost cleared roof", "battery-low cleared roof"), rig.events());
    }

    @Test
    void aDeadInverterIsOneAlertWhateverHangsOnIt() {
        TestThing pack = rig.battery("pack", roof).tells("battery#power", "100");
        TestThing meter = rig.battery("meter", roof).tells("meter#power", "100");
        work(roof);
        rig.polls(10);
        pack.is(Contact.OFFLINE);
        meter.is(Contact.OFFLINE);
        roof.is(Contact.OFFLINE);
        rig.polls(60);
        assertEquals(List.of("communication-lost raised roof"), rig.events());
        work(roof);
        // the pack takes a minute longer
        rig.polls(1);
        pack.is(Contact.ONLINE);
        meter.is(Contact.ONLINE);
        rig.polls(60);
        assertEquals(List.of("communication-lost cleared roof"), rig.events());
    }

    @Test
    void whenAnInverterComesBackItsPartsAreWaitedForAnew() {
        TestThing pack = rig.battery("pack", roof).tells("battery#power", "100");
        work(roof);
        rig.polls(10);
        pack.is(Contact.OFFLINE);
        rig.polls(2);
        roof.is(Contact.OFFLINE);
        rig.polls(2);
        work(roof);
        rig.polls(2);
        pack.is(Contact.ONLINE);
        rig.polls(10);
        assertEquals(List.of(), rig.events());
    }

    @Test
    void aPartWhoseInverterIsOnlineWithoutTellingAnythingWaits() {
        TestThing pack = rig.battery("pack", roof).is(Contact.OFFLINE);
        roof.is(Contact.ONLINE).tells("energy#pv-total", "5000");
        rig.polls(60);
        assertEquals(List.of(), rig.events());
        work(roof);
        rig.polls(60);
        assertEquals(List.of("communication-lost raised pack"), rig.events(), "this one alone is gone");
        pack.is(Contact.ONLINE);
        rig.polls(60);
        assertEquals(List.of("communication-lost cleared pack"), rig.events());
    }

    @Test
    void anInverterWithoutBatteryMaySleepAtNight() {
        for (int day = 0; day < 3; day++) {
            roof.is(Contact.ONLINE).tells("pv#power", "2000");
            rig.polls(7 * 60);
            roof.tells("pv#power", "60");
            rig.polls(10);
            // a threshold that is changed in the evening forgets nothing
            rig.configure(new Thresholds(10 + day, 3, 50, 80, 60));
            roof.is(Contact.OFFLINE);
            rig.polls(17 * 60);
        }
        assertEquals(List.of(), rig.events());
        rig.polls(3 * 60 + 4);
        assertEquals(List.of("communication-lost raised roof"), rig.events(), "it does not wake up");
    }

    @Test
    void itMustNotSleepByDay() {
        roof.tells("pv#power", "60");
        rig.polls(10);
        roof.tells("pv#power", "100");
        rig.polls(10);
        roof.is(Contact.OFFLINE);
        rig.polls(4);
        assertEquals(List.of("communication-lost raised roof"), rig.events());
    }

    @Test
    void oneWithABatteryNeverSleeps() {
        roof.tells("pv#power", "0").tells("battery#state-of-charge", "50");
        rig.polls(10);
        roof.is(Contact.OFFLINE);
        rig.polls(4);
        assertEquals(List.of("communication-lost raised roof"), rig.events());
    }

    @Test
    void aRestartSaysOnceMoreWhatStillHolds() {
        AlertRig restarted = new AlertRig();
        restarted.inverter("roof").is(Contact.OFFLINE);
        restarted.polls(Duration.ofDays(7));
        assertEquals(List.of("communication-lost raised roof"), restarted.events());
    }
}
