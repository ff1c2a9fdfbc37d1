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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;

/** Each kind of mistake in a profile is named with file and line. */
@NonNullByDefault
class ProfileReaderTest {

    private static final String GOOD = """
            {
              "id": "test",
              "label": "A test",
              "block": 10,
              "wordOrder": "high-first",
              "space": "input",
              "facts": { "bms": 0 }, "places": { "bms": 32776 },
              "invalid": { "u16": "0xFFF0..0xFFFF" },
              "firmware": { "ARM": ["0x0010", "0x0011"] },
              "bounds": { "percent": "0..100" },
              "texts": { "modes": { "0": "off", "1": "on" } },
              "devices": [
                { "name": "battery-1", "kind": "battery", "when": "bms=1" }
              ],
              "registers": [
                { "at": "0x0001", "type": "u16", "fact": "bms", "yes": "1..3", "note": "any link will do" },
                { "at": 2, "type": "u16", "metric": "battery#state-of-charge", "bounds": "percent" },
                { "at": 3, "type": "u16", "metric": "status#run-mode", "text": "modes", "cadence": "fast" },
                { "at": 4, "type": "s32", "metric": "pv#power", "scale": 0.1, "when": "phases=1" }
              ],
              "sums": [
                { "metric": "load#power", "of": "pv#power" }
              ]
            }
            """;

    @Test
    void readsAGoodOne() throws Exception {
        Profile profile = read(GOOD);
        assertEquals("test", profile.id());
        assertEquals("A test", profile.label());
        assertEquals(List.of(0x10, 0x11), profile.firmware().get("ARM"));
        assertEquals(4, profile.registers().size());
        assertEquals(2, profile.variant(TestInverter.facts("phases=1")).wanted(Cadence.FULL).get(1).address());
        assertEquals(RegisterSpace.INPUT, profile.registers().getFirst().space());
    }

    @Test
    void readsTheExampleOfTheDocumentation() throws Exception {
        String page = Files.readString(Path.of("docs/profiles.md"));
        String example = page.substring(page.indexOf("```json") + 7);
        Profile profile = read(example.substring(0, example.indexOf("```")));
        assertEquals("sun-5000", profile.id());
        assertEquals(8, profile.registers().size());
    }

