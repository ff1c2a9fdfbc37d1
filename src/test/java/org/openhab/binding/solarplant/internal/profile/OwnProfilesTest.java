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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of a user: whatever stands in them, it is a register map or a mistake with a name. */
@NonNullByDefault
@Timeout(60)
class OwnProfilesTest {

    private static final Path EXAMPLE = Path.of("docs/examples/sunspec-inverter.json");
    private static final int MUTATIONS = 3000;

    @TempDir
    private Path folder = Path.of("");
    private final List<String> complaints = new ArrayList<>();
    private int writes;

    private OwnProfiles profiles() {
        return new OwnProfiles(folder, complaints::add);
    }

    /** Each write happens at a time of its own, however fast they follow each other. */
    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(++writes)));
        return file;
    }

    private static String mistake(OwnProfiles profiles, String id) {
        return String.valueOf(assertThrows(ProfileException.class, () -> profiles.family(id)).getMessage());
    }

    @Test
    void thePageShowsTheFileAsItIs() throws IOException {
        assertTrue(Files.readString(Path.of("docs/own-profiles.md")).contains(
                "```json\n" + Files.readString(EXAMPLE) + "```"), "docs/own-profiles.md shows another file");
    }

    @Test
    void thereNeedNotBeAny() throws ProfileException {
        OwnProfiles none = new OwnProfiles(folder.resolve("nowhere"), complaints::add);
        assertEquals(Optional.empty(), none.family("sun"));
        assertEquals(List.of(), none.families());
        assertEquals(List.of(), complaints);
    }

    @Test
    void aFileIsReadOnceAndAgainWhenItHasChanged() throws Exception {
        OwnProfiles profiles = profiles();
        String text = Files.readString(EXAMPLE);
        write("sun.json", text);
        Profile first = profiles.family("sun").orElseThrow();
        assertSame(first, profiles.family("sun").orElseThrow());
        write("sun.json", text.replace("with three phases", "with four phases"));
        assertEquals("SunSpec inverters with four phases", profiles.family("sun").orElseThrow().label());
        Files.delete(folder.resolve("sun.json"));
        assertEquals(Optional.empty(), profiles.family("sun"));
    }

    @Test
    void aMistakeIsComplainedAboutOnceForEachChange() throws IOException {
        OwnProfiles profiles = profiles();
        Path file = write("sun.json", "{");
        assertEquals(mistake(profiles, "sun"), mistake(profiles, "sun"));
        assertEquals(List.of(file + ", line 1: no proper JSON up to here"), complaints);
        write("sun.json", "{}");
        mistake(profiles, "sun");
        mistake(profiles, "sun");
        assertEquals(2, complaints.size(), complaints::toString);
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        OwnProfiles profiles = profiles();
        Path strange = Files.createDirectories(folder.resolve("sun.json"));
        assertEquals(strange + ": is no file", mistake(profiles, "sun"));
    }

    @Test
    void whatCannotBeReadIsTriedAgainAndComplainedAboutOnce() throws IOException {
        Path circle = Files.createDirectories(folder.resolve("solax")).resolve("hybrid.json");
        Files.createSymbolicLink(circle, circle);
        ProfileStore store = new ProfileStore(profiles());
        for (int turn = 0; turn < 2; turn++) {
            ProfileException e = assertThrows(ProfileException.class, () -> store.profile("solax", "hybrid"));
            assertEquals(circle + ": cannot be read", e.getMessage());
        }
        assertEquals(1, complaints.size(), complaints::toString);
    }

    @Test
    void aFileIsNoLargerThanNeeded() throws IOException {
        OwnProfiles profiles = profiles();
        write("sun.json", " ".repeat(256 * 1024) + "{}");
        assertTrue(mistake(profiles, "sun").endsWith("is larger than 256 KiB"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"registers\":["})
    void nestingHasAnEnd(String opening) throws IOException {
        OwnProfiles profiles = profiles();
        write("sun.json", "{ \"id\": \"sun\", \"label\": " + opening.repeat(200_000 / opening.length()));
        assertTrue(mistake(profiles, "sun").contains(", line 1: "));
    }

    @Test
    void onlyFilesInTheFolderItselfAreFamilies() throws IOException, ProfileException {
        write("sun.json", "{");
        write("solax/hybrid.json", "{");
        write("notes.txt", "");
        write("a b.json", "{");
        assertEquals(List.of("sun"), profiles().families());
        for (String id : List.of("../" + folder.getFileName() + "/sun", "solax/hybrid", "", ".", "sun.json", "a b")) {
            assertEquals(Optional.empty(), profiles().family(id), id);
        }
    }

    /** A user's models name files, too. */
    @ParameterizedTest
    @ValueSource(strings = {"../sun", "a\0b", ""})
    void aModelLeadsToNoFileElsewhere(String profile) throws IOException {
        write("sun.json", "{");
        Files.createDirectories(folder.resolve("solax"));
        ProfileStore store = new ProfileStore(profiles());
        ProfileException e = assertThrows(ProfileException.class, () -> store.profile("solax", profile));
        assertTrue(String.valueOf(e.getMessage()).endsWith("there is no such profile"), e.getMessage());
        assertEquals(List.of(), complaints);
    }

    /** Typing errors of all kinds: none of them gets past the reader in another way than by name. */
    @Test
    void whateverIsTypedIsReadOrNamed() throws IOException {
        String good = Files.readString(EXAMPLE);
        Random random = new Random(4711);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            String text = mutated(good, random);
            try {
                ProfileReader.read("sun.json", new StringReader(text));
            } catch (ProfileException e) {
                refused++;
                assertTrue(String.valueOf(e.getMessage()).matches("(?s)sun\\.json, line \\d+: .+"), e.getMessage());
                assertFalse(e.getCause() instanceof NullPointerException, e.getMessage());
            }
        }
        assertTrue(refused > MUTATIONS / 4, "only " + refused);
    }

    private static String mutated(String text, Random random) {
        int at = random.nextInt(text.length());
        String[] splinters = {"", "-", "9", "99999999999", "0x", "1e999999999", "\"", "null", "{}", "[]", "^", "..",
                "+",
                "*", " ", "\n", "\u0000", "10^", "self"};
        String splinter = splinters[random.nextInt(splinters.length)];
        int end = Math.min(text.length(), at + random.nextInt(4));
        return text.substring(0, at) + splinter + text.substring(end);
    }
}
