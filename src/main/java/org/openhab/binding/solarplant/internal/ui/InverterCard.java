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

/** A table of the plant's inverters: a row for each that has items, a column for what any of them has. */
@NonNullByDefault
final class InverterCard {

    private static final List<Column> COLUMNS = List.of(new Column("pv#power", "page.solar", "right"),
            new Column("output#power", "page.output", "right"), new Column("battery#power", "page.battery", "right"),
            new Column("battery#state-of-charge", "page.state-of-charge", "right"),
            new Column("status#run-mode", "page.mode", "left"), new Column("status#fault", "page.fault", "left"),
            new Column("status#last-update", "page.last-update", "right"));

    private record Column(String channel, String name, String align) {}

    private InverterCard() {}

    /** The card; nothing where no inverter has an item. */
    static Optional<Element> of(Shown plant) {
        List<Column> columns = COLUMNS.stream().filter(column -> plant.inverters().stream()
                .anyMatch(inverter -> plant.items().of(inverter.uid(), column.channel).isPresent())).toList();
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        Element names = Element.of("tr").holding(Element.DEFAULT,
                Stream.concat(Stream.of(cell("th", plant.text("page.inverter"), "left")),
                        columns.stream().map(column -> cell("th", plant.text(column.name), column.align))).toList());
        List<Element> rows = plant.inverters().stream().flatMap(inverter -> row(plant, inverter, columns)).toList();
        Element table = Element.of("table")
                .with("style", Parts.style("width", "100%", "border-collapse", "collapse", "white-space", "nowrap"))
                .holding(Element.of("thead").holding(names), Element.of("tbody").holding(Element.DEFAULT, rows));
        return Optional.of(Parts.card(plant.text("page.inverters"),
                List.of(Element.of("div").with("style", Parts.style("overflow-x", "auto")).holding(table))));
    }

    private static Stream<Element> row(Shown plant, Shown.Device inverter, List<Column> columns) {
        if (columns.stream().noneMatch(column -> plant.items().of(inverter.uid(), column.channel).isPresent())) {
            return Stream.empty();
        }
        Stream<Element> cells = columns.stream().map(column -> cell("td",
                plant.items().of(inverter.uid(), column.channel).map(Live::shown).orElse(""), column.align));
        return Stream.of(Element.of("tr").holding(Element.DEFAULT,
                Stream.concat(Stream.of(cell("td", inverter.label(), "left")), cells).toList()));
    }

    private static Element cell(String kind, String content, String align) {
        return Element.of(kind).with("content", content).with("style", Parts.style("text-align", align, "padding",
                "8px 10px", "border-bottom", "1px solid rgba(128, 128, 128, 0.2)"));
    }
}