    /** What the message says, and a register that is put in place of the one on line 17. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            there is no metric "battery#soc"       | "at": 2, "type": "u16", "metric": "battery#soc"
            "colour" is not known here             | "at": 2, "type": "u16", "metric": "pv#power", "colour": "red"
            "at" is missing                        | "type": "u16", "metric": "battery#voltage"
            "at" is not a number: here             | "at": "here", "type": "u16", "metric": "battery#voltage"
            "at" is no register's address          | "at": -1, "type": "u16", "metric": "battery#voltage"
            "at" is no register's address          | "at": "0xFFFF", "type": "u32", "metric": "battery#voltage"
            "u64" is no RegisterType               | "at": 2, "type": "u64", "metric": "battery#voltage"
            "type" is missing                      | "at": 2, "metric": "battery#voltage"
            "type" is missing or not a text        | "at": 2, "type": {}, "metric": "battery#voltage"
            "at" is no register's address          | "at": 2147483647, "type": "u32", "metric": "battery#voltage"
            "at" is no register's address          | "at": "bms+32760", "type": "u16", "metric": "battery#voltage"
            "places" has no "bus"                  | "at": "bus+2", "type": "u16", "metric": "battery#voltage"
            "at" is not a number: bms+two          | "at": "bms+two", "type": "u16", "metric": "battery#voltage"
            "bits" is not known here               | "at": 2, "type": "f32", "metric": "battery#voltage", "bits": "0..7"
            "seen" is not known here               | "at": 2, "type": "f32", "fact": "bms", "seen": "1"
            a floating point number is no "text"   | "at": 2, "type": "f32", "metric": "status#fault", "flags": "modes"
            "scale" is not a number: 10^           | "at": 2, "type": "u16", "metric": "battery#voltage", "scale": "10^2*bms"
            "facts" has no "2"                     | "at": 2, "type": "u16", "metric": "battery#voltage", "scale": "10^2"
            more than 12 digits                    | "at": 2, "type": "u16", "metric": "battery#voltage", "scale": 1e999999999
            more than 12 digits                    | "at": 2, "type": "u16", "metric": "battery#voltage", "bounds": "0..1e99"
            bounds are no powers of ten            | "at": 2, "type": "u16", "metric": "battery#voltage", "bounds": "0..10^bms"
            "scale" is not a number: big           | "at": 2, "type": "u16", "metric": "pv#power", "scale": "big"
            "hourly" is no Pace                    | "at": 2, "type": "u16", "metric": "battery#voltage", "cadence": "hourly"
            "coils" is no RegisterSpace            | "at": 2, "type": "u16", "metric": "battery#voltage", "space": "coils"
            bounds are written min..max            | "at": 2, "type": "u16", "metric": "battery#voltage", "bounds": "volts"
            bounds begin with the lower end        | "at": 2, "type": "u16", "metric": "battery#voltage", "bounds": "9..1"
            bounds begin with the lower end        | "at": 2, "type": "u16", "metric": "battery#voltage", "bounds": "1*rated..-1*rated"
            "facts" has no "reted"                 | "at": 2, "type": "u16", "metric": "battery#voltage", "bounds": "0..2*reted"
            "facts" has no "frases"                | "at": 2, "type": "u16", "metric": "battery#voltage", "when": "frases=1"
            "facts" has no "link"                  | "at": 2, "type": "u16", "fact": "link"
            a condition is written                 | "at": 2, "type": "u16", "metric": "battery#voltage", "when": "phases>1"
            either a "metric" or a "fact"          | "at": 2, "type": "u16"
            either a "metric" or a "fact"          | "at": 2, "type": "u16", "metric": "battery#voltage", "fact": "bms"
            "yes" goes with facts only             | "at": 2, "type": "u16", "metric": "battery#voltage", "yes": "1"
            "yes" is not a number: always          | "at": 2, "type": "u16", "fact": "bms", "yes": "always"
            begins with the lower end, not 9..1    | "at": 2, "type": "u16", "fact": "bms", "yes": "9..1"
            "seen" goes with facts only            | "at": 2, "type": "u16", "metric": "battery#voltage", "seen": "1"
            "seen" is not a number: always         | "at": 2, "type": "u16", "fact": "bms", "seen": "always"
            begins with the lower end, not 9..1    | "at": 2, "type": "u16", "fact": "bms", "seen": "9..1"
            "yes" is not known here                | "at": 2, "type": "u16", "fact": "bms", "seen": "1", "yes": "1"
            "facts" has no "link"                  | "at": 2, "type": "u16", "fact": "link", "seen": "1"
            what is to be seen is 0 in "facts"     | "at": 2, "type": "u16", "fact": "phases", "seen": "1"
            "devices" has no "battery-9"           | "at": 2, "type": "u16", "metric": "battery#voltage", "device": "battery-9"
            "texts" has no table "words"           | "at": 2, "type": "u16", "metric": "status#fault", "flags": "words"
            "text" or "flags" go with metrics      | "at": 2, "type": "u16", "metric": "battery#voltage", "text": "modes"
            "text" or "flags" go with metrics      | "at": 2, "type": "u16", "metric": "status#fault"
            "text" or "flags" go with metrics      | "at": 2, "type": "u16", "metric": "status#last-update"
            "note" is missing or not a text        | "at": 2, "type": "u16", "metric": "battery#voltage", "note": ["a"]
            """)
    void namesAMistakeInARegister(String message, String line) {
        assertMistake(17, message, replace(17, "    { " + line + " },"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            there is no metric "battery#volts"       | "metric": "pv#power", "as": "battery#volts", "tolerance": 9
            "tolerance" must be above 0              | "metric": "pv#power", "as": "battery#state-of-charge", "tolerance": 0
            "tolerance" is missing                   | "metric": "pv#power", "as": "battery#state-of-charge"
            no register feeds "battery#voltage"      | "metric": "pv#power", "as": "battery#voltage", "tolerance": 9
            no register feeds "load#power"           | "metric": "load#power", "as": "pv#power", "tolerance": 9
            "facts" has no "link"                    | "metric": "pv#power", "as": "pv#power", "tolerance": 9, "when": "link=1"
            """)
    void namesAMistakeInACheck(String message, String line) {
        assertMistake(20, message, replace(20, "], \"checks\": [ { " + line + " } ],"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            4  | "block" must be 2 to 125                | "block": 126,
            4  | "block" must be 2 to 125                | "block": 1,
            4  | "block" is not a number: many           | "block": "many",
            4  | "gap" must be 0 to 8 here               | "block": 10, "gap": 9,
            4  | "gap" must be 0 to 8 here               | "block": 10, "gap": -1,
            4  | "gap" is not a number: wide             | "block": 10, "gap": "wide",
            5  | "middle-first" is no WordOrder          | "wordOrder": "middle-first",
            6  | "coil" is no RegisterSpace              | "space": "coil",
            7  | For input string                        | "facts": { "bms": "no" },
            8  | "u17" is no RegisterType                | "invalid": { "u17": "0..1" },
            8  | For input string                        | "invalid": { "u16": "all" },
            8  | begins with the lower end, not 9..1     | "invalid": { "u16": "9..1" },
            9  | For input string                        | "firmware": { "ARM": ["first"] },
            9  | Not a JSON Array                        | "firmware": { "ARM": "0x0010" },
            10 | bounds are written min..max             | "bounds": { "percent": "100" },
            11 | Not a JSON Object                       | "texts": { "modes": "off" },
            11 | For input string                        | "texts": { "modes": { "zero": "off" } },
            3  | "colour" is not known here              | "label": "A", "colour": "red",
            4  | "id" is there twice                     | "id": "again", "block": 10,
            13 | "toaster" is no kind of device          | { "name": "battery-1", "kind": "toaster" }
            13 | "self" is the name of another           | { "name": "self", "kind": "battery" }
            14 | "battery-1" is the name of              | , { "name": "battery-1", "kind": "battery" } ],
            13 | "facts" has no "link"                   | { "name": "battery-1", "kind": "battery", "when": "link=1" }
            13 | an object {…} is expected               | "battery-1"
            18 | no proper JSON                          | { "at": 3, "type": "u16" "metric": "status#run-mode" },
            18 | no proper JSON                          | { at: 3 },
            20 | the list "register" is not known here   | ], "register": [{}],
            22 | feeds the same as line 19               | { "metric": "pv#power", "of": "pv#power", "when": "phases=1" }
            22 | nothing before feeds "self/grid#power"  | { "metric": "load#power", "of": "pv#power + grid#power" }
            22 | "facts" has no "wheels"                 | { "metric": "load#power", "of": "pv#power", "when": "wheels=4" }
            22 | "devices" has no "meter-1"              | { "metric": "load#power", "of": "meter-1/meter#power" }
            22 | "devices" has no "meter-1"              | { "metric": "load#power", "of": "pv#power", "device": "meter-1" }
            22 | there is no metric "pv#powers"          | { "metric": "load#power", "of": "pv#powers" }
            22 | "least" is not a number: none           | { "metric": "load#power", "of": "pv#power", "least": "none" }
            7  | For input string                        | "facts": { "bms": 1e9 },
            7  | "places" is no register's address       | "facts": { "bms": 0 }, "places": { "bms": 65536 },
            8  | "u17" is no RegisterType                | "absent": { "u17": "0..1" },
            9  | "firmware" is no register's address     | "firmware": { "ARM": [-1] },
            9  | "firmware" is read with one request     | "firmware": { "ARM": [0], "DSP": [125] },
            12 | "voice" is no Trait                     | "identity": [ { "says": "voice", "at": 1, "count": 8 } ], "devices": [
            12 | another line says the same              | "identity": [ { "says": "model", "at": 1, "count": 8 }, { "says": "model", "at": 1, "count": 8 } ], "devices": [
            12 | "count" of registers, a number has      | "identity": [ { "says": "model", "at": 1 } ], "devices": [
            12 | "count" of registers, a number has      | "expect": [ { "at": 1, "count": 2, "type": "u16", "is": 1 } ], "devices": [
            12 | 1 to 10 registers                       | "expect": [ { "at": 1, "count": 11, "is": "A" } ], "devices": [
            12 | 1 to 10 registers                       | "expect": [ { "at": 65535, "count": 2, "is": "A" } ], "devices": [
            12 | a nameplate has whole numbers           | "expect": [ { "at": 1, "type": "f32", "is": 1 } ], "devices": [
            12 | settings are whole numbers              | "settings": [ { "setting": "settings#export-limit", "read": 1, "type": "f32" } ], "devices": [
            12 | "is" is empty                           | "expect": [ { "at": 1, "count": 2, "is": " " } ], "devices": [
            12 | "is" is missing                         | "expect": [ { "at": 1, "count": 2 } ], "devices": [
            12 | begins with the lower end, not 9..1     | "expect": [ { "at": 1, "type": "u32", "is": "9..1" } ], "devices": [
            12 | "is" is not a number: SunS              | "expect": [ { "at": 1, "type": "u32", "is": "SunS" } ], "devices": [
            22 | more than 12 digits                     | { "metric": "load#power", "of": "pv#power", "least": 1e999999999 }
            22 | "of" is missing                         | { "metric": "load#power" }
            22 | "of" has nothing to add up              | { "metric": "load#power", "of": [] }
            22 | "of" has nothing to add up              | { "metric": "load#power", "of": ["pv#power", " "] }
            22 | nothing before feeds "self/grid#power"  | { "metric": "load#power", "of": ["grid#power", "pv#power"] }
            22 | nothing before feeds "self/grid#power"  | { "metric": "load#power", "of": "pv#power", "total": "grid#power" }
            22 | nothing before feeds "aside/pv#power"   | { "metric": "load#power", "of": "pv#power", "percent": "aside/pv#power" }
            22 | nothing is taken off                    | { "metric": "load#power", "of": "- pv#power", "total": "pv#power" }
            22 | "facts" has no "wheels"                 | { "metric": "load#power", "of": "pv#power", "bounds": "0..4*wheels" }
            """)
    void namesAMistakeElsewhere(int line, String message, String replacement) {
        assertMistake(line, message, replace(line, replacement));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            overlaps with line 19   | "at": 5, "type": "u16", "metric": "battery#voltage"
            overlaps with line 18   | "at": 3, "type": "u32", "metric": "battery#voltage", "when": "phases>=1"
            feeds the same          | "at": 6, "type": "u16", "metric": "pv#power"
            feeds the same          | "at": 6, "type": "u16", "metric": "pv#power", "device": "battery-1 self"
            feeds the same          | "at": 6, "type": "u16", "fact": "bms"
            feeds the same          | "at": 6, "type": "u16", "fact": "bms", "seen": "1..3"
            """)
    void namesLinesThatGetIntoEachOthersWay(String message, String line) {
        assertMistake(20, message, replace(20, ", { " + line + " } ],"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "at": 5, "type": "u16", "metric": "battery#voltage", "when": "phases=3"
            "at": 5, "type": "u16", "metric": "battery#voltage", "space": "holding"
            "at": 4, "type": "u32", "metric": "grid#power"
            "at": 6, "type": "u16", "metric": "pv#power", "when": "phases>=2"
            "at": 6, "type": "u16", "metric": "pv#power", "device": "battery-1"
            "at": 6, "type": "high-byte", "metric": "battery#voltage"
            """)
    void allowsWhatNoModelSeesTogether(String line) throws Exception {
        assertEquals(5, read(replace(20, ", { " + line + " } ],")).registers().size());
    }

    @Test
    void namesWhereACutOffFileEnds() {
        String half = GOOD.substring(0, GOOD.indexOf("\"registers\""));
        assertMistake(15, "no proper JSON", half);
        assertMistake(1, "no proper JSON", "");
    }

    /** With a bracket too many the rest of the file would be ignored without a word. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            20 | ] }, "settings": [
            24 | } }
            24 | } {}
            """)
    void nothingStandsBehindTheEnd(int number, String line) {
        assertMistake(number, "no proper JSON", replace(number, line));
    }

    @Test
    void aListHasAnEnd() {
        String line = "{ \"at\": 2, \"type\": \"u16\", \"metric\": \"battery#voltage\" },\n";
        assertMistake(1999 + 17, "no list has more than 2000 lines", replace(17, line.repeat(2000).stripTrailing()));
    }

    @Test
    void namesAFileThatIsNotThere() {
        ProfileStore store = new ProfileStore();
        assertEquals("solax/none.json: there is no such profile",
                assertThrows(ProfileException.class, () -> store.profile("solax", "none")).getMessage());
        assertThrows(ProfileException.class, () -> store.models("none"));
    }

    private static void assertMistake(int line, String message, String text) {
        ProfileException e = assertThrows(ProfileException.class, () -> read(text));
        String told = String.valueOf(e.getMessage());
        assertTrue(told.startsWith("test.json, line " + line + ": "), told);
        assertTrue(told.contains(message), told);
    }

    private static String replace(int number, String line) {
        List<String> lines = new ArrayList<>(GOOD.lines().toList());
        lines.set(number - 1, line);
        return String.join("\n", lines);
    }

    private static Profile read(String text) throws ProfileException, IOException {
        return ProfileReader.read("test.json", new StringReader(text));
    }
}
