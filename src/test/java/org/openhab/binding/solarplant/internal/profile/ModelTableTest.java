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

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Serial numbers and the models that they stand for. */
@NonNullByDefault
class ModelTableTest {

    /** solax.md §2.2 in its order, first match wins: prefixes | model | profile | generation | phases | trackers. */
    private static final String DOCUMENT = """
            L30 L37 L50             | X1-Hybrid SK-TL   | g2     | 2 | 1 | 2
            U30 U37 U50             | X1-Hybrid SK-SU   | g2     | 2 | 1 | 2
            H1E H1I HCC HUE XRE     | X1-Hybrid-G3      | g3     | 3 | 1 | 2
            XAC                     | X1-AC             | g3     | 3 | 1 | 0
            PRI                     | X1-FIT G3         | g3     | 3 | 1 | 0
            H3DE H3E H3LE H3PE H3UE | X3-Hybrid-G3      | g3     | 3 | 3 | 2
            F3D F3E                 | X3-Retrofit-G3    | g3     | 3 | 3 | 0
            63150                   | TIGO X1           | hybrid | 4 | 1 | 2
            H43 H44 H450 H460 H475  | X1-Hybrid-G4      | hybrid | 4 | 1 | 2
            F43 F450 F460 F475 PRE  | X1-Retrofit-G4    | hybrid | 4 | 1 | 0
            H53                     | X1-IES            | hybrid | 5 | 1 | 2
            H55 H56 H58             | X1-IES            | hybrid | 5 | 1 | 3
            10M                     | X1-VAST           | hybrid | 6 | 1 | 3
            H31                     | TIGO X3           | hybrid | 4 | 3 | 2
            H34                     | X3-Hybrid-G4      | hybrid | 4 | 3 | 2
            H3VC83                  | X1-Hybrid-G4      | hybrid | 4 | 1 | 2
            F34                     | X3-FIT G4         | hybrid | 4 | 3 | 0
            H35A0 P35A0 H35F0       | X3-IES 4-8 kW     | hybrid | 5 | 3 | 2
            H35A1 P35A1 H35F1       | X3-IES 10-15 kW   | hybrid | 5 | 3 | 2
            H3BC15L H3BD15L H3BF15L H3BG15L | X3-Ultra 15KP | hybrid | 5 | 3 | 3
            H3BC15 H3BD15 H3BF15 H3BG15 | X3-Ultra 15 kW    | hybrid | 5 | 3 | 2
            H3BC19 H3BD19 H3BF19 H3BG19 | X3-Ultra 19.9 kW  | hybrid | 5 | 3 | 2
            H3BC20L H3BD20L H3BF20L H3BG20L | X3-Ultra 20KP | hybrid | 5 | 3 | 3
            H3BC20K H3BD20K H3BF20K H3BG20K | X3-Ultra 20KP | hybrid | 5 | 3 | 3
            H3BC20 H3BD20 H3BF20 H3BG20 | X3-Ultra 20 kW    | hybrid | 5 | 3 | 2
            H3BC25 H3BD25 H3BF25 H3BG25 | X3-Ultra 25 kW    | hybrid | 5 | 3 | 3
            H3BC30 H3BD30 H3BF30 H3BG30 | X3-Ultra 30 kW    | hybrid | 5 | 3 | 3
            10K                     | X3-Hybrid-G4 Pro  | hybrid | 6 | 3 | 2
            8021                    | X3-Aelio          | hybrid | 5 | 3 | 5
            XAU XB3 XBE XBU         | X1-Boost          | mic    | 2 | 1 | 2
            XAT XM2 XM3 XMA         | X1-Mini G3        | mic    | 2 | 1 | 2
            XB4 ZA4                 | X1-Boost G4       | mic-g4 | 4 | 1 | 2
            XM4                     | X1-Mini G4        | mic-g4 | 4 | 1 | 1
            XST                     | X1-SMART-G2       | mic-g4 | 4 | 1 | 3
            MC103T MP153T MC203T MC402T MC502T MU502T MC602T MU602T MC702T MU702T | X3-MIC | mic | 1 | 3 | 2
            MC802T MCU08T MU802T MC803T MU803T MU902T MU103T | X3-MIC | mic | 1 | 3 | 2
            MC806T MU806T MC106T MC204T MC205T MC206T MC208T | X3-MIC G2 | mic | 2 | 3 | 2
            MC210T MC212T MC215T MP156T | X3-MIC G2 | mic | 2 | 3 | 2
            PU                      | X3-MIC Pro        | mic    | 2 | 3 | 2
            MPT                     | X3-MIC Pro        | mic    | 2 | 3 | 2
            MAX                     | X3-MAX            | max    |   | 3 | 4
            """;

    private record Expected(String prefix, String model, String profile, String generation, String phases,
            String trackers) {
        void check(Model found) {
            assertTrue(found.name().startsWith(model), prefix + " is no " + found.name());
            assertEquals(profile, found.profile(), prefix);
            assertEquals(generation, fact(found, "generation"), prefix);
            assertEquals(phases, fact(found, "phases"), prefix);
            assertEquals(trackers, fact(found, "trackers"), prefix);
        }
    }

    private final ModelTable table;

    ModelTableTest() throws ProfileException {
        table = new ProfileStore().models("solax");
    }

