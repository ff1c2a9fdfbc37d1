/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.sim.AlphaEssImage;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.DongleSimulator;
import org.openhab.binding.solarplant.sim.GivEnergyHouse;
import org.openhab.binding.solarplant.sim.GivEnergyPlant;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.Site;
import org.openhab.core.thing.ThingUID;

/**
 * Plants of all vendors, of which captures are taken.
 *
 * @param thing what is captured
 * @param secrets all that may stand in no capture of it
 */
@NonNullByDefault
record CapturedPlants(TestPlant plant, ThingUID thing, Set<String> secrets) {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-06-01T10:10:00Z"), ZoneOffset.UTC);

    static CapturedPlants solax() throws IOException {
        TestPlant plant = new TestPlant();
        plant.addPlant(Map.of());
        ModbusSimulator device = plant.simulate(TestPlant.hybrid());
        ThingUID thing = plant.addInverter("roof", device, Map.of("serial", TestPlant.SERIAL, "batteryCapacity", 12));
        return new CapturedPlants(plant, thing, Set.of(TestPlant.SERIAL, device.host(), ":" + device.port())).shown();
    }

    static CapturedPlants givEnergyEms() throws IOException {
        TestPlant plant = new TestPlant();
        plant.addPlant(Map.of());
        DongleSimulator dongle = plant.simulate(TestPlant.farm().ems());
        ThingUID thing = plant.addDongle("ems", "ems", dongle, Map.of());
        return new CapturedPlants(plant, thing,
                Set.of(GivEnergyPlant.EMS, GivEnergyPlant.REACHABLE, GivEnergyPlant.BLINDED, dongle.host())).shown();
    }

    static CapturedPlants givEnergyPacks() throws IOException {
        TestPlant plant = new TestPlant();
        plant.addPlant(Map.of());
        DongleSimulator dongle = plant.simulate(TestPlant.farm().inverter());
        ThingUID thing = plant.addDongle("inverter", "barn", dongle, Map.of("serial", GivEnergyPlant.REACHABLE));
        Set<String> secrets = new HashSet<>(GivEnergyPlant.PACKS);
        secrets.addAll(List.of(GivEnergyPlant.REACHABLE, dongle.host()));
        return new CapturedPlants(plant, thing, secrets).shown();
    }

    static CapturedPlants givEnergyHybrid() throws IOException {
        TestPlant plant = new TestPlant();
        plant.addPlant(Map.of());
        DongleSimulator dongle = plant
                .simulate(new GivEnergyHouse(new DayCurve(Site.cottage(ZoneOffset.UTC)), NOON).inverter());
        ThingUID thing = plant.addDongle("inverter", "cottage", dongle, Map.of());
        return new CapturedPlants(plant, thing, Set.of(GivEnergyHouse.INVERTER, GivEnergyHouse.PACK, dongle.host()))
                .shown();
    }

    static CapturedPlants alphaEssModbus() throws IOException {
        TestPlant plant = new TestPlant();
        plant.addPlant(Map.of());
        String serial = "AL7000000000002";
        ModbusSimulator device = plant
                .simulate(new AlphaEssImage(serial, new DayCurve(Site.home(ZoneOffset.UTC)), NOON));
        ThingUID thing = plant.addInverter("workshop", device, Map.of("connection", "alphaess-modbus"));
        return new CapturedPlants(plant, thing, Set.of(serial, device.host())).shown();
    }

    static CapturedPlants alphaEssCloud() throws IOException {
        CloudHome home = new CloudHome().withAccount().withSystems();
        return new CapturedPlants(home.plant, CloudHome.ATTIC, Set.of(CloudHome.ATTIC_SERIAL, CloudHome.ANNEX_SERIAL,
                CloudHome.CHARGER, CloudHome.APP_ID, CloudHome.APP_SECRET, home.cloud.base().getHost())).shown();
    }

    private CapturedPlants shown() {
        plant.awaitShown(thing);
        return this;
    }
}
