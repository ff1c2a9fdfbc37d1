/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

import com.ghgande.j2mod.modbus.Modbus;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** What is published: a JAR that carries its licences, and beside it its hash, what is in it, and its announcement. */
@NonNullByDefault
class ReleaseFilesIT {

    private static final Path JAR = Path.of(System.getProperty("bundle.jar", ""));
    private static final Path PROJECT = Path.of(System.getProperty("project.basedir", "."));
    private static final Path STAND_IN = Path.of(System.getProperty("standin.classes", ""));
    private static final String OWN = "org/openhab/binding/solarplant/internal/";
    /** How NOTICE names what is inside: name and version on a line, its licence by SPDX id on the next. */
    private static final Pattern NOTICED = Pattern.compile("(?m)^(\\S+) \\((\\S+)\\)\n\\* Licence: ([^,]+),");

    /** Name, version and licence. */
    private record Inside(String name, String version, String licence) {}

    private static Path beside(String ending) {
        return JAR.resolveSibling(JAR.getFileName().toString().replaceAll("\\.jar$", ending));
    }

    private static String hash(byte[] content) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    /** From the file name at the end of an address openHAB makes the id under which it lists the add-on. */
    @Test
    void theNameOfTheJarMakesTheIdOfTheAddOn() {
        Matcher id = Pattern.compile(".*/(.*?)-\\d+\\.\\d+\\.\\d+.*")
                .matcher("https://example.org/" + JAR.getFileName());
        assertTrue(id.matches(), JAR.toString());
        assertEquals("org.openhab.binding.solarplant", id.group(1));
        assertTrue(JAR.getFileName().toString().matches("[a-z.]+-\\d+\\.\\d+\\.\\d+\\.jar"), JAR.toString());
    }

    @Test
    void theHashIsThatOfTheJar() throws Exception {
        String expected = hash(Files.readAllBytes(JAR)) + "  " + JAR.getFileName() + "\n";
        assertEquals(expected, Files.readString(beside(".jar.sha256")));
    }