    @Test
    void knowsAllPrefixesOfTheDocument() {
        List<String> prefixes = document().stream().map(Expected::prefix).toList();
        assertEquals(123, prefixes.size());
        assertEquals(new HashSet<>(prefixes), new HashSet<>(table.prefixes()));
        document().forEach(line -> line.check(table.find(line.prefix + "XXXXXXXXXX").orElseThrow()));
    }

    @Test
    void findsByTheLongestPrefixWhatTheDocumentFindsByItsOrder() {
        for (Expected line : document()) {
            for (String serial : List.of(line.prefix, line.prefix + "15LX", line.prefix + "0XXX", line.prefix + "KX")) {
                Expected first = document().stream().filter(other -> serial.startsWith(other.prefix)).findFirst()
                        .orElseThrow();
                assertEquals(first.prefix, table.find(serial).orElseThrow().key(), serial);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"10M05X, 5000, 3", "10M07X, 7000, 3", "10M08X, 8000, 4", "10M0AX, 10000, 4", "10K06X, 6000, 2",
            "10K0AX, 10000, 3", "10K0FX, 15000, 3", "MPT25X, 25000, 3", "MPT10X, 10000, 2", "MPT30X, 30000, 3"})
    void readsThePowerInTheSerialNumber(String serial, String rated, String trackers) {
        Model model = table.find(serial).orElseThrow();
        assertEquals(rated, fact(model, "rated"));
        assertEquals(trackers, fact(model, "trackers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10M", "10K0", "10MZZ", "10M00", "MPT0A", "10M-5"})
    void livesWithoutThePower(String serial) {
        assertEquals("", fact(table.find(serial).orElseThrow(), "rated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "H", "SA2234", "CE2234", "h34", "H3", "ZZZ"})
    void refusesUnknownPrefixes(String serial) {
        assertEquals(Optional.empty(), table.find(serial));
    }

    @Test
    void knowsWhatTheNameTellsOfPower() {
        assertEquals("7500", fact(table.find("H475X").orElseThrow(), "rated"));
        assertEquals("19900", fact(table.find("H3BD19X").orElseThrow(), "rated"));
        assertEquals("1", fact(table.find("8021X").orElseThrow(), "battery-tens"));
    }

    @Test
    void offersNamesForTheProfileSetting() throws ProfileException {
        assertTrue(table.names().containsAll(Set.of("x1-hybrid-g2", "x1-hybrid-g3", "x3-hybrid-g3", "x1-ac-g3",
                "x3-ac-g3", "x1-hybrid-g4", "x3-hybrid-g4", "x1-ac-g4", "x3-ac-g4", "x1-hybrid-g5", "x3-hybrid-g5",
                "x1-hybrid-g6", "x3-hybrid-g6", "x1-mic-g2", "x1-mic-g4", "x3-mic-g1", "x3-mic-g2", "x3-max")));
        assertEquals(table.names().size(), new HashSet<>(table.names()).size());
        assertEquals(Optional.empty(), table.named("H34"));
        assertEquals("3", fact(table.named("x3-hybrid-g4").orElseThrow(), "phases"));
    }

    @Test
    void findsAProfileForEveryModel() throws ProfileException {
        List<Model> models = new ArrayList<>();
        table.prefixes().forEach(prefix -> models.add(table.find(prefix).orElseThrow()));
        table.names().forEach(name -> models.add(table.named(name).orElseThrow()));
        ProfileStore store = new ProfileStore();
        for (Model model : models) {
            Profile profile = store.profile("solax", model.profile());
            for (String fact : model.facts().keySet()) {
                assertTrue(ProfileCheck.DETECTED.contains(fact) || profile.defaults().containsKey(fact),
                        model.key() + " tells " + fact + ", of which " + model.profile() + " knows nothing");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"prefix\": \"A\", \"model\": \"B\"}", "{\"prefix\": \"A\", \"profil\": \"B\"}", "7",
            "{\"prefix\": \"A\", \"model\": \"B\", \"profile\": \"c\", \"facts\": [1]}",
            "{\"prefix\": \"A\", \"model\": \"B\", \"profile\": \"c\", \"facts\": {\"phases\": \"one\"}}",
            "{\"prefix\": \"A\", \"model\": \"B\", \"profile\": \"c\", \"powerRadix\": 16}",
            "{\"prefix\": \"A\", \"model\": \"B\", \"profile\": \"c\", \"colour\": 16}"})
    void refusesBrokenTables(String line) {
        ProfileException e = assertThrows(ProfileException.class,
                () -> ModelTable.read("models.json", new StringReader("{ \"models\": [\n" + line + "\n]}")));
        assertTrue(String.valueOf(e.getMessage()).startsWith("models.json, line 2: "), e.getMessage());
    }

    private static List<Expected> document() {
        List<Expected> lines = new ArrayList<>();
        for (String line : DOCUMENT.lines().toList()) {
            String[] cells = line.split("\\|");
            for (String prefix : cells[0].strip().split(" ")) {
                lines.add(new Expected(prefix, cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip(),
                        cells[5].strip()));
            }
        }
        return lines;
    }

    /** The fact as text; empty if the model does not tell. */
    private static String fact(Model model, String fact) {
        Map<String, Integer> facts = model.facts();
        return facts.containsKey(fact) ? String.valueOf(facts.get(fact)) : "";
    }
}
