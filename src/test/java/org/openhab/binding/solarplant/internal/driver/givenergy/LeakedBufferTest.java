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

import java.util.Arrays;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that the adapter spoilt (givenergy.md §6.4, numbers 2 and 3). */
@NonNullByDefault
class LeakedBufferTest {

    /** The words of the document: place, value. */
    private static final int[][] SPILLED = {{28, 0x4C32}, {30, 0xA119}, {31, 0x34EA}, {32, 0xE77F}, {33, 0xD475},
            {40, 0xB619}, {46, 0xC5E9}, {50, 0x503C}, {52, 0x43E0}, {53, 0xF6CE}, {56, 0x080A}, {58, 0xFCC1},
            {59, 0x661E}};

    private final LeakedBuffer guard = new LeakedBuffer();

    private static int[] some(int length) {
        return IntStream.rangeClosed(1, length).toArray();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "5, true", "6, false", "13, false"})
    void moreThanFiveForeignWordsAreNoChance(int words, boolean accepted) {
        int[] page = some(60);
        Arrays.stream(SPILLED).limit(words).forEach(word -> page[word[0]] = word[1]);
        assertEquals(accepted, guard.accepts(0, page, null));
        assertEquals(accepted, guard.accepts(1000, page, null));
    }

    @Test
    void bothVariantsOfAWordAreForeign() {
        int[] page = some(60);
        Arrays.stream(SPILLED).limit(6).forEach(word -> page[word[0]] = word[1]);
        page[40] = 0xE4F9;
        assertFalse(guard.accepts(0, page, null));
    }

    @ParameterizedTest
    @CsvSource({"4500, C0A8, C0A8, 8018, false", "4500, 0A01, 0AFF, 8010, false", "4500, AC10, AC1F, 8018, false",
            "4500, AC0F, C0A8, 8018, true", "4500, C0A8, AC20, 8018, true", "4500, C0A8, C0A8, 8011, true",
            "4501, C0A8, C0A8, 8018, true", "4500, 0B01, C0A8, 8018, true"})
    void aPacketOfAnyNetworkIsForeign(String version, String source, String target, String flags, boolean accepted) {
        for (int length : new int[]{60, 55}) {
            for (int at : new int[]{0, 12, length - 17}) {
                int[] page = some(length);
                page[at] = Integer.parseInt(version, 16);
                page[at + 6] = Integer.parseInt(source, 16);
                page[at + 8] = Integer.parseInt(target, 16);
                page[at + 16] = Integer.parseInt(flags, 16);
                assertEquals(accepted, guard.accepts(2040, page, null), "at " + at + " of " + length);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 30, 54, 55, 60})
    void aPageThatIsZeroAllOfASuddenDroppedOut(int length) {
        assertFalse(guard.accepts(60, new int[length], some(length)));
        assertTrue(guard.accepts(60, new int[length], null), "nothing is known of it");
        assertTrue(guard.accepts(60, new int[length], new int[length]), "it always was");
        int[] almost = new int[length];
        almost[length - 1] = 1;
        assertTrue(guard.accepts(60, almost, some(length)));
    }

    @Test
    void aFewRegistersMayWellBeZero() {
        assertTrue(guard.accepts(60, new int[5], some(5)));
    }
}
