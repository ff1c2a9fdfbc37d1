/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** What getOneDayPowerBySn says (alphaess.md §1.5): a record every 300 s, the newest first. */
@NonNullByDefault
final class CloudHistory {
    /** A record comes every 300 s, and never on the full minute (alphaess.md §1.13). */
    private static final Duration PERIOD = Duration.ofSeconds(300);
    private static final Duration FIRST = Duration.ofSeconds(4);
    /** The meter of the load does not see the losses of conversion: 17.86 kWh of 19.25 kWh (alphaess.md §1.5). */
    private static final double METERED = 17.86 / 19.25;
    private static final DateTimeFormatter WALL_CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private CloudHistory() {}

    /** When the records of this day came that are there now, the oldest first. */
    static Stream<Instant> uploads(CloudSystem system, LocalDate date, Instant now) {
        Instant end = system.midnight(date.plusDays(1));
        return Stream.iterate(system.midnight(date).plus(FIRST), at -> at.isBefore(end) && !at.isAfter(now),
                at -> at.plus(PERIOD));
    }

    static JsonArray of(CloudSystem system, LocalDate date, Instant now) {
        JsonArray records = new JsonArray();
        uploads(system, date, now).toList().reversed().forEach(at -> records.add(row(system, at)));
        return records;
    }

    private static JsonObject row(CloudSystem system, Instant at) {
        HouseState house = system.curve().at(at);
        List<BigDecimal> chargers = system.chargers().powers(at);
        BigDecimal car = chargers.stream().reduce(CloudDecimal.watts(0), BigDecimal::add);
        boolean plugIn = system.kind() == CloudKind.PLUG_IN;
        // a battery in a socket knows no house: what it gives and takes is all that it sees of a grid
        double grid = plugIn ? -house.battery() : house.grid() + car.doubleValue();
        JsonObject row = new JsonObject();
        row.addProperty("sysSn", system.serial());
        row.addProperty("uploadTime", WALL_CLOCK.format(at.atZone(system.zone())));
        row.addProperty("ppv", CloudDecimal.watts(plugIn ? 0 : house.roof() + house.garage()));
        row.addProperty("load", CloudDecimal.watts(plugIn ? 0 : house.load() * METERED + car.doubleValue()));
        row.addProperty("cbat", CloudDecimal.of(house.charge(), 1));
        row.addProperty("feedIn", CloudDecimal.watts(Math.max(0, -grid)));
        row.addProperty("gridCharge", CloudDecimal.watts(Math.max(0, grid)));
        if (chargers.isEmpty()) {
            row.addProperty("pchargingPile", 0);
        } else {
            row.addProperty("pchargingPile", car);
        }
        return row;
    }
}
