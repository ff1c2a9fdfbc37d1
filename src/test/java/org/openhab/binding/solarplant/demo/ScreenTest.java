/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/** What the terminal shows. */
@NonNullByDefault
class ScreenTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void figuresSayWhereFlowsGo() {
        var figures = new KeyFigures(watts(5210), watts(-1890), watts(-820), watts(64), watts(2500));
        assertEquals("PV 5.21 kW   Grid 1.89 kW export   Battery 820 W charging 64 %   House 2.50 kW",
                FigureText.line(figures));
        assertEquals("PV –   Grid –   Battery –    House –",
                FigureText.line(new KeyFigures(NONE, NONE, NONE, NONE, NONE)));
    }

    @Test
    void figuresComeFromThePlantThing() {
        var power = new ChannelView("pv#power", "PV", "Power", "12", "W", "12", false);
        var undefined = new ChannelView("grid#power", "Grid", "Power", "UNDEF", "W", "UNDEF", false);
        var plant = thing("plant", "ONLINE", "", power, undefined);
        var inverter = thing("inverter", "ONLINE", "", new ChannelView("pv#power", "", "", "7", "W", "7", false));
        assertEquals(new KeyFigures(watts(12), NONE, NONE, NONE, NONE), KeyFigures.of(plant));
        String line = "PV 12 W   Grid –   Battery –    House –";
        assertEquals(List.of(line), FigureText.lines(List.of(inverter, plant)), "no name where there is one plant");
        assertEquals(List.of("Home: " + line, "Home: " + line), FigureText.lines(List.of(plant, inverter, plant)));
    }

    @Test
    void theTableKeepsToItsWidthAndToItsPlace() {
        TableScreen screen = new TableScreen(out, 60, 24);
        PlantView view = new FixedPlant(
                thing("plant", "OFFLINE", "a\u001b[2Jsentence that is far too long for a narrow terminal"));
        screen.show(view);
        String first = text();
        assertFalse(first.contains("[2J"), "a device's words do not steer the terminal");
        assertTrue(first.lines().allMatch(line -> line.replaceAll("\u001b\\[[0-9]*[A-Za-z]", "").length() <= 60));
        screen.show(view);
        assertTrue(text().contains("\u001b[4A"), "drawn over the four lines of before");
    }

    @Test
    void aTableThatIsTooHighLeavesOutWhatIsWell() {
        ThingView well = thing("inverter", "ONLINE", "");
        ThingView sick = thing("meter", "OFFLINE", "no answer");
        List<ThingView> things = List.of(well, sick, well, sick, well);
        assertEquals(7, new ThingTable(80, 7).lines(things).size(), "a blank line, the head, and all of them");
        List<String> lines = new ThingTable(80, 6).lines(things);
        assertEquals(6, lines.size());
        assertEquals("… and 2 more", lines.getLast());
        assertEquals(2, lines.stream().filter(line -> line.contains("OFFLINE")).count());
        assertEquals(1, lines.stream().filter(line -> line.contains("ONLINE")).count());
        assertEquals(List.of("… and 4 more"), new ThingTable(80, 4).lines(things).stream().skip(3).toList(),
                "and of those that are not, in need");
        assertEquals("… and 5 more", new ThingTable(80, 2).lines(things).getLast());
    }

    @Test
    void linesTellOnlyChanges() {
        LineScreen screen = new LineScreen(out);
        PlantView view = new FixedPlant(thing("plant", "UNKNOWN", ""));
        screen.show(view);
        screen.show(view);
        assertEquals("solarplant:plant:home UNKNOWN" + System.lineSeparator(), text());
        screen.show(new FixedPlant(thing("plant", "OFFLINE", "no answer")));
        assertTrue(text().endsWith("solarplant:plant:home OFFLINE (COMMUNICATION_ERROR): no answer"
                + System.lineSeparator()));
        screen.show(view);
        screen.show(view);
        assertTrue(text().endsWith("House –" + System.lineSeparator()), "figures every fifth time");
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static OptionalDouble watts(double value) {
        return OptionalDouble.of(value);
    }

    private static ThingView thing(String type, String status, String description, ChannelView... channels) {
        return new ThingView("solarplant:" + type + ":home", "Home", type, status,
                "OFFLINE".equals(status) ? "COMMUNICATION_ERROR" : "NONE", description, Map.of(), List.of(channels));
    }
}
