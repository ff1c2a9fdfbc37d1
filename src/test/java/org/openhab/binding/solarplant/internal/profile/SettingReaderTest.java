/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of mistake in the settings of a profile is named with file and line. */
@NonNullByDefault
class SettingReaderTest {

    private static final int LINE = 12;
    private static final String PLAIN = "{ \"setting\": \"settings#grid-charge\", \"read\": 1, \"switch\": \"1/0\" }";
    private static final String PROFILE = """
            {
              "id": "test",
              "label": "A test",
              "block": 60,
              "wordOrder": "low-first",
              "space": "input",
              "texts": { "modes": { "0": "self-use" } },
              "registers": [
              ],
              "settings": [
                { "setting": "settings#export-limit", "read": 9, "write": 9, "range": "0..100", "when": "phases=1" },
                LINE
              ]
            }
            """;

    private static ProfileException refusal(String profile) {
        return assertThrows(ProfileException.class, () -> ProfileReader.read("test.json", new StringReader(profile)));
    }

    /** What the message says, and the line that is refused. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            there is no metric "settings#speed"     | "setting": "settings#speed", "read": 1
            "setting" is missing                    | "read": 1
            "read" is missing                       | "setting": "settings#export-limit"
            "read" is no register's address         | "setting": "settings#export-limit", "read": 65536
            "write" is no register's address        | "setting": "settings#export-limit", "read": 1, "write": -1, "range": "0..1"
            "write" is not a number: there          | "setting": "settings#export-limit", "read": 1, "write": "there", "range": "0..1"
            "range" goes with numbers               | "setting": "settings#export-limit", "read": 1, "write": 1
            "range" goes with numbers               | "setting": "settings#grid-charge", "read": 1, "write": 1, "switch": "1/0", "range": "0..1"
            "range" is not known here               | "setting": "settings#export-limit", "read": 1, "range": "0..1"
            bounds are written min..max             | "setting": "settings#export-limit", "read": 1, "write": 1, "range": "5"
            bounds begin with the lower end         | "setting": "settings#export-limit", "read": 1, "write": 1, "range": "9..1"
            "facts" has no "most"                   | "setting": "settings#charge-power-limit", "read": 1, "write": 1, "range": "0..1*most"
            "facts" has no "most"                   | "setting": "settings#charge-power-limit", "read": 1, "write": 1, "range": "0..1", "writeScale": "1*most"
            "facts" has no "most"                   | "setting": "settings#export-limit", "read": 1, "when": "most=1"
            "step" is more than 0                   | "setting": "settings#export-limit", "read": 1, "write": 1, "range": "0..1", "step": 0
            "function" is 6 or 16                   | "setting": "settings#export-limit", "read": 1, "write": 1, "range": "0..1", "function": 5
            "function" is not known here            | "setting": "settings#export-limit", "read": 1, "function": 6
            written with "function" 16              | "setting": "settings#export-limit", "read": 1, "write": 1, "range": "0..1", "writeType": "u32"
            "text" or "time" go with words          | "setting": "settings#work-mode", "read": 1
            "text" or "time" go with words          | "setting": "settings#work-mode", "read": 1, "text": "modes", "time": "hhmm"
            "text" or "time" go with words          | "setting": "settings#export-limit", "read": 1, "text": "modes"
            "text" or "time" go with words          | "setting": "settings#export-limit", "read": 1, "switch": "1/0"
            "text" or "time" go with words          | "setting": "settings#grid-charge", "read": 1
            a switch is written on/off              | "setting": "settings#grid-charge", "read": 1, "switch": "1"
            a switch is written on/off              | "setting": "settings#grid-charge", "read": 1, "switch": "1/1"
            "switch" is not a number: yes/no        | "setting": "settings#grid-charge", "read": 1, "switch": "yes/no"
            "noon" is no TimeCoding                 | "setting": "settings#charge-slot-1-start", "read": 1, "time": "noon"
            "texts" has no table "states"           | "setting": "settings#work-mode", "read": 1, "text": "states"
            "writeTime" is not known here           | "setting": "settings#export-limit", "read": 1, "write": 1, "range": "0..1", "writeTime": "hhmm"
            feeds the same as line 11               | "setting": "settings#export-limit", "read": 1, "write": 1, "range": "0..1"
            overlaps with line 11                   | "setting": "settings#charge-power-limit", "read": 8, "type": "u32"
            """)
    void mistakesAreNamedByLine(String problem, String line) {
        String message = String.valueOf(refusal(PROFILE.replace("LINE", "{" + line + "}")).getMessage());
        assertEquals("test.json, line " + LINE, message.substring(0, message.indexOf(':')), message);
        assertEquals(true, message.contains(problem), message);
    }

    /** What the message says, and the way to unlock that is refused. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "code" is missing        | "write": 0, "space": "input", "state": 1, "unlocked": "1"
            "space" is missing       | "write": 0, "code": 1, "state": 1, "unlocked": "1"
            each 0 to 65535          | "write": 0, "code": 65536, "space": "input", "state": 1, "unlocked": "1"
            each 0 to 65535          | "write": -1, "code": 1, "space": "input", "state": 1, "unlocked": "1"
            "colour" is not known    | "write": 0, "code": 1, "space": "input", "state": 1, "unlocked": "1", "colour": 1
            """)
    void mistakesInTheUnlockingAreNamedByLine(String problem, String unlock) {
        String profile = PROFILE.replace("LINE", PLAIN).replace("\"space\": \"input\",",
                "\"space\": \"input\", \"unlock\": [{" + unlock + "}],");
        String message = String.valueOf(refusal(profile).getMessage());
        assertEquals("test.json, line 6", message.substring(0, message.indexOf(':')), message);
        assertEquals(true, message.contains(problem), message);
    }
}