    @Test
    void nothingButClassesAndNamedFilesIsIn() throws IOException {
        String maven = "META-INF/maven/org.openhab.addons.bundles/org.openhab.binding.solarplant/pom.";
        Set<String> expected = new TreeSet<>(Set.of("META-INF/MANIFEST.MF", "META-INF/LICENSE", "META-INF/NOTICE",
                "META-INF/licenses/Apache-2.0.txt", maven + "xml", maven + "properties"));
        Path resources = PROJECT.resolve("src/main/resources");
        try (Stream<Path> files = Files.walk(resources)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> expected.add(resources.relativize(file).toString().replace('\\', '/')));
        }
        assertTrue(expected.stream().anyMatch(name -> name.startsWith("OH-INF/update/")));
        assertEquals(expected, contents().keySet().stream()
                .filter(name -> !name.endsWith(".class") && !name.startsWith("OSGI-INF/"))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void noClassOfTheStandInOrOfTheTestsIsIn() throws IOException {
        Set<String> packed = contents().keySet();
        for (Path foreign : List.of(STAND_IN, PROJECT.resolve("target/test-classes"))) {
            try (Stream<Path> files = Files.walk(foreign)) {
                List<String> found = files.map(file -> foreign.relativize(file).toString().replace('\\', '/'))
                        .filter(name -> name.endsWith(".class")).toList();
                assertFalse(found.isEmpty(), foreign.toString());
                assertEquals(List.of(), found.stream().filter(packed::contains).toList());
            }
        }
    }

    @Test
    void itCarriesItsLicences() throws IOException {
        Map<String, byte[]> contents = contents();
        for (String name : List.of("LICENSE", "NOTICE")) {
            assertArrayEquals(Files.readAllBytes(PROJECT.resolve(name)), contents.get("META-INF/" + name), name);
        }
        for (Inside part : noticed()) {
            byte[] text = Objects.requireNonNull(contents.get("META-INF/licenses/" + part.licence() + ".txt"));
            assertTrue(new String(text, StandardCharsets.UTF_8).strip().startsWith("Apache License"), part.name());
        }
    }

    /** Nobody has to trust that the classes of others are what they were: they are, byte for byte. */
    @Test
    void everyForeignClassIsThatOfItsPublishedJar() throws Exception {
        try (JarFile published = new JarFile(j2mod().toFile())) {
            for (Map.Entry<String, byte[]> entry : contents().entrySet()) {
                if (entry.getKey().endsWith(".class") && !entry.getKey().startsWith(OWN)) {
                    JarEntry original = Objects.requireNonNull(published.getJarEntry(entry.getKey()), entry.getKey());
                    assertArrayEquals(published.getInputStream(original).readAllBytes(), entry.getValue(),
                            entry.getKey());
                }
            }
        }
    }

    @Test
    void theListOfContentsIsThatOfTheNotice() throws Exception {
        Path file = beside(".cdx.json");
        assumeTrue(Files.exists(file), "Maven makes the list of contents only where it may go online (without -o)");
        String text = Files.readString(file);
        JsonObject list = JsonParser.parseString(text).getAsJsonObject();
        assertEquals("CycloneDX", list.get("bomFormat").getAsString());
        assertFalse(list.has("serialNumber"), "changes with each build");
        assertFalse(list.getAsJsonObject("metadata").has("timestamp"), "changes with each build");
        List<JsonObject> components = list.getAsJsonArray("components").asList().stream()
                .map(JsonElement::getAsJsonObject).toList();
        assertEquals(noticed(), components.stream().map(ReleaseFilesIT::inside).toList());
        assertTrue(text.contains("\"" + hash(Files.readAllBytes(j2mod())) + "\""), "the hash of j2mod's JAR");
        JsonObject own = list.getAsJsonObject("metadata").getAsJsonObject("component");
        assertEquals("org.openhab.binding.solarplant", own.get("name").getAsString());
        assertEquals("EPL-2.0", inside(own).licence());
    }

    /** openHAB takes the last word of a topic's title as range, and the last address that ends with .jar as the JAR. */
    @Test
    void theAnnouncementIsOneThatOpenhabReads() throws Exception {
        String text = Files.readString(JAR.resolveSibling("marketplace.md"));
        assertFalse(text.contains("${"), "something was not filled in");
        assertTrue(text.contains(hash(Files.readAllBytes(JAR))));
        String title = text.lines().filter(line -> line.startsWith("Solar Plant")).findFirst().orElse("");
        Matcher range = Pattern.compile(".* \\[(\\d+\\.\\d+)\\.0;(\\d+)\\.0\\.0\\)").matcher(title);
        assertTrue(range.matches(), title);
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertTrue(jar.getManifest().getMainAttributes().getValue("Import-Package")
                    .contains("org.openhab.core.thing;version=\"[" + range.group(1) + "," + range.group(2) + ")\""));
        }
        List<String> links = text.lines().filter(line -> line.matches("https?://\\S+")).toList();
        assertEquals(1, links.size());
        assertTrue(links.getFirst().endsWith("/" + JAR.getFileName()), links.getFirst());
        noticed().forEach(part -> assertTrue(text.contains(part.name() + " " + part.version()), part.name()));
    }

    private static Path j2mod() throws Exception {
        return Path.of(Modbus.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static Inside inside(JsonObject component) {
        JsonObject licence = component.getAsJsonArray("licenses").get(0).getAsJsonObject().getAsJsonObject("license");
        return new Inside(component.get("name").getAsString(), component.get("version").getAsString(),
                licence.get("id").getAsString());
    }

    private static List<Inside> noticed() throws IOException {
        List<Inside> parts = NOTICED.matcher(Files.readString(PROJECT.resolve("NOTICE"))).results()
                .map(match -> new Inside(match.group(1), match.group(2), match.group(3))).toList();
        assertFalse(parts.isEmpty());
        return parts;
    }

    private static Map<String, byte[]> contents() throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (JarEntry entry : jar.stream().filter(one -> !one.isDirectory()).toList()) {
                contents.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
            }
        }
        return contents;
    }
}
