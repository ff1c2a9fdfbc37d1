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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.sim.Space;

/** Which pages of a battery are believed (givenergy.md §6.4, numbers 5 and 6). */
@NonNullByDefault
class PackSpliceTest {

    private static final int FIRMWARE = 98;
    private static final int CELL_COUNT = 97;
    private static final int CHARGE = 100;
    private static final int CELL = 60;

    private final TestClock clock = new TestClock();
    private final PackSplice guard = new PackSplice(clock, page());

    /** A page, changed in registers (as {@code register, value} in turn). */
    private static int[] page(int... changes) {
        var image = Images.pack("BE1234G567");
        int[] words = IntStream.range(60, 120).map(at -> image.read(Space.INPUT, at).orElseThrow()).toArray();
        for (int i = 0; i < changes.length; i += 2) {
            words[changes[i] - 60] = changes[i + 1] & 0xFFFF;
        }
        return words;
    }

    private boolean accepts(int... changes) {
        clock.pass(60);
        return guard.accepts(60, page(changes), null);
    }

    @BeforeEach
    void theFirstPollConfirmsTheDetection() {
        assertTrue(accepts());
    }

    @Test
    void atFirstContactTwoReadsMustAgree() {
        PackSplice fresh = new PackSplice(clock, page(CHARGE, 90));
        assertFalse(fresh.accepts(60, page(), null));
        assertFalse(fresh.accepts(60, page(FIRMWARE, 3023), null));
        assertFalse(fresh.accepts(60, page(CELL_COUNT, 15), null));
        assertFalse(fresh.accepts(60, page(), null));
        assertTrue(fresh.accepts(60, page(), null));
        assertTrue(fresh.accepts(60, page(), null), "from then on each");
    }

    /** The limits of §6.4 number 6, each at it and beyond it, up and down. */
    @ParameterizedTest
    @CsvSource({"60, 300", "75, 300", "76, 50", "77, 50", "78, 50", "79, 50", "103, 50", "104, 50", "81, 200",
            "80, 1600", "83, 4000", "85, 1500", "87, 1500", "89, 1500", "102, 1500", "100, 10", "105, 50", "106, 50"})
    void aValueMayChangeUpToItsLimit(int register, int limit) {
        int usual = page()[register - 60];
        assertTrue(accepts(register, usual + limit), "up");
        assertTrue(accepts(register, usual), "down");
        assertFalse(accepts(register, usual + limit + 1), "too far up");
        assertTrue(accepts(register, usual), "as if nothing had been");
        assertFalse(accepts(register, usual - limit - 1), "too far down");
        assertTrue(accepts(register, usual - limit - 1), "confirmed");
    }

    @Test
    void oneJumpIsHeldForOnePollOnly() {
        assertFalse(accepts(CHARGE, 80));
        assertFalse(accepts(CHARGE, 20), "another jump");
        assertFalse(accepts(CHARGE, 80), "not the same as the last");
        assertTrue(accepts(CHARGE, 82), "close enough to the last");
        assertFalse(accepts(CHARGE, 50));
        assertFalse(accepts(CHARGE, 50, CELL, 4000), "two jumps are no confirmation");
        assertFalse(accepts(CHARGE, 50), "and what was held before them is forgotten");
        assertTrue(accepts(CHARGE, 50));
    }

    @Test
    void twoJumpsAreNeverConfirmedButTheyEnd() {
        for (int poll = 1; poll < 5; poll++) {
            assertFalse(accepts(CHARGE, 80, CELL, 3700), "poll " + poll);
        }
        assertTrue(accepts(CHARGE, 80, CELL, 3700), "300 s after the last good page nobody can tell");
        assertFalse(accepts(CHARGE, 50, CELL, 3000), "compared again");
    }

    @Test
    void after300SecondsNothingIsCompared() {
        clock.pass(239);
        assertFalse(accepts(CHARGE, 90), "299 s");
        assertTrue(accepts());
        clock.pass(240);
        assertTrue(accepts(CHARGE, 90), "300 s");
        clock.pass(240);
        assertTrue(accepts(CHARGE, 20, CELL, 2900), "polls far apart are each believed");
    }

    @ParameterizedTest
    @CsvSource({"98, 3023", "97, 15"})
    void anotherBuildIsBelievedWhenItStays(int register, int value) {
        for (int poll = 1; poll < 16; poll++) {
            assertFalse(accepts(register, value), "poll " + poll + " after " + 60 * poll + " s");
        }
        assertTrue(accepts(register, value), "ten polls and 900 s after it was first seen");
        assertTrue(accepts(register, value));
        assertFalse(accepts(), "the former one is another by now");
    }

    @Test
    void anotherBuildNeedsTenPolls() {
        for (int poll = 1; poll < 10; poll++) {
            clock.pass(240);
            assertFalse(accepts(FIRMWARE, 3023), "poll " + poll);
        }
        clock.pass(240);
        assertTrue(accepts(FIRMWARE, 3023));
    }

    @Test
    void anotherBuildThatDoesNotStayIsForgotten() {
        for (int poll = 1; poll < 15; poll++) {
            assertFalse(accepts(FIRMWARE, 3023));
        }
        clock.pass(600);
        assertTrue(accepts(), "the former one again");
        assertFalse(accepts(FIRMWARE, 3023));
        clock.pass(900);
        assertFalse(accepts(FIRMWARE, 3024), "yet another");
        assertFalse(accepts(FIRMWARE, 3023));
    }

    @Test
    void withoutAnyCellThePageIsSpoilt() {
        int[] zeroCells = IntStream.range(60, 76).flatMap(cell -> IntStream.of(cell, 0)).toArray();
        assertFalse(accepts(zeroCells));
        PackSplice fresh = new PackSplice(clock, page(zeroCells));
        assertFalse(fresh.accepts(60, page(zeroCells), null), "even at first contact, and twice");
        int[] nothing = page(zeroCells);
        nothing[FIRMWARE - 60] = 0;
        nothing[84 - 60] = 1;
        nothing[85 - 60] = 0;
        assertFalse(fresh.accepts(60, nothing, null), "a capacity alone is enough");
        PackSplice poor = new PackSplice(clock, page(CELL, 0));
        assertTrue(poor.accepts(60, page(CELL, 0), null), "one cell without a value is a value out of bounds");
    }

    @Test
    void countersBeginAnew() {
        assertTrue(accepts(105, 65530));
        assertTrue(accepts(105, 3));
        PackSplice low = new PackSplice(clock, page(80, 32000));
        assertTrue(low.accepts(60, page(80, 33000), null), "half of the range is no border");
    }

    @Test
    void temperaturesMayFallBelowZero() {
        PackSplice cold = new PackSplice(clock, page(76, 20));
        assertTrue(cold.accepts(60, page(76, -20), null));
        assertTrue(cold.accepts(60, page(76, 20), null));
    }

    @Test
    void whatIsNotThePageOfABatteryIsNotJudged() {
        assertTrue(guard.accepts(120, new int[60], null));
        assertTrue(guard.accepts(60, new int[30], null));
        assertEquals(60, page().length);
    }
}
