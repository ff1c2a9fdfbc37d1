/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;

/** The EV chargers of a system, in the order in which the cloud counts them. */
@NonNullByDefault
final class Chargers {

    private static final Metric POWER = Metrics.of("charger#power");
    private static final Metric ENERGY = Metrics.of("charger#energy-today");
    /** The largest charger of the vendor has 11 kW. */
    private static final BigDecimal MOST_POWER = BigDecimal.valueOf(50_000);
    private static final BigDecimal MOST_ENERGY = BigDecimal.valueOf(1_200);

    private volatile List<Device> all = List.of();

    List<Device> all() {
        return all;
    }

    void are(List<Device> found) {
        all = List.copyOf(found);
    }

    /** The powers in a live answer: one for each position at which a charger is fitted, and one of all together. */
    void addPowers(Json live, Sheet sheet) {
        if (all.size() == 1) {
            addPower(live.at("pev"), sheet);
        } else {
            for (int i = 0; i < all.size(); i++) {
                sheet.take(all.get(i).id(), POWER, live.at("pevDetail.ev" + (i + 1) + "Power"), MOST_POWER);
            }
        }
    }

    /** The power of all chargers together, which is that of the only one. */
    void addPower(Json power, Sheet sheet) {
        addOnly(POWER, power, MOST_POWER, sheet);
    }

    /** The energy of all chargers together, which is that of the only one. */
    void addEnergy(Json day, Sheet sheet) {
        addOnly(ENERGY, day.at("eChargingPile"), MOST_ENERGY, sheet);
    }

    private void addOnly(Metric metric, Json told, BigDecimal most, Sheet sheet) {
        if (all.size() == 1) {
            sheet.take(all.getFirst().id(), metric, told, most);
        }
    }
}
