/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.TranslatedText;

/** The English and the German texts side by side, as users see them. */
@NonNullByDefault
class SideBySideTest {

    private static final Path OH_INF = Path.of("src", "main", "resources", "OH-INF");
    /** Texts that go through MessageFormat: all but those under openHAB's own keys and those that annotations name. */
    private static final Pattern FORMATTED = Pattern
            .compile("(?!(addon|binding|thing-type|channel-type|channel-group-type|action)\\.).*");
    private static final List<String> ARGUMENTS = List.of("<0>", "<1>", "<2>", "<3>");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
    private static final Pattern SETTING = Pattern.compile("''(\\w+)''");
    /** openHAB's convention for English labels is 25; German words are longer. */
    private static final Map<Pattern, int[]> LONGEST = Map.of(
            Pattern.compile("(thing-type|channel-type|channel-group-type|channel)\\..*\\.label"), new int[]{25, 32},
            Pattern.compile("(action|discovery)\\..*\\.label"), new int[]{40, 48},
            Pattern.compile(".*\\.option\\..*"), new int[]{45, 45},
            Pattern.compile(".*\\.description"), new int[]{400, 480},
            Pattern.compile("(offline|online|plant|unknown|control)\\..*"), new int[]{210, 250});
    /** What both languages call the same. */
    private static final Set<String> SAME = Set.of("All-in-Ones", "AlphaESS, Cloud", "AppID", "AppSecret", "Bypass",
            "EMS", "Eco", "Gateway", "GivEnergy", "Host", "Normal", "Normal (R)", "Offline", "PV", "Port", "Solar",
            "Status", "kWp", "{0} {1} {2}", "°C",
            "kWh");
    /** Names of products and protocols. */
    private static final Pattern NAME = Pattern
            .compile("X[13]-.*|(AlphaESS, |SolaX, )?Modbus TCP|AlphaESS \\{0} \\{1}");
    /** German texts ask without you: "Bitte ... prüfen". */
    private static final Pattern ADDRESS = Pattern.compile("\\b([Dd]u|[Dd]ein\\w*|Ihre?[mnrs]?)\\b|en Sie\\b");

    private final Properties english = load("solarplant.properties");
    private final Properties german = load("solarplant_de.properties");
    private final List<String> complaints = new ArrayList<>();

    private static Properties load(String file) {
        try (Reader reader = Files.newBufferedReader(OH_INF.resolve("i18n").resolve(file))) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private static Texts translation(Locale locale) {
        Texts texts = new Texts(locale);
        texts.add(new Resources.Folder(OH_INF));
        return texts;
    }

    /** What a user of that language reads where openHAB shows the text under this key. */
    private static String shown(Texts texts, String key) {
        return FORMATTED.matcher(key).matches()
                ? Objects.requireNonNull(texts.status(TranslatedText.of(key, ARGUMENTS)))
                : texts.label(key, "@text/" + key);
    }

    private void forEachText(BiConsumer<String, List<String>> look) {
        Texts en = translation(Locale.ENGLISH);
        Texts de = translation(Locale.GERMANY);
        new TreeSet<>(english.stringPropertyNames())
                .forEach(key -> look.accept(key, List.of(shown(en, key), shown(de, key))));
        assertEquals(List.of(), complaints);
    }

    private void expect(boolean fine, String key, Object text) {
        if (!fine) {
            complaints.add(key + " = " + text);
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void arguments() {
        forEachText((key, shown) -> {
            Set<String> expected = found(PLACEHOLDER, english.getProperty(key));
            shown.forEach(text -> {
                expect(found(Pattern.compile("<(\\d)>"), text).equals(expected), key, text);
                expect(!text.matches(".*[{}].*"), key, text);
            });
        });
    }

    /** Where MessageFormat is at work an apostrophe is written twice, elsewhere once: shown it is always one. */
    @Test
    void apostrophes() {
        forEachText((key, shown) -> {
            List<String> written = List.of(english.getProperty(key), german.getProperty(key));
            for (int i = 0; i < shown.size(); i++) {
                String once = PLACEHOLDER.matcher(written.get(i).replace("''", "'")).replaceAll("<$1>");
                expect(shown.get(i).equals(once) && !shown.get(i).contains("''"), key, shown.get(i));
            }
        });
    }

    @Test
    void settingsAreNamedInBothLanguages() {
        forEachText((key, shown) -> expect(found(SETTING, english.getProperty(key))
                .equals(found(SETTING, german.getProperty(key))), key, shown));
    }

    @Test
    void lengths() {
        forEachText((key, shown) -> LONGEST.forEach((keys, longest) -> {
            for (int i = 0; keys.matcher(key).matches() && i < shown.size(); i++) {
                // a number of two digits and a word of medium length are what stands there as a rule
                String text = shown.get(i).replaceAll("(?<=L)<0>", "3").replace("<0>", "12").replace("<1>", "medium");
                expect(text.length() <= longest[i], key + " (" + text.length() + ")", text);
            }
        }));
    }

    @Test
    void blanks() {
        forEachText((key, shown) -> shown
                .forEach(text -> expect(text.equals(text.strip()) && !text.isEmpty() && !text.contains("  "), key,
                        text)));
    }

    /** A status says what is the matter and what to do: two sentences at least. */
    @Test
    void statusesAreSentences() {
        forEachText((key, shown) -> shown.forEach(text -> expect(!key.matches("(offline|online|plant|unknown)\\..*")
                || text.matches("[A-ZÄÖÜ<].*[.:;,] .*\\."), key, text)));
    }

    @Test
    void descriptionsAreSentences() {
        forEachText((key, shown) -> shown.forEach(
                text -> expect(!key.endsWith(".description") || text.matches("[A-ZÄÖÜ].*\\."), key, text)));
    }

    @Test
    void nothingIsLeftInEnglish() {
        Set<String> idle = new TreeSet<>(SAME);
        forEachText((key, shown) -> {
            String text = english.getProperty(key);
            if (text.equals(german.getProperty(key))) {
                idle.remove(text);
                expect(SAME.contains(text) || NAME.matcher(text).matches(), key, text);
            }
        });
        assertEquals(Set.of(), idle, "no text any more");
    }

    @Test
    void germanAsksWithoutYou() {
        forEachText((key, shown) -> expect(!ADDRESS.matcher(shown.getLast()).find(), key, shown.getLast()));
    }

    /** One below the other the two files can be compared. */
    @Test
    void order() throws IOException {
        List<List<String>> keys = new ArrayList<>();
        for (String file : List.of("solarplant.properties", "solarplant_de.properties")) {
            keys.add(Files.readAllLines(OH_INF.resolve("i18n").resolve(file)).stream()
                    .map(line -> line.replaceFirst(" = .*", "")).toList());
        }
        assertLinesMatch(keys.getFirst(), keys.getLast());
    }
}
