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

/** How much of today's energy stayed in the house, and which of its devices answer. */
@NonNullByDefault
final class RatioCard {

    private RatioCard() {}

    /** The card; nothing where nothing of it has an item. */
    static Optional<Element> of(Shown plant) {
        List<Element> parts = new ArrayList<>();
        ratio(plant, parts, "ratio#self-sufficiency", "page.self-sufficiency", Colours.LOAD);
        ratio(plant, parts, "ratio#self-consumption", "page.self-consumption", Colours.PV);
        line(plant, parts, "fleet#connected", "page.connected");
        line(plant, parts, "fleet#disconnected", "page.disconnected");
        line(plant, parts, "fleet#disabled", "page.disabled");
        line(plant, parts, "fleet#last-poll", "page.last-poll");
        return parts.isEmpty() ? Optional.empty() : Optional.of(Parts.card(plant.text("page.plant"), parts));
    }

    private static void ratio(Shown plant, List<Element> parts, String channel, String name, String colour) {
        plant.item(channel).ifPresent(ratio -> {
            parts.add(Parts.line(plant.text(name), ratio.shown()));
            parts.add(Parts.bar(ratio.percent(), colour));
        });
    }

    private static void line(Shown plant, List<Element> parts, String channel, String name) {
        plant.item(channel).ifPresent(item -> parts.add(Parts.line(plant.text(name), item.shown())));
    }
}
