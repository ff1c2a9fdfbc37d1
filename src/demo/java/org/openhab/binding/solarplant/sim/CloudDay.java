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
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

/**
 * The energies of one day: what getOneDateEnergyBySn and getSumDataForCustomer say (alphaess.md §1.5).
 *
 * @param until the moment that they are counted up to
 */
@NonNullByDefault
record CloudDay(CloudSystem system, LocalDate date, Instant until) {
    /** What a kilowatt-hour of sun saves, in kg, and what a tree takes up (alphaess.md §1.5). */
    private static final BigDecimal CARBON = new BigDecimal("0.86");
    private static final BigDecimal CARBON_PER_TREE = new BigDecimal("5.023");

    /** A day as the cloud knows it now: up to the latest record of the history, since energies come with it. */
    static CloudDay of(CloudSystem system, LocalDate date, Instant now) {
        Instant midnight = system.midnight(date);
        Instant latest = CloudHistory.uploads(system, date, now).reduce((one, next) -> next).orElse(midnight);
        // a day that is over has all of its energies, also those after its last record
        boolean over = !now.isBefore(system.midnight(date.plusDays(1)));
        return new CloudDay(system, date, over ? system.midnight(date.plusDays(1)).minusMillis(1) : latest);
    }

    /** The answer for one day. */
    JsonObject json() {
        Figures today = today();
        JsonObject json = new JsonObject();
        json.addProperty("sysSn", system.serial());
        json.addProperty("theDate", date.toString());
        json.addProperty("eCharge", today.charged);
        json.addProperty("epv", today.sun);
        json.addProperty("eOutput", today.exported);
        json.addProperty("eInput", today.imported);
        // the battery of the invented house is charged by the sun alone
        json.addProperty("eGridCharge", CloudDecimal.energy(0));
        json.addProperty("eDischarge", today.discharged);
        json.addProperty("eChargingPile", today.car);
        return json;
    }

    /** The sums, of today and, with a tariff, since the plant was built. */
    JsonObject sums() {
        Figures today = today();
        Energies total = system.curve().at(until).total();
        JsonObject json = new JsonObject();
        json.addProperty("epvtoday", today.sun);
        BigDecimal ever = CloudDecimal.energy(total.roof() + total.garage());
        json.addProperty("epvtotal", system.tariff().map(tariff -> ever).orElse(null));
        json.addProperty("eload", today.sun.add(today.imported).add(today.discharged).subtract(today.exported)
                .subtract(today.charged));
        json.addProperty("eoutput", today.exported);
        json.addProperty("einput", today.imported);
        json.addProperty("echarge", today.charged);
        json.addProperty("edischarge", today.discharged);
        for (String name : new String[]{"todayIncome", "totalIncome", "eselfConsumption", "eselfSufficiency",
                "treeNum", "carbonNum", "moneyType"}) {
            json.add(name, JsonNull.INSTANCE);
        }
        system.tariff().ifPresent(tariff -> {
            BigDecimal carbon = ever.multiply(CARBON);
            json.addProperty("todayIncome", money(today.exported, tariff));
            json.addProperty("totalIncome", money(CloudDecimal.energy(total.exported()), tariff));
            // fractions of all times, although they are said to be percentages of today
            json.addProperty("eselfConsumption", share(total.exported(), ever.doubleValue()));
            json.addProperty("eselfSufficiency", share(total.imported(), total.load()));
            json.addProperty("treeNum", carbon.divide(CARBON_PER_TREE, 2, RoundingMode.HALF_UP));
            json.addProperty("carbonNum", carbon);
            json.addProperty("moneyType", tariff.moneyType());
        });
        return json;
    }

    private static BigDecimal money(BigDecimal exported, CloudTariff tariff) {
        return exported.multiply(tariff.perKilowattHour()).setScale(2, RoundingMode.HALF_UP);
    }

    /** What is left of the whole without this part; nothing in the first moment of a plant. */
    private static @Nullable BigDecimal share(double part, double whole) {
        return whole > 0 ? CloudDecimal.of(1 - part / whole, 2) : null;
    }

    private Figures today() {
        if (system.kind() == CloudKind.PLUG_IN || !until.isAfter(system.midnight(date))) {
            return Figures.of(Energies.NONE, 0);
        }
        return Figures.of(system.curve().at(until).today(),
                system.chargers().energy(system.midnight(date), until));
    }

    /** The same energies as the cloud rounds them, in kWh; what the car took came from the grid. */
    private record Figures(BigDecimal sun, BigDecimal imported, BigDecimal exported, BigDecimal charged,
            BigDecimal discharged, BigDecimal car) {
        static Figures of(Energies today, double car) {
            return new Figures(CloudDecimal.energy(today.roof() + today.garage()),
                    CloudDecimal.energy(today.imported() + car), CloudDecimal.energy(today.exported()),
                    CloudDecimal.energy(today.charged()), CloudDecimal.energy(today.discharged()),
                    CloudDecimal.energy(car));
        }
    }
}
