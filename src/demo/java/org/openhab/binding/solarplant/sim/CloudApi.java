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
import java.time.LocalDate;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;

/**
 * Fulfils requests to the endpoints. What is checked in which order is that of the real cloud: the parameters, then
 * whose system it is, then what the system may do (alphaess.md §1.7).
 */
@NonNullByDefault
record CloudApi(CloudAccount account) {
    private static final JsonElement DONE = JsonNull.INSTANCE;

    /**
     * The data of the answer.
     *
     * @throws CloudRefusal if there is something wrong with the request
     */
    JsonElement data(CloudEndpoint endpoint, CloudFields fields, Instant now) throws CloudRefusal {
        return switch (endpoint) {
            case SYSTEMS -> account.list();
            case SUMS -> {
                CloudSystem system = system(fields);
                yield CloudDay.of(system, now.atZone(system.zone()).toLocalDate(), now).sums();
            }
            case LIVE -> CloudSnapshot.of(system(fields), now);
            case HISTORY -> {
                LocalDate date = fields.date("queryDate");
                yield CloudHistory.of(system(fields), date, now);
            }
            case DAY -> {
                LocalDate date = fields.date("queryDate");
                yield CloudDay.of(system(fields), date, now).json();
            }
            case CHARGE_SLOTS -> system(fields).schedules().slots(CloudDirection.CHARGE);
            case SET_CHARGE_SLOTS -> put(CloudDirection.CHARGE, fields);
            case DISCHARGE_SLOTS -> system(fields).schedules().slots(CloudDirection.DISCHARGE);
            case SET_DISCHARGE_SLOTS -> put(CloudDirection.DISCHARGE, fields);
            case PERIODS -> {
                CloudSystem system = system(fields);
                yield system.schedules().periods(system.serial());
            }
            case SET_PERIODS -> {
                CloudPeriods periods = CloudPeriods.of(fields);
                system(fields).schedules().put(periods);
                yield DONE;
            }
            case CHARGERS -> system(fields).chargers().list();
            case CHARGER_STATUS -> {
                String charger = fields.text("evchargerSn");
                yield system(fields).chargers().status(charger);
            }
            case CURRENT -> system(fields).chargers().current();
            case SET_CURRENT -> {
                BigDecimal amperes = fields.number("currentsetting", 6, 32);
                system(fields).chargers().current(amperes, now);
                yield DONE;
            }
            case CONTROL_CHARGER -> control(fields, now);
        };
    }

    private JsonElement put(CloudDirection direction, CloudFields fields) throws CloudRefusal {
        CloudSlots slots = CloudSlots.of(direction, fields);
        system(fields).schedules().put(slots);
        return DONE;
    }

    private JsonElement control(CloudFields fields, Instant now) throws CloudRefusal {
        String charger = fields.text("evchargerSn");
        int mode = fields.integer("controlMode", 0, 1);
        CloudChargers chargers = system(fields).chargers();
        if (mode == 1) {
            chargers.start(charger, now);
        } else {
            chargers.stop(charger, now);
        }
        return DONE;
    }

    private CloudSystem system(CloudFields fields) throws CloudRefusal {
        return account.system(fields.text("sysSn"));
    }
}
