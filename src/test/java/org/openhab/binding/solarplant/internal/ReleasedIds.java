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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.MetricType;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.w3c.dom.Element;

/**
 * What users' things, links and files hold on to. A line is {@code thing <type>}, {@code setting <type> <name>},
 * {@code group <type> <group>} or {@code channel <group>#<channel> <item type>}, with {@code {n}} for a number.
 *
 * @param lines all of them, sorted
 */
@NonNullByDefault
record ReleasedIds(SortedSet<String> lines) {

    /**
     * A channel that things of this type may have.
     *
     * @param thing the id of the thing type
     * @param channel group and channel, with {@code {n}} for a number, such as {@code pv#string-{n}-power}
     * @param itemType the type of item that is linked to it
     */
    record Held(String thing, String channel, String itemType) {}

    ReleasedIds(Collection<String> lines) {
        this(new TreeSet<>(lines));
    }

    static ReleasedIds read(Path file) throws IOException {
        return new ReleasedIds(Files.readAllLines(file));
    }

    /** Those of the sources as they are. */
    static ReleasedIds today() {
        SortedSet<String> lines = new TreeSet<>();
        Stream.of("bridge-type", "thing-type").flatMap(tag -> OhInf.all(tag).stream()).forEach(thing -> {
            String type = thing.getAttribute("id");
            lines.add("thing " + type);
            OhInf.within(thing, "parameter")
                    .forEach(parameter -> lines.add("setting " + type + " " + parameter.getAttribute("name")));
            OhInf.within(thing, "channel-group")
                    .forEach(group -> lines.add("group " + type + " " + group.getAttribute("id")));
        });
        Map<String, String> itemTypes = OhInf.all("channel-type").stream()
                .collect(Collectors.toMap(type -> type.getAttribute("id"), ReleasedIds::itemType));
        for (MetricType type : Metrics.types()) {
            lines.add("channel " + type.group() + "#" + type.pattern() + " " + itemTypes.get(type.channelType()));
        }
        return new ReleasedIds(lines);
    }

    private static String itemType(Element channelType) {
        String itemType = OhInf.text(channelType, "item-type");
        return itemType.isEmpty() ? OhInf.text(channelType, "kind") : itemType;
    }

    /** The thing types and settings, which no instruction can make up for. */
    Set<String> fixed() {
        return lines.stream().filter(line -> line.matches("(thing|setting) .*"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each channel with each type of thing that has its group; more than a thing turns out to have, never less. */
    Set<Held> channels() {
        return lines("group").flatMap(group -> lines("channel")
                .filter(channel -> channel[1].startsWith(group[2] + "#"))
                .map(channel -> new Held(group[1], channel[1], channel[2]))).collect(Collectors.toSet());
    }

    private Stream<String[]> lines(String kind) {
        return lines.stream().filter(line -> line.startsWith(kind + " ")).map(line -> line.split(" "));
    }
}
