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
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.sim.CloudAccount;
import org.openhab.binding.solarplant.sim.CloudCharger;
import org.openhab.binding.solarplant.sim.CloudChargers;
import org.openhab.binding.solarplant.sim.CloudPlate;
import org.openhab.binding.solarplant.sim.CloudRequest;
import org.openhab.binding.solarplant.sim.CloudSimulator;
import org.openhab.binding.solarplant.sim.CloudSystem;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.Site;
import org.openhab.core.thing.ThingUID;

/** A small openHAB whose plant has an account at a simulated cloud with two systems and a charger. */
@NonNullByDefault
public final class CloudHome implements AutoCloseable {

    public static final String ATTIC_SERIAL = "AL7000000000001";
    public static final String ANNEX_SERIAL = "AL7000000000002";
    public static final String CHARGER = "EV7000000000001";
    static final ThingUID ATTIC = TestPlant.inverter("attic");
    static final ThingUID ANNEX = TestPlant.inverter("annex");
    static final String APP_ID = "alpha0123456789abcdef";
    static final String APP_SECRET = "0123456789abcdef0123456789abcdef";
    static final String WRONG_SECRET = "fedcba9876543210fedcba9876543210";

    final TestPlant plant = new TestPlant();
    final CloudAccount account = new CloudAccount(APP_ID, APP_SECRET);
    final CloudSimulator cloud;

    public CloudHome() throws IOException {
        account.bind(system(CloudPlate.smile5(ATTIC_SERIAL)).chargers(
                CloudChargers.of(CloudCharger.threePhase(CHARGER))));
        account.bind(system(CloudPlate.smileG3(ANNEX_SERIAL)));
        cloud = plant.closing(CloudSimulator.start(account, plant.time));
    }

    private static CloudSystem system(CloudPlate plate) {
        return CloudSystem.of(plate, new DayCurve(Site.home(ZoneOffset.UTC).withoutGarage()));
    }

    /** The small openHAB. */
    public TestPlant plant() {
        return plant;
    }

    Map<String, Object> account(String secret) {
        return new HashMap<>(Map.of("appId", APP_ID, "appSecret", secret, "cloudUrl", cloud.base().toString()));
    }

    /** The plant with the right credentials. */
    public CloudHome withAccount() {
        plant.addPlant(account(APP_SECRET));
        return this;
    }

    /** Adds both systems as things. */
    CloudHome withSystems() {
        add("attic", ATTIC_SERIAL);
        add("annex", ANNEX_SERIAL);
        return this;
    }

    ThingUID add(String id, String serial) {
        return plant.add("inverter", id, Map.of("connection", "alphaess-cloud", "serial", serial));
    }

    List<String> asked() {
        return cloud.requests().stream().map(CloudRequest::endpoint).toList();
    }

    @Override
    public void close() throws IOException {
        plant.close();
    }
}
