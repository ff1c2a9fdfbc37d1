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

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What the invented house has.
 *
 * @param zone in which its days begin
 * @param built its first day: total energies count from there
 * @param strings what hangs on the hybrid inverter
 * @param garage what hangs on the second inverter; a peak of 0 stands for none
 * @param capacity of the battery in kWh
 * @param batteryLimit what it takes and gives at most, in W
 * @param machines what runs day and night besides the household, in W
 */
@NonNullByDefault
public record Site(ZoneId zone, LocalDate built, List<RoofString> strings, RoofString garage, double capacity,
        double batteryLimit, double machines) {
    static final double LOWEST_CHARGE = 10;

    private static final RoofString NO_GARAGE = new RoofString(0, 13, 0);

    /** East and west roof, a garage, and a battery. */
    public static Site home(ZoneId zone) {
        return new Site(zone, LocalDate.of(2024, 5, 1),
                List.of(new RoofString(3900, 12.2, 610), new RoofString(2800, 14.6, 540)),
                new RoofString(1700, 13.1, 380), 9.2, 2600, 0);
    }

    /** A large roof that is metered on its AC side, cooling machines, and five packs behind AC-coupled inverters. */
    public static Site farm(ZoneId zone) {
        return new Site(zone, LocalDate.of(2023, 9, 1), List.of(new RoofString(6200, 12.1, 680)),
                NO_GARAGE, 26.1, 2500, 640);
    }

    /** A flat roof with little sun before noon, and a battery of the size that {@link CloudPlate#smileG3} names. */
    public static Site annex(ZoneId zone) {
        return new Site(zone, LocalDate.of(2025, 3, 12),
                List.of(new RoofString(3100, 13.4, 420), new RoofString(1900, 14.2, 300)), NO_GARAGE, 10.1, 3000, 120);
    }

    /** A shed roof in the sun, machines, and a battery of the size that {@link CloudPlate#smile5} names. */
    public static Site workshop(ZoneId zone) {
        return new Site(zone, LocalDate.of(2022, 8, 20),
                List.of(new RoofString(5200, 12.6, 510), new RoofString(3800, 13.0, 450)), NO_GARAGE, 13.34, 3500,
                1150);
    }

    /** Few panels on both sides of a small roof, and one pack. */
    public static Site cottage(ZoneId zone) {
        return new Site(zone, LocalDate.of(2021, 6, 5),
                List.of(new RoofString(1900, 11.4, 330), new RoofString(1500, 14.9, 290)), NO_GARAGE, 5.2, 1800, 0);
    }

    /** The same without the garage. */
    public Site withoutGarage() {
        return new Site(zone, built, strings, NO_GARAGE, capacity, batteryLimit, machines);
    }
}
