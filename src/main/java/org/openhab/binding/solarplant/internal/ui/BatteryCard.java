/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The plant's battery: a gauge of its state of charge, its power and its capacity. */
@NonNullByDefault
final class BatteryCard {

    private BatteryCard() {}

    /** The card; nothing where nothing of the battery has an item. */
    static Optional<Element> of(Shown plant) {
        List<Element> parts = new ArrayList<>();
        plant.item("battery#state-of-charge").ifPresent(charge -> parts.add(gauge(plant, charge)));
        plant.item("battery#power").ifPresent(power -> parts.add(Parts.line(
                "=" + power.number() + " < 0 ? " + Live.literal(plant.text("page.charge")) + " : "
                        + Live.literal(plant.text("page.discharge")),
                power.unsigned())));
        plant.item("battery#capacity")
                .ifPresent(capacity -> parts.add(Parts.line(plant.text("page.capacity"), capacity.shown())));
        return parts.isEmpty() ? Optional.empty() : Optional.of(Parts.card(plant.text("page.battery"), parts));
    }

    private static Element gauge(Shown plant, Live charge) {
        Element gauge = Element.of("oh-gauge").with("type", "semicircle").with("size", 180).with("min", 0)
                .with("max", 100).with("value", "=" + charge.percent()).with("valueText", charge.shown())
                .with("valueFontSize", "26").with("valueTextColor", Colours.BATTERY)
                .with("borderColor", Colours.BATTERY)
                .with("borderBgColor", "rgba(128, 128, 128, 0.2)").with("borderWidth", "14")
                .with("labelText", plant.text("page.state-of-charge")).with("labelTextColor", "gray");
        return Element.of("div").with("style", Parts.style("display", "flex", "justify-content", "center"))
                .holding(gauge);
    }
}
