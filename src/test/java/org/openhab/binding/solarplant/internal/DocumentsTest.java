/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.profile.ModelTable;
import org.openhab.binding.solarplant.internal.profile.ProfileException;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;

/** The documents lead to each other, and the pages of vendors know the models that the add-on knows. */
@NonNullByDefault
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("]\\(((?!https?://)[^)#]*)(?:#([^)]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern NAMED = Pattern.compile("`([A-Z0-9]+)`");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path file : documents()) {
            LINK.matcher(read(file)).results().filter(link -> !leadsSomewhere(file, link.group(1), link.group(2)))
                    .forEach(link -> broken.add(file + " -> " + link.group()));
        }
        assertEquals(List.of(), broken);
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(
                List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md")));
        try (Stream<Path> pages = Files.list(Path.of("docs"))) {
            pages.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
        }
        return documents;
    }

    private static boolean leadsSomewhere(Path from, String file, @Nullable String anchor) {
        Path target = file.isEmpty() ? from : from.resolveSibling(file);
        return Files.exists(target) && (anchor == null || anchors(target).contains(anchor));
    }

    @Test
    void thePageOfSolaxHasTheBeginningOfEverySerialNumber() throws ProfileException {
        Set<String> named = NAMED.matcher(read(Path.of("docs", "solax.md"))).results().map(code -> code.group(1))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), models("solax").prefixes().stream()
                .filter(prefix -> named.stream().noneMatch(prefix::startsWith))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void thePageOfGivEnergyHasEveryProductLine() throws ProfileException {
        String page = read(Path.of("docs", "givenergy.md"));
        Set<String> lines = models("givenergy").prefixes().stream().filter(prefix -> prefix.length() > 1)
                .map(prefix -> prefix.substring(0, 2)).collect(Collectors.toCollection(TreeSet::new));
        assertFalse(lines.isEmpty());
        // three lines stand in one row, as from one to another
        assertEquals(Set.of("23", "24"), lines.stream().filter(line -> !page.contains("`" + line + "..`"))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** What the example shows is what is compiled and run. */
    @Test
    void theExampleOfANewVendorIsTheOneThatIsTried() {
        String page = read(Path.of("docs", "architecture.md"));
        Path tests = Path.of("src", "test");
        Path java = tests
                .resolve(Path.of("java", "org", "openhab", "binding", "solarplant", "internal", "driver", "sun"));
        for (String file : List.of("string.json", "models.json")) {
            assertTrue(page.contains(read(tests.resolve(Path.of("resources", "profiles", "sun", file)))), file);
        }
        String detection = read(java.resolve("SunDetection.java"));
        assertTrue(page.contains(detection.substring(detection.indexOf("\n/**") + 1)), "SunDetection");
        String test = read(java.resolve("SunDriverTest.java"));
        int start = test.indexOf("    @Test");
        assertTrue(
                page.contains(
                        test.substring(start, test.indexOf("    @Test", start + 1)).stripTrailing().stripIndent()),
                "SunDriverTest");
    }

    private static ModelTable models(String vendor) throws ProfileException {
        return new ProfileStore().models(vendor);
    }

    /** As the sites that show Markdown make them of headings. */
    private static Set<String> anchors(Path page) {
        return HEADING.matcher(read(page)).results().map(heading -> heading.group(1).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\d _-]", "").replace(' ', '-')).collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
