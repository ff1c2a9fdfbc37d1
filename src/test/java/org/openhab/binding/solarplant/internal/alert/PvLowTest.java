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

/** Panels that give less than they should, and the many reasons for which that is nobody's fault. */
@NonNullByDefault
class PvLowTest {

    private static final List<String> RAISED = List.of("pv-low raised roof");
    private static final List<String> CLEARED = List.of("pv-low cleared roof");

    private final AlertRig rig = new AlertRig();
    private final TestThing roof = rig.inverter("roof").hasPanels("10");
    private final TestThing barn = rig.inverter("barn").hasPanels("5");

    /** W for each kWp. */
    private void sun(int onTheRoof, int onTheBarn) {
        roof.tells("pv#power", Integer.toString(10 * onTheRoof));
        barn.tells("pv#power", Integer.toString(5 * onTheBarn));
    }

    @Test
    void halfOfThePanelsAreDead() {
        sun(600, 600);
        rig.polls(120);
        assertEquals(List.of(), rig.events());
        sun(300, 600);
        rig.polls(20);
        assertEquals(List.of(), rig.events());
        rig.polls(180);
        assertEquals(RAISED, rig.events());
        sun(600, 600);
        rig.polls(240);
        assertEquals(CLEARED, rig.events());
    }

    @Test
    void sixtyPercentAreEnoughAndSeventyEndIt() {
        sun(360, 600);
        rig.polls(120);
        assertEquals(List.of(), rig.events());
        sun(350, 600);
        rig.polls(120);
        assertEquals(RAISED, rig.events());
        sun(410, 600);
        rig.polls(120);
        assertEquals(List.of(), rig.events());
        sun(420, 600);
        rig.polls(120);
        assertEquals(CLEARED, rig.events());
    }

    @Test
    void cloudsThatPassAreNoDefect() {
        for (int times = 0; times < 10; times++) {
            sun(100, 700);
            rig.polls(7);
            sun(700, 700);
            rig.polls(20);
            sun(700, 100);
            rig.polls(7);
        }
        assertEquals(List.of(), rig.events());
    }

    @Test
    void aWholeDayWithADefectIsOneAlertAndTheNightDoesNotEndIt() {
        for (int day = 0; day < 3; day++) {
            for (int sun : List.of(0, 100, 400, 800, 400, 100, 0)) {
                sun(sun / 2, sun);
                rig.polls(120);
            }
            roof.is(Contact.OFFLINE);
            barn.is(Contact.OFFLINE);
            rig.polls(10 * 60);
            roof.is(Contact.ONLINE);
            barn.is(Contact.ONLINE);
        }
        assertEquals(RAISED, rig.events());
    }

    @Test
    void lowSunSaysNothing() {
        sun(0, 190);
        rig.polls(300);
        assertEquals(List.of(), rig.events());
    }

    @Test
    void withoutPeakPowerNobodyIsCompared() {
        roof.hasPanels(null);
        sun(0, 600);
        rig.polls(300);
        assertEquals(List.of(), rig.events());
        roof.hasPanels("10");
        rig.polls(40);
        assertEquals(RAISED, rig.events());
        roof.hasPanels(null);
        rig.polls(10);
        assertEquals(CLEARED, rig.events());
    }

    @Test
    void aLoneInverterHasNobodyToBeComparedWith() {
        rig.remove(barn);
        sun(0, 600);
        rig.polls(300);
        assertEquals(List.of(), rig.events());
    }

    @Test
    void oneThatIsLostIsLostAndNotInTheShade() {
        sun(600, 600);
        rig.polls(60);
        roof.is(Contact.OFFLINE);
        rig.polls(300);
        assertEquals(List.of("communication-lost raised roof"), rig.events());
    }

    @Test
    void oneThatIsStaleOrBackedOffIsNotCompared() {
        sun(600, 600);
        rig.polls(29);
        roof.tells("pv#power", "0");
        // the barn goes on, the roof told its zero once
        for (int poll = 0; poll < 100; poll++) {
            barn.tells("pv#power", "3000");
            rig.waits(Duration.ofMinutes(1));
        }
        assertEquals(List.of(), rig.events());
    }

    @Test
    void aFullBatteryMayHoldItBack() {
        roof.tells("battery#state-of-charge", "98");
        sun(100, 600);
        rig.polls(300);
        assertEquals(List.of(), rig.events());
        roof.tells("battery#state-of-charge", "88").tells("settings#max-state-of-charge", "90");
        rig.polls(300);
        assertEquals(List.of(), rig.events());
        roof.tells("settings#max-state-of-charge", "100");
        rig.polls(40);
        assertEquals(RAISED, rig.events());
    }

    @Test
    void aSiblingWithAFullBatteryIsNoMeasure() {
        barn.tells("battery#state-of-charge", "100");
        sun(100, 600);
        rig.polls(300);
        assertEquals(List.of(), rig.events());
    }

    @Test
    void anExportLimitMayHoldItBack() {
        roof.tells("settings#export-limit", "3000").tells("grid#power", "-2900");
        sun(100, 600);
        rig.polls(300);
        assertEquals(List.of(), rig.events());
        roof.tells("settings#export-limit", "0").tells("grid#power", "20");
        rig.polls(300);
        assertEquals(List.of(), rig.events());
        // the house takes from the grid: nothing holds the roof back
        roof.tells("grid#power", "2000");
        rig.polls(40);
        assertEquals(RAISED, rig.events());
    }

    @Test
    void theMedianOfTheOthersIsTheMeasure() {
        TestThing shed = rig.inverter("shed").hasPanels("1").tells("pv#power", "300");
        TestThing wall = rig.inverter("wall").hasPanels("1").tells("pv#power", "600");
        sun(600, 600);
        rig.polls(120);
        assertEquals(List.of("pv-low raised shed"), rig.events(), "one bad one makes the others none the worse");
        shed.tells("pv#power", "600");
        wall.tells("pv#power", "2000");
        rig.polls(120);
        assertEquals(List.of("pv-low cleared shed"), rig.events(), "and one that boasts neither");
    }

    @Test
    void aPauseBeginsTheHalfHourAnew() {
        sun(100, 600);
        rig.polls(25);
        sun(100, 100);
        rig.polls(10);
        sun(100, 600);
        rig.polls(25);
        assertEquals(List.of(), rig.events());
        rig.polls(10);
        assertEquals(RAISED, rig.events());
    }
}
