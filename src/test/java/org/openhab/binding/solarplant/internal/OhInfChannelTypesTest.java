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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openhab.binding.solarplant.internal.model.MetricType;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Quantity;
import org.w3c.dom.Element;

/** Every kind of metric has the channel type that it needs, and there is no other. */
@NonNullByDefault
class OhInfChannelTypesTest {

    private static final Map<Quantity, String> ITEM_TYPES = Map.ofEntries(Map.entry(Quantity.POWER, "Number:Power"),
            Map.entry(Quantity.APPARENT_POWER, "Number:Power"), Map.entry(Quantity.REACTIVE_POWER, "Number:Power"),
            Map.entry(Quantity.ENERGY, "Number:Energy"), Map.entry(Quantity.VOLTAGE, "Number:ElectricPotential"),
            Map.entry(Quantity.CURRENT, "Number:ElectricCurrent"), Map.entry(Quantity.FREQUENCY, "Number:Frequency"),
            Map.entry(Quantity.TEMPERATURE, "Number:Temperature"),
            Map.entry(Quantity.PERCENT, "Number:Dimensionless"), Map.entry(Quantity.DURATION, "Number:Time"),
            Map.entry(Quantity.NUMBER, "Number"), Map.entry(Quantity.TEXT, "String"),
            Map.entry(Quantity.TIME, "DateTime"), Map.entry(Quantity.SWITCH, "Switch"));
    private static final Set<String> POINTS = Set.of("Measurement", "Status", "Setpoint", "Calculation", "Switch",
            "Control", "Alarm");
    private static final Set<String> PROPERTIES = Set.of("Power", "Energy", "Voltage", "Current", "Frequency",
            "Temperature", "StateOfCharge", "Duration", "Enabled", "Info", "Level", "Mode", "Timestamp");

    /** Those of channels that have states. */
    private final Map<String, Element> channelTypes = OhInf.all("channel-type").stream()
            .filter(type -> !OhInf.triggers().contains(type.getAttribute("id")))
            .collect(Collectors.toMap(type -> type.getAttribute("id"), type -> type, (a, b) -> {
                throw new IllegalStateException("twice: " + a.getAttribute("id"));
            }, TreeMap::new));

    @Test
    void thereIsExactlyOneForEachKindOfMetric() {
        assertEquals(
                Metrics.types().stream().map(MetricType::channelType).collect(Collectors.toCollection(TreeSet::new)),
                channelTypes.keySet());
    }

    @TestFactory
    Stream<DynamicTest> itFitsItsMetric() {
        return Metrics.types().stream().map(type -> DynamicTest.dynamicTest(type.channelType(),
                () -> check(type, Objects.requireNonNull(channelTypes.get(type.channelType())))));
    }

    @Test
    void optionsCanBeTranslated() {
        OhInf.all("option").stream().map(option -> option.getAttribute("value"))
                .forEach(value -> assertTrue(value.matches("[a-z0-9][a-z0-9-]*"), value));
    }

    private static void check(MetricType type, Element channelType) {
        Element itemType = OhInf.child(channelType, "item-type").orElseThrow();
        assertEquals(ITEM_TYPES.get(type.quantity()), itemType.getTextContent());
        assertEquals(type.quantity().unit(), itemType.getAttribute("unitHint"));
        assertEquals(type.advanced() ? "true" : "", channelType.getAttribute("advanced"));
        assertTrue(!OhInf.text(channelType, "description").isEmpty());
        assertTrue(!OhInf.text(channelType, "category").isEmpty());

        Element state = OhInf.child(channelType, "state").orElseThrow();
        boolean isSetting = type.metric(type.isNumbered() ? 1 : 0).isSetting();
        assertEquals(isSetting ? "false" : "true", state.getAttribute("readOnly"));
        checkPattern(type.quantity(), state.getAttribute("pattern"));

        List<String> tags = OhInf.within(channelType, "tag").map(Element::getTextContent).toList();
        assertTrue(tags.size() <= 2, "one point, one property");
        assertTrue(POINTS.contains(tags.get(0)), tags.get(0));
        tags.stream().skip(1).forEach(tag -> assertTrue(PROPERTIES.contains(tag), tag));
    }

    /** What is shown of a percentage must be one, whatever unit the item has: hence its own unit, not the item's. */
    private static void checkPattern(Quantity quantity, String pattern) {
        String expected = switch (quantity) {
            case TEXT, SWITCH -> "";
            case TIME -> "%1\\$tF %1\\$tR";
            case NUMBER -> "%\\.\\df";
            case PERCENT -> "%\\.\\df %%";
            default -> "%\\.\\df %unit%";
        };
        assertTrue(pattern.matches(expected), pattern);
    }
}
