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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.MetricType;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.w3c.dom.Element;

/** The page docs/channels.md: every channel of every thing, what it is, and which devices have it. */
@NonNullByDefault
final class ChannelPage {

    private static final List<String> THINGS = List.of("plant", "inverter", "battery", "meter", "ev-charger", "ems",
            "gateway");
    private static final String ALWAYS = "always";
    /** Groups that the binding fills while a setting of the plant asks for it. */
    private static final Map<String, String> ON_WISH = Map.of("control#writes-left", "while the plant allows control");
    /** What the binding calculates, whoever the vendor is: thing, channels, and when it is there. */
    private static final List<Calculated> CALCULATED = """
            plant    | pv#power grid#power grid#import-power grid#export-power load#power | where its devices measure it
            plant    | battery#power battery#charge-power battery#discharge-power | where its devices measure it
            plant    | battery#state-of-charge battery#capacity | where an inverter tells it
            plant    | energy#pv-today energy#import-today energy#export-today | where its devices count it
            plant    | energy#charge-today energy#discharge-today energy#load-today | where its devices count it
            plant    | energy#pv-total energy#import-total energy#export-total | where its devices count it
            plant    | energy#charge-total energy#discharge-total energy#load-total | where its devices count it
            plant    | ratio#self-sufficiency ratio#self-consumption | where the energies of today are known
            plant    | grid#available | where an inverter or a gateway tells it
            plant    | battery#usable-energy battery#time-to-full battery#time-to-empty | where an inverter has it
            plant    | battery#max-charge-power battery#max-discharge-power | where an inverter has it
            plant    | load#house-power | where the plant has EV chargers
            inverter | battery#usable-energy | where state of charge and capacity are known
            inverter | battery#time-to-full battery#time-to-empty | where power and capacity of the battery are known
            inverter | poll#mode poll#last-type poll#last-error poll#last-full poll#last-success | where the thing has a connection of its own
            inverter | poll#tick-count poll#consecutive-failures poll#rejected-values poll#duration | where the thing has a connection of its own
            ems      | poll#mode poll#last-type poll#last-error poll#last-full poll#last-success | where the thing has a connection of its own
            ems      | poll#tick-count poll#consecutive-failures poll#rejected-values poll#duration | where the thing has a connection of its own
            gateway  | poll#mode poll#last-type poll#last-error poll#last-full poll#last-success | where the thing has a connection of its own
            gateway  | poll#tick-count poll#consecutive-failures poll#rejected-values poll#duration | where the thing has a connection of its own
            inverter | control#effect | while the plant allows control
            """
            .lines().map(Calculated::of).toList();

    private final Set<ChannelOwner> owners = ChannelOwner.all();
    private final Map<String, Element> channelTypes = byId("channel-type");
    private final Map<String, Element> groupTypes = byId("channel-group-type");

    /** One line of a table. */
    private record Row(String id, Element type, String where) {}

    /** Channels that the binding itself calculates for things of a type. */
    private record Calculated(String thing, Set<String> channels, String where) {

        static Calculated of(String line) {
            String[] parts = line.split(" *\\| *");
            return new Calculated(parts[0], Set.of(parts[1].split(" ")), parts[2]);
        }

        boolean is(String ofThing, MetricType type) {
            return thing.equals(ofThing) && channels.contains(type.group() + "#" + type.pattern());
        }
    }

    /** By the id of a channel as the page shows it: the type of an item for it. */
    Map<String, String> itemTypes(String thing) {
        return rows(thing).stream()
                .collect(Collectors.toMap(Row::id, row -> OhInf.text(row.type, "item-type")));
    }

    private static Map<String, Element> byId(String tag) {
        return OhInf.all(tag).stream().collect(Collectors.toMap(type -> type.getAttribute("id"), Function.identity()));
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(
                """
                        # Channels

                        <!-- Made by ChannelPageTest from the channel types, the register maps and the drivers; do not edit. -->

                        This page lists every channel of every thing.
                        A thing gets the channels that its device has; what the device turns out not to have, or does not tell, has no channel.
                        An `N` in an id stands for a number from 1 on: of a phase, a PV string, a cell or a slot.
                        `R` is read only, `RW` also takes commands once the plant [allows control](../README.md#control) and the model can be set.
                        What is advanced is hidden in openHAB's user interface until you ask for it.

                        ## Families

                        The last column of the tables names who has a channel: a vendor, and in brackets those of its families that do; not every model of a family has all of it.
                        """);
        lines.add("| Vendor | Family | What it is |");
        lines.add("|---|---|---|");
        families().forEach(lines::add);
        THINGS.forEach(thing -> addThing(thing, lines));
        addReserved(lines);
        return String.join("\n", lines) + "\n";
    }

    private static Stream<String> families() {
        return Stream.concat(
                ShippedMap.all().stream().filter(map -> !map.isOfSettings())
                        .map(map -> "| " + map.vendor() + " | `" + map.family() + "` | " + map.label() + " |"),
                Stream.of("| AlphaESS | `cloud` | AlphaESS systems and their EV chargers, by the vendor's cloud |"))
                .sorted();
    }

    private void addThing(String thing, List<String> lines) {
        lines.add("\n## `" + thing + "`\n");
        addTable(rows(thing), lines);
    }

