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

import java.util.OptionalDouble;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The few numbers that tell how a plant is doing, as its plant thing says. Powers in W, positive into the house. */
@NonNullByDefault
public record KeyFigures(OptionalDouble pv, OptionalDouble grid, OptionalDouble battery, OptionalDouble charge,
        OptionalDouble load) {
    /** The figures of a plant. */
    public static KeyFigures of(ThingView plant) {
        return new KeyFigures(figure(plant, "pv#power"), figure(plant, "grid#power"), figure(plant, "battery#power"),
                figure(plant, "battery#state-of-charge"), figure(plant, "load#power"));
    }

    private static OptionalDouble figure(ThingView plant, String channel) {
        return plant.channel(channel).map(ChannelView::number).orElse(OptionalDouble.empty());
    }
}
