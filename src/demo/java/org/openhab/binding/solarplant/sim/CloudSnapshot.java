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
import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonObject;

/** What getLastPowerData says (alphaess.md §1.5): a house on one phase, as in the recorded answer. */
@NonNullByDefault
final class CloudSnapshot {
    /** Systems send their data about every 10 s (alphaess.md §1.13). */
    private static final long UPLOAD_SECONDS = 10;
    private static final int STRINGS = 4;
    private static final int PHASES = 3;
    private static final BigDecimal NOTHING = CloudDecimal.of(BigDecimal.ZERO);

    private CloudSnapshot() {}

    static JsonObject of(CloudSystem system, Instant now) {
        Instant sent = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), UPLOAD_SECONDS) * UPLOAD_SECONDS);
        HouseState house = system.curve().at(sent);
        JsonObject snapshot = snapshot(house, system.chargers().powers(sent));
        return switch (system.kind()) {
            case FULL -> snapshot;
            case WITHOUT_LIVE_DATA -> CloudSpoiler.nulls(snapshot);
            case PLUG_IN -> {
                JsonObject dark = CloudSpoiler.zeros(snapshot);
                dark.add("soc", snapshot.get("soc"));
                yield dark;
            }
        };
    }

    private static JsonObject snapshot(HouseState house, List<BigDecimal> chargers) {
        BigDecimal charging = chargers.stream().reduce(NOTHING, BigDecimal::add);
        BigDecimal garage = CloudDecimal.watts(house.garage());
        List<BigDecimal> strings = house.strings().stream().map(CloudDecimal::watts).toList();
        BigDecimal sun = strings.stream().reduce(garage, BigDecimal::add);
        BigDecimal grid = CloudDecimal.watts(house.grid()).add(charging);
        BigDecimal battery = CloudDecimal.watts(house.battery());

        JsonObject json = new JsonObject();
        json.addProperty("ppv", sun);
        JsonObject details = numbered("ppv", STRINGS, strings);
        details.addProperty("pmeterDc", garage);
        json.add("ppvDetail", details);
        json.addProperty("soc", CloudDecimal.of(house.charge(), 1));
        if (chargers.isEmpty()) {
            // without a charger it is a whole number, for whatever reason
            json.addProperty("pev", 0);
        } else {
            json.addProperty("pev", charging);
        }
        JsonObject perCharger = new JsonObject();
        for (int i = 0; i < CloudChargers.MOST; i++) {
            perCharger.addProperty("ev" + (i + 1) + "Power", i < chargers.size() ? chargers.get(i) : null);
        }
        json.add("pevDetail", perCharger);
        numbered("prealL", PHASES, List.of(CloudDecimal.watts(house.output()))).asMap().forEach(json::add);
        json.addProperty("pgrid", grid);
        json.add("pgridDetail", numbered("pmeterL", PHASES, List.of(grid)));
        // not measured: always exactly what the others add up to
        json.addProperty("pload", sun.add(grid).add(battery));
        json.addProperty("pbat", battery);
        return json;
    }

    private static JsonObject numbered(String name, int count, List<BigDecimal> values) {
        JsonObject json = new JsonObject();
        for (int i = 0; i < count; i++) {
            json.addProperty(name + (i + 1), i < values.size() ? values.get(i) : NOTHING);
        }
        return json;
    }
}