    private static void addTable(List<Row> rows, List<String> lines) {
        lines.add("| Channel | Item Type | Unit | R/W | Advanced | Label and Description | Who Has It |");
        lines.add("|---|---|---|---|---|---|---|");
        rows.forEach(row -> lines.add(line(row)));
    }

    /** What the catalogue has and nobody tells: said plainly, so that nobody looks for it. */
    private void addReserved(List<String> lines) {
        List<Row> reserved = Metrics.types().stream()
                .filter(type -> lines.stream().noneMatch(line -> line.startsWith("| `" + shown(type) + "` |")))
                .map(type -> new Row(shown(type), known(channelTypes, type.channelType()), "nobody yet")).toList();
        if (!reserved.isEmpty()) {
            lines.add("\n## Reserved\n");
            lines.add("These ids are kept for what no device that the add-on knows tells or takes.\n");
            addTable(reserved, lines);
        }
    }

    /** All rows of a thing: what it always has, and what some devices have, group by group. */
    private List<Row> rows(String thing) {
        return OhInf.all("channel-group").stream().filter(group -> thingOf(group).equals(thing))
                .flatMap(group -> rows(thing, group)).toList();
    }

    private static String thingOf(Element group) {
        return ((Element) group.getParentNode().getParentNode()).getAttribute("id");
    }

    private Stream<Row> rows(String thing, Element group) {
        String id = group.getAttribute("id");
        Map<String, Element> fixed = OhInf.within(known(groupTypes, group.getAttribute("typeId")), "channel")
                .collect(Collectors.toMap(channel -> channel.getAttribute("id"), Function.identity()));
        Stream<Row> metrics = Metrics.types().stream().filter(type -> type.group().equals(id))
                .flatMap(type -> where(thing, type, fixed.keySet())
                        .map(where -> new Row(shown(type), known(channelTypes, type.channelType()), where)).stream());
        // what is not in the catalogue is no state but an event
        Stream<Row> events = fixed.values().stream()
                .filter(channel -> Metrics.find(id + "#" + channel.getAttribute("id")).isEmpty())
                .map(channel -> new Row(id + "#" + channel.getAttribute("id"),
                        known(channelTypes, channel.getAttribute("typeId")), ALWAYS));
        return Stream.concat(metrics, events);
    }

    private Optional<String> where(String thing, MetricType type, Set<String> fixed) {
        if (fixed.contains(type.pattern())) {
            return Optional.of(ALWAYS);
        }
        String id = type.group() + "#" + type.pattern();
        if (ON_WISH.containsKey(id)) {
            return Optional.ofNullable(ON_WISH.get(id));
        }
        Optional<String> calculated = CALCULATED.stream().filter(channels -> channels.is(thing, type))
                .map(Calculated::where).findFirst();
        if (calculated.isPresent()) {
            return calculated;
        }
        List<ChannelOwner> who = owners.stream()
                .filter(owner -> owner.thing().equals(thing) && owner.type().equals(type))
                .toList();
        return who.isEmpty() ? Optional.empty() : Optional.of(names(thing, who));
    }

    private String names(String thing, List<ChannelOwner> who) {
        return who.stream().map(ChannelOwner::vendor).distinct().sorted(ChannelPage::inOrder).map(vendor -> {
            Set<String> having = families(vendor, who.stream());
            Set<String> all = families(vendor, owners.stream().filter(owner -> owner.thing().equals(thing)));
            return having.equals(all)
                    ? vendor
                    : vendor + having.stream().map(family -> "`" + family + "`")
                            .collect(Collectors.joining(", ", " (", ")"));
        }).collect(Collectors.joining(", "));
    }

    /** As the vendors are named everywhere. */
    private static int inOrder(String one, String other) {
        List<String> order = List.of("SolaX", "GivEnergy", "AlphaESS");
        return Integer.compare(order.indexOf(one), order.indexOf(other));
    }

    private static Set<String> families(String vendor, Stream<ChannelOwner> who) {
        return who.filter(owner -> owner.vendor().equals(vendor)).map(ChannelOwner::family)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String shown(MetricType type) {
        return type.group() + "#" + type.pattern().replace("{n}", "N");
    }

    private static String line(Row row) {
        boolean event = OhInf.text(row.type, "kind").equals("trigger");
        return "| `" + row.id + "` | " + (event ? "trigger" : OhInf.text(row.type, "item-type")) + " | "
                + OhInf.child(row.type, "item-type").map(item -> item.getAttribute("unitHint")).orElse("") + " | "
                + (event || !isSetting(row.id) ? "R" : "RW") + " | "
                + (row.type.getAttribute("advanced").equals("true") ? "yes" : "") + " | **"
                + OhInf.text(row.type, "label") + "**: " + OhInf.text(row.type, "description") + " | " + row.where
                + " |";
    }

    private static boolean isSetting(String id) {
        return Metrics.find(id.replace("lN", "l1").replace("-N-", "-1-")).filter(Metric::isSetting).isPresent();
    }

    private static Element known(Map<String, Element> types, String id) {
        return Optional.ofNullable(types.get(id)).orElseThrow(() -> new IllegalStateException("no type " + id));
    }
}
