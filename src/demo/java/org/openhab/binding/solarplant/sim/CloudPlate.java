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

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonObject;

/**
 * What the cloud's list says about a system (alphaess.md §1.5).
 *
 * @param rated power of the inverter in kW
 * @param peak power of the panels in kWp
 * @param capacity of the battery in kWh
 * @param usable share of the capacity in percent
 * @param status of the EMS, such as {@code Normal}
 */
@NonNullByDefault
public record CloudPlate(String serial, String inverter, String battery, BigDecimal rated, BigDecimal peak,
        BigDecimal capacity, BigDecimal usable, String status) {

    /** A hybrid inverter of 5 kW with 9 kWp of panels and a battery of 13.34 kWh, as many have it. */
    public static CloudPlate smile5(String serial) {
        return new CloudPlate(serial, "SMILE5-INV", "SMILE-BAT-13.3P", BigDecimal.valueOf(5), BigDecimal.valueOf(9),
                new BigDecimal("13.34"), BigDecimal.valueOf(100), "Normal");
    }

    /** An inverter of the third generation, whose schedule is the periodic one. */
    public static CloudPlate smileG3(String serial) {
        return new CloudPlate(serial, "SMILE-G3-B5-INV", "SMILE-G3-BAT-10.1P", BigDecimal.valueOf(5),
                BigDecimal.valueOf(5), new BigDecimal("10.1"), BigDecimal.valueOf(90), "Normal");
    }

    /** An old inverter, whose live data the cloud does not have. */
    public static CloudPlate storionS5(String serial) {
        return new CloudPlate(serial, "Storion-S5", "M4860", BigDecimal.valueOf(5), new BigDecimal("6.2"),
                new BigDecimal("11.52"), BigDecimal.valueOf(90), "Normal");
    }

    /** A battery for the socket. */
    public static CloudPlate vt1000(String serial) {
        return new CloudPlate(serial, "VT1000", "VM1000", new BigDecimal("0.8"), BigDecimal.ZERO,
                new BigDecimal("2.05"), BigDecimal.valueOf(90), "Normal");
    }

    /** The same with another status of the EMS. */
    public CloudPlate status(String other) {
        return new CloudPlate(serial, inverter, battery, rated, peak, capacity, usable, other);
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("sysSn", serial);
        json.addProperty("popv", CloudDecimal.of(peak));
        json.addProperty("minv", inverter);
        json.addProperty("poinv", CloudDecimal.of(rated));
        json.addProperty("cobat", CloudDecimal.of(capacity));
        json.addProperty("mbat", battery);
        json.addProperty("surplusCobat", CloudDecimal.of(capacity.multiply(usable).movePointLeft(2)));
        json.addProperty("usCapacity", CloudDecimal.of(usable));
        json.addProperty("emsStatus", status);
        return json;
    }
}
