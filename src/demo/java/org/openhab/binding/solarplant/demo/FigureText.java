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

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Key figures in words. */
@NonNullByDefault
final class FigureText {
    private static final String PLANT = "plant";
    private static final String MISSING = "–";

    private FigureText() {}

    /** A line for each plant among these things, with its name if there are several. */
    static List<String> lines(List<ThingView> things) {
        List<ThingView> plants = things.stream().filter(thing -> PLANT.equals(thing.type())).toList();
        return plants.stream().map(
                plant -> (plants.size() > 1 ? plant.label() + ": " : "") + line(KeyFigures.of(plant))).toList();
    }

    /** One line with all of them. */
    static String line(KeyFigures figures) {
        return "PV %s   Grid %s   Battery %s %s   House %s".formatted(power(figures.pv()),
                directed(figures.grid(), "import", "export"), directed(figures.battery(), "discharging", "charging"),
                percent(figures.charge()), power(figures.load()));
    }

    static String power(OptionalDouble watts) {
        if (watts.isEmpty()) {
            return MISSING;
        }
        double value = watts.getAsDouble();
        return Math.abs(value) < 1000
                ? "%.0f W".formatted(value)
                : String.format(Locale.ROOT, "%.2f kW", value / 1000);
    }

    private static String percent(OptionalDouble value) {
        return value.isEmpty() ? "" : "%.0f %%".formatted(value.getAsDouble());
    }

    /** The size of a flow and where it goes: a sign alone has to be explained. */
    private static String directed(OptionalDouble watts, String in, String out) {
        if (watts.isEmpty() || Math.round(watts.getAsDouble()) == 0) {
            return power(watts);
        }
        double value = watts.getAsDouble();
        return power(OptionalDouble.of(Math.abs(value))) + " " + (value > 0 ? in : out);
    }
}
