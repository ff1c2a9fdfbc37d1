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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonObject;

/**
 * One direction of the legacy schedule: two slots a day (alphaess.md §1.6). Times beside the grid of 15 minutes are
 * taken and echoed, as the real cloud does although no device follows them.
 *
 * @param enabled 0 or 1
 * @param times from and end of the first slot, then of the second one
 * @param limit the state of charge in percent at which it ends
 */
@NonNullByDefault
record CloudSlots(CloudDirection direction, int enabled, List<String> times, BigDecimal limit) {

    /** What a system has that was never told anything, or has the periodic schedule. */
    static CloudSlots unset(CloudDirection direction) {
        List<String> times = direction.times();
        return new CloudSlots(direction, 0, Collections.nCopies(times.size(), "00:00"),
                BigDecimal.valueOf(direction.usualLimit()));
    }

    /**
     * What a write says.
     *
     * @throws CloudRefusal if any of the six fields is missing or wrong
     */
    static CloudSlots of(CloudDirection direction, CloudFields fields) throws CloudRefusal {
        List<String> times = new ArrayList<>();
        for (String name : direction.times()) {
            times.add(fields.time(name));
        }
        return new CloudSlots(direction, fields.integer(direction.flag(), 0, 1), List.copyOf(times),
                fields.number(direction.limit(), 0, 100));
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty(direction.flag(), enabled);
        for (int i = 0; i < times.size(); i++) {
            json.addProperty(direction.times().get(i), times.get(i));
        }
        json.addProperty(direction.limit(), limit);
        return json;
    }
}
