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

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** The chargers of one system, and the current that its household allows them (alphaess.md §1.8). */
@NonNullByDefault
public final class CloudChargers {
    /** The live snapshot has room for so many. */
    static final int MOST = 4;

    private final List<CloudCharger> chargers;
    private BigDecimal current = BigDecimal.valueOf(32);

    private CloudChargers(List<CloudCharger> chargers) {
        this.chargers = chargers;
    }

    /** The chargers of a system that has none; the cloud knows a current for it all the same. */
    public static CloudChargers none() {
        return new CloudChargers(List.of());
    }

    /** These chargers. */
    public static CloudChargers of(CloudCharger... chargers) {
        return new CloudChargers(List.of(chargers));
    }

    /**
     * A car comes or goes, or the charger has reasons of its own.
     *
     * @param status 1 to 9 (alphaess.md §1.8)
     * @param at since when, by the clock of the simulator
     */
    public synchronized void status(String serial, int status, Instant at) {
        chargers.stream().filter(charger -> charger.serial().equals(serial))
                .forEach(charger -> charger.put(status, current, at));
    }

    synchronized JsonArray list() {
        JsonArray list = new JsonArray();
        chargers.forEach(charger -> list.add(charger.json()));
        return list;
    }

    synchronized JsonObject status(String serial) throws CloudRefusal {
        JsonObject json = new JsonObject();
        json.addProperty("evchargerStatus", charger(serial).status());
        return json;
    }

    synchronized JsonObject current() {
        JsonObject json = new JsonObject();
        json.addProperty("currentsetting", CloudDecimal.of(current));
        return json;
    }

    synchronized void current(BigDecimal amperes, Instant now) {
        current = amperes;
        chargers.forEach(charger -> charger.put(charger.status(), amperes, now));
    }

    synchronized void start(String serial, Instant now) throws CloudRefusal {
        charger(serial).start(current, now);
    }

    synchronized void stop(String serial, Instant now) throws CloudRefusal {
        charger(serial).stop(current, now);
    }

    /** What each of them takes, in W. */
    synchronized List<BigDecimal> powers(Instant at) {
        return chargers.stream().map(charger -> CloudDecimal.watts(charger.watts(at))).toList();
    }

    /** What all of them took, in kWh. */
    synchronized double energy(Instant from, Instant until) {
        return chargers.stream().mapToDouble(charger -> charger.kilowattHours(from, until)).sum();
    }

    private CloudCharger charger(String serial) throws CloudRefusal {
        return chargers.stream().filter(charger -> charger.serial().equals(serial)).findFirst()
                .orElseThrow(CloudFields::wrong);
    }
}
