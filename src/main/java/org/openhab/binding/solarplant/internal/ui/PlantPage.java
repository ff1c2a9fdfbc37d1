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

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The page of a plant. */
@NonNullByDefault
final class PlantPage {

    private PlantPage() {}

    /** The page, as a tree of the widgets that Main UI has. Cards for which there are no items are left out. */
    static Element of(Shown plant) {
        List<Element> rows = Stream.of(row(List.of(FlowCard.of(plant), TodayCard.of(plant))),
                row(List.of(BatteryCard.of(plant), RatioCard.of(plant))), row(List.of(InverterCard.of(plant))))
                .flatMap(Optional::stream)
                .toList();
        Element block = Element.of("oh-block").holding(Element.DEFAULT, rows.isEmpty() ? List.of(hint(plant)) : rows);
        return Element.of("oh-layout-page").with("label", plant.label()).with("sidebar", true)
                .with("icon", "f7:bolt_fill").holding(block);
    }

    /** Cards side by side, one below the other on a phone. */
    private static Optional<Element> row(List<Optional<Element>> cards) {
        List<Element> there = cards.stream().flatMap(Optional::stream).toList();
        String width = there.size() > 1 ? "50" : "100";
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of(Element.of("oh-grid-row").holding(Element.DEFAULT, there.stream().map(
                        card -> Element.of("oh-grid-col").with("width", "100").with("medium", width).holding(card))
                        .toList()));
    }

    private static Element hint(Shown plant) {
        Element text = Parts.text(plant.text("page.nothing-linked")).with("style", Parts.style("line-height", "1.5"));
        return row(List.of(Optional.of(Parts.card(plant.text("page.plant"), List.of(text))))).orElseThrow();
    }
}
