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

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The registers of a GivEnergy EMS (givenergy.md §4.9). Import and discharge are positive here. */
@NonNullByDefault
final class EmsImage {
    private static final int TYPE_CODE = 0x5001;
    private static final int FIRMWARE = 1036;
    private static final int FIRST_SLOT = 2044;
    private static final int FIRST_CHARGE_SLOT = 2053;
    /** Three to discharge, three to charge, three to export, each with start, end and state of charge. */
    private static final int SLOTS = 9;
    private static final int SLOT_WORDS = 3;
    private static final int LOWEST_CHARGE = 4;
    private static final double PACK_WATT_HOURS = 102 * 51.2;

    private EmsImage() {}

    static void fill(MapImage image, HouseState house) {
        image.zeros(Space.INPUT, 0, 59).zeros(Space.INPUT, 2040, 2099);
        image.zeros(Space.HOLDING, 0, 59).zeros(Space.HOLDING, 2040, 2099);
        image.put(Space.HOLDING, 0, TYPE_CODE).putText(Space.HOLDING, 13, 5, GivEnergyPlant.EMS)
                .put(Space.HOLDING, 19, FIRMWARE).put(Space.HOLDING, 21, FIRMWARE);
        // expects two inverters and two meters
        image.put(Space.HOLDING, 2041, 2, 2);
        meters(image, house);
        inverters(image, house);
        sums(image, house);
    }

    /** What can be set, as found: in charge of the plant, one charge slot at night and no other (givenergy.md §4.9). */
    static MapImage settings() {
        MapImage settings = new MapImage().put(Space.HOLDING, 2040, 1);
        for (int slot = FIRST_SLOT; slot < FIRST_SLOT + SLOT_WORDS * SLOTS; slot += SLOT_WORDS) {
            settings.put(Space.HOLDING, slot, 0, 0, LOWEST_CHARGE);
        }
        return settings.put(Space.HOLDING, FIRST_CHARGE_SLOT, 30, 430, 100).put(Space.HOLDING, 2071, 6000);
    }

    private static void meters(MapImage image, HouseState house) {
        // normal; two meters, the third place being one of the generation; both online
        image.put(Space.INPUT, 2040, 1, 2, 1 << 4, 1 | 1 << 4);
        image.put(Space.INPUT, 2046, Math.round(house.grid()), 0, Math.round(house.roof()));
    }

    private static void inverters(MapImage image, HouseState house) {
        // two, both online
        image.put(Space.INPUT, 2044, 2, 2 | 2 << 3);
        image.put(Space.INPUT, 2054, first(house), second(house));
        image.put(Space.INPUT, 2058, Math.round(house.charge()), Math.round(house.charge()));
        image.put(Space.INPUT, 2062, Math.round(10 * SinglePhaseRegisters.temperature(first(house))),
                Math.round(10 * SinglePhaseRegisters.temperature(second(house))));
        image.putText(Space.INPUT, 2066, 5, GivEnergyPlant.REACHABLE);
        image.putText(Space.INPUT, 2071, 5, GivEnergyPlant.BLINDED);
    }

    private static void sums(MapImage image, HouseState house) {
        long battery = first(house) + second(house);
        long load = Math.round(house.grid()) + Math.round(house.roof()) + battery;
        image.put(Space.INPUT, 2086, load, load, Math.round(house.roof()), Math.round(house.grid()), battery);
        // it counts the first pack of each inverter only
        image.put(Space.INPUT, 2091, Math.round(2 * PACK_WATT_HOURS * house.charge() / 100));
    }

    private static long first(HouseState house) {
        return Math.round(GivEnergyPlant.REACHABLE_SHARE * house.battery());
    }

    private static long second(HouseState house) {
        return Math.round((1 - GivEnergyPlant.REACHABLE_SHARE) * house.battery());
    }
}
