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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.model.MetricType;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.w3c.dom.Element;

/** The thing types: well-formed as openHAB reads them, and in step with the catalogue of metrics. */
@NonNullByDefault
class OhInfThingTypesTest {

    private static final int LABEL_LENGTH = 25;
    private static final Map<String, String> TRIGGERS = Map.of("event#alert", "event-alert",
            "event#settings-changed", "event-settings-changed");
    private static final String LOWER_WORDS = "of|and|in|on|to|at|by|for|from|with|the|a";

    @Test
    void theFilesHaveTheShapeThatOpenhabReads() {
        List<String> complaints = new ArrayList<>();
        OhInf.roots().forEach(root -> OhInfGrammar.check(root, complaints));
        assertEquals(List.of(), complaints);
    }

    @Test
    void idsAreKebabCaseAndParametersCamelCase() {
        ids("thing-type", "bridge-type", "channel-type", "channel-group-type", "channel", "channel-group")
                .forEach(id -> assertTrue(id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"), id));
        OhInf.all("parameter").stream().map(parameter -> parameter.getAttribute("name"))
                .forEach(name -> assertTrue(name.matches("[a-z][A-Za-z0-9]*"), name));
    }

    @Test
    void labelsAreShortAndInTitleCase() {
        OhInf.all("label").stream().map(Element::getTextContent).forEach(label -> {
            assertTrue(label.length() <= LABEL_LENGTH, label);
            Stream.of(label.split(" ")).filter(word -> !word.matches(LOWER_WORDS))
                    .forEach(word -> assertFalse(Character.isLowerCase(word.charAt(0)), label));
        });
    }

    @Test
    void everyThingTypeHasAnEquipmentTagAndARepresentationPropertyIfItIsDiscovered() {
        Map<String, String> tags = Map.of("plant", "PowerSupply", "inverter", "Inverter", "battery", "Battery", "meter",
                "ElectricMeter", "ev-charger", "EVSE", "ems", "ControlDevice", "gateway", "ControlDevice");
        Map<String, String> representations = Map.of("plant", "plantId", "inverter", "serialNumber", "battery",
                "deviceId",
                "meter", "deviceId", "ev-charger", "deviceId", "ems", "serialNumber", "gateway", "serialNumber");
        things().forEach(thing -> {
            String id = thing.getAttribute("id");
            assertEquals(tags.get(id), OhInf.text(thing, "semantic-equipment-tag"));
            assertEquals(representations.get(id), OhInf.text(thing, "representation-property"));
            assertEquals(id.equals("plant") ? List.of() : List.of("plant"),
                    OhInf.within(thing, "bridge-type-ref").map(ref -> ref.getAttribute("id")).toList());
        });
        assertEquals(tags.keySet(),
                things().map(thing -> thing.getAttribute("id")).collect(Collectors.toUnmodifiableSet()));
    }

    @Test
    void everyGroupOfAThingIsOfAKnownTypeAndEveryTypeIsUsed() {
        Set<String> used = OhInf.all("channel-group").stream().map(group -> group.getAttribute("typeId"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(ids("channel-group-type").toList()), used);
        assertEquals(Metrics.types().stream().map(MetricType::group).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(ids("channel-group").toList()));
    }

    @Test
    void everyChannelInAGroupTypeIsTheMetricOfThatGroup() {
        Map<String, Element> groupTypes = OhInf.all("channel-group-type").stream()
                .collect(Collectors.toMap(type -> type.getAttribute("id"), Function.identity()));
        OhInf.all("channel-group").forEach(group -> {
            Element type = Objects.requireNonNull(groupTypes.get(group.getAttribute("typeId")));
            OhInf.within(type, "channel").forEach(channel -> {
                String id = group.getAttribute("id") + "#" + channel.getAttribute("id");
                assertEquals(Metrics.find(id).map(metric -> metric.type().channelType()).orElse(TRIGGERS.get(id)),
                        channel.getAttribute("typeId"), id);
            });
        });
    }

    @Test
    void whatIsNoMetricIsATriggerChannel() {
        assertEquals(Set.copyOf(TRIGGERS.values()), OhInf.triggers());
    }

    @Test
    void everyParameterGroupThatAParameterNamesIsThere() {
        OhInf.all("config-description").forEach(config -> {
            Set<String> groups = OhInf.within(config, "parameter-group").map(group -> group.getAttribute("name"))
                    .collect(Collectors.toSet());
            Set<String> named = OhInf.within(config, "parameter").map(parameter -> parameter.getAttribute("groupName"))
                    .filter(name -> !name.isEmpty()).collect(Collectors.toCollection(HashSet::new));
            assertEquals(groups, named);
        });
    }

    private static Stream<Element> things() {
        return Stream.of("bridge-type", "thing-type").flatMap(tag -> OhInf.all(tag).stream());
    }

    private static Stream<String> ids(String... tags) {
        return Stream.of(tags).flatMap(tag -> OhInf.all(tag).stream()).map(element -> element.getAttribute("id"));
    }
}
