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
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The energies of today as bars; the longest is the largest of them. No persistence is needed for that. */
@NonNullByDefault
final class TodayCard {

    private static final List<Row> ROWS = List.of(new Row("energy#pv-today", "page.solar", Colours.PV),
            new Row("energy#load-today", "page.house", Colours.LOAD),
            new Row("energy#import-today", "page.import", Colours.GRID),
            new Row("energy#export-today", "page.export", Colours.GRID),
            new Row("energy#charge-today", "page.charge", Colours.BATTERY),
            new Row("energy#discharge-today", "page.discharge", Colours.BATTERY));

    private record Row(String channel, String name, String colour) {}

    private TodayCard() {}

    /** The card; nothing where no energy has an item. */
    static Optional<Element> of(Shown plant) {
        // 0.001 so that a day which has just begun does not divide by nothing
        String largest = ROWS.stream().flatMap(row -> plant.item(row.channel).stream()).map(Live::number)
                .collect(Collectors.joining(", ", "Math.max(0.001, ", ")"));
        List<Element> lines = new ArrayList<>();
        for (Row row : ROWS) {
            plant.item(row.channel).ifPresent(energy -> {
                lines.add(Parts.line(plant.text(row.name), energy.shown()));
                lines.add(Parts.bar("100 * " + energy.number() + " / " + largest, row.colour));
            });
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(Parts.card(plant.text("page.today"), lines));
    }
}
