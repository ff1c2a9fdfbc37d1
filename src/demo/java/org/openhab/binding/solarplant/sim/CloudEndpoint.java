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

import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What the cloud can be asked (alphaess.md §1.4); the endpoints that bind systems to an account are left out. */
@NonNullByDefault
enum CloudEndpoint {
    /** The systems of the account, with their name plates. */
    SYSTEMS("getEssList", "GET"),
    /** Energies of today and of all times. */
    SUMS("getSumDataForCustomer", "GET"),
    /** The powers of this moment. */
    LIVE("getLastPowerData", "GET"),
    /** The powers of a day, every 300 s. */
    HISTORY("getOneDayPowerBySn", "GET"),
    /** The energies of a day. */
    DAY("getOneDateEnergyBySn", "GET"),
    /** The legacy schedule for charging from the grid. */
    CHARGE_SLOTS("getChargeConfigInfo", "GET"),
    /** Replaces the legacy schedule for charging. */
    SET_CHARGE_SLOTS("updateChargeConfigInfo", "POST"),
    /** The legacy schedule for discharging. */
    DISCHARGE_SLOTS("getDisChargeConfigInfo", "GET"),
    /** Replaces the legacy schedule for discharging. */
    SET_DISCHARGE_SLOTS("updateDisChargeConfigInfo", "POST"),
    /** The periodic schedule. */
    PERIODS("getTimeChargeBySn", "GET"),
    /** Replaces the periodic schedule. */
    SET_PERIODS("setTimeChargeBySn", "POST"),
    /** The chargers of a system. */
    CHARGERS("getEvChargerConfigList", "GET"),
    /** What a charger is at. */
    CHARGER_STATUS("getEvChargerStatusBySn", "GET"),
    /** The current that the household allows its chargers. */
    CURRENT("getEvChargerCurrentsBySn", "GET"),
    /** Sets that current. */
    SET_CURRENT("setEvChargerCurrentsBySn", "POST"),
    /** Starts or stops a charger. */
    CONTROL_CHARGER("remoteControlEvCharger", "POST");

    private static final String ROOT = "/api/";

    private final String path;
    private final String verb;

    CloudEndpoint(String name, String verb) {
        this.path = ROOT + name;
        this.verb = verb;
    }

    static Optional<CloudEndpoint> at(String path) {
        return Stream.of(values()).filter(endpoint -> endpoint.path.equals(path)).findFirst();
    }

    String verb() {
        return verb;
    }

    boolean isWrite() {
        return "POST".equals(verb);
    }
}
