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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * Things that an older version made go on working: what was released stays, or an update instruction tells openHAB how
 * stored things change.
 */
@NonNullByDefault
class OhInfUpdateTest {

    private static final Path RELEASED = Path.of("src", "test", "resources", "released");
    /** To be copied among the released ones when a version is published. */
    private static final Path TODAY = Path.of("target", "released-ids.txt");
    private static final String REMOVAL = """
            <update:update-descriptions xmlns:update="u">
                <thing-type uid="solarplant:meter">
                    <instruction-set targetVersion="1">
                        <remove-channel id="%s" groupIds="status,meter" />
                    </instruction-set>
                </thing-type>
            </update:update-descriptions>
            """;

    /** An instruction: which channel of which thing type is taken out of stored things. */
    private record Removal(String thing, String channel) {

        static Set<Removal> of(List<Element> thingTypes) {
            return thingTypes.stream().flatMap(type -> OhInf.within(type, "remove-channel")
                    .flatMap(removal -> Stream.of(removal.getAttribute("groupIds").split(","))
                            .map(group -> new Removal(typeId(type), group + "#" + removal.getAttribute("id")))))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void whatWasReleasedIsStillThereOrIsUpdated() throws IOException {
        ReleasedIds today = ReleasedIds.today();
        Files.createDirectories(TODAY.getParent());
        Files.write(TODAY, today.lines());
        try (Stream<Path> files = Files.list(RELEASED)) {
            List<Path> released = files.toList();
            assertFalse(released.isEmpty());
            for (Path file : released) {
                assertEquals(List.of(), lost(ReleasedIds.read(file), today, Removal.of(OhInf.updates())),
                        () -> "users of " + file.getFileName()
                                + " lose these; see Change a Channel in CONTRIBUTING.md");
            }
        }
    }

    @Test
    void aLostChannelIsNoticed() {
        ReleasedIds released = new ReleasedIds(List.of("thing meter", "group meter meter", "group meter status",
                "channel meter#power Number:Power", "channel meter#l{n}-power Number:Power", "setting meter deviceId"));
        assertEquals(List.of(), lost(released, released, Set.of()));

        ReleasedIds renamed = with(released, "channel meter#power Number:Power", "channel meter#watts Number:Power");
        assertEquals(List.of("meter:meter#power"), lost(released, renamed, Set.of()));
        assertEquals(List.of(), lost(released, renamed, removal("power")));

        ReleasedIds otherItem = with(released, "channel meter#power Number:Power", "channel meter#power Number");
        assertEquals(List.of("meter:meter#power"), lost(released, otherItem, Set.of()));
        assertEquals(List.of(), lost(released, otherItem, removal("power")));

        ReleasedIds numbered = with(released, "channel meter#l{n}-power Number:Power", "thing other");
        assertEquals(List.of("meter:meter#l{n}-power"), lost(released, numbered, removal("power")));
        assertEquals(List.of(), lost(released, numbered, removal("l1-power")));

        assertEquals(List.of("setting meter deviceId", "meter:meter#l{n}-power", "meter:meter#power"),
                lost(released, new ReleasedIds(List.of("thing meter")), Set.of()));
    }

    /** openHAB runs the instructions above the version that a thing has, and a new thing must run none. */
    @Test
    void theVersionOfEveryThingTypeIsThatOfItsLastInstructions() {
        Set<String> expected = new TreeSet<>();
        Stream.of("bridge-type", "thing-type").flatMap(tag -> OhInf.all(tag).stream())
                .forEach(type -> OhInf.within(type, "property")
                        .filter(property -> property.getAttribute("name").equals("thingTypeVersion"))
                        .forEach(property -> expected.add(type.getAttribute("id") + " " + property.getTextContent())));
        List<String> found = new ArrayList<>();
        OhInf.updates().forEach(type -> {
            List<Integer> versions = OhInf.within(type, "instruction-set")
                    .map(set -> Integer.valueOf(set.getAttribute("targetVersion"))).toList();
            assertEquals(versions.stream().distinct().sorted().toList(), versions, typeId(type));
            found.add(typeId(type) + " " + versions.getLast());
        });
        assertEquals(List.copyOf(expected), found.stream().sorted().toList());
        assertEquals(OhInf.all("thing-type").size() + OhInf.all("bridge-type").size(), expected.size());
    }

    /** An update puts the channel there even where a device has none; removed, it comes back by itself if it has. */
    @Test
    void channelsAreRemovedAndNotUpdated() {
        assertEquals(List.of(), OhInf.updates().stream()
                .flatMap(type -> Stream.of("add-channel", "update-channel").flatMap(tag -> OhInf.within(type, tag)))
                .map(change -> change.getAttribute("id")).toList());
    }

    private static List<String> lost(ReleasedIds released, ReleasedIds today, Set<Removal> removals) {
        Set<String> fixed = released.fixed();
        fixed.removeAll(today.fixed());
        Set<ReleasedIds.Held> still = today.channels();
        Stream<String> channels = released.channels().stream().filter(channel -> !still.contains(channel))
                .filter(channel -> !removals
                        .contains(new Removal(channel.thing(), channel.channel().replace("{n}", "1"))))
                .map(channel -> channel.thing() + ":" + channel.channel()).sorted();
        return Stream.concat(fixed.stream(), channels).toList();
    }

    private static ReleasedIds with(ReleasedIds ids, String line, String instead) {
        return new ReleasedIds(
                ids.lines().stream().map(one -> one.equals(line) ? instead : one).collect(Collectors.toList()));
    }

    private static Set<Removal> removal(String id) {
        return Removal.of(OhInf.children(OhInf.parse(REMOVAL.formatted(id))));
    }

    private static String typeId(Element type) {
        return type.getAttribute("uid").replace(OhInf.BINDING + ":", "");
    }
}
