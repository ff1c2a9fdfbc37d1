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
import java.util.OptionalDouble;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The few numbers that tell how a plant is doing, as its plant thing says. Powers in W, positive into the house. */
@NonNullByDefault
public record KeyFigures(OptionalDouble pv, OptionalDouble grid, OptionalDouble battery, OptionalDouble charge,
        OptionalDouble load) {
    private static final String PLANT = "plant";

    /** The figures of the first plant among these things. */
    public static KeyFigures of(List<ThingView> things) {
        return new KeyFigures(figure(things, "pv#power"), figure(things, "grid#power"),
                figure(things, "battery#power"), figure(things, "battery#state-of-charge"),
                figure(things, "load#power"));
    }

    private static OptionalDouble figure(List<ThingView> things, String channel) {
        return things.stream().filter(thing -> PLANT.equals(thing.type()))
                .flatMap(thing -> thing.channel(channel).stream())
                .map(ChannelView::number).findFirst().orElse(OptionalDouble.empty());
    }
}
