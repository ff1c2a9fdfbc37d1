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
import java.time.Clock;
import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Two invented houses on one AlphaESS account: an annex that only the cloud tells of, where a car is being charged, and
 * a workshop whose inverter also speaks Modbus.
 */
@NonNullByDefault
public final class AlphaEssEstate {
    /** The AppID of the account. */
    public static final String APP_ID = "alpha0123456789abcdef";
    /** The AppSecret of the account. */
    public static final String APP_SECRET = "0123456789abcdef0123456789abcdef";
    /** The serial number of the system in the annex. */
    public static final String ANNEX = "AL7000000000001";
    /** The serial number of the system in the workshop. */
    public static final String WORKSHOP = "AL7000000000002";
    /** The serial number of the charger. */
    public static final String CHARGER = "EV7000000000001";

    /** Long enough for the car to have taken something already. */
    private static final Duration CHARGING_FOR = Duration.ofMinutes(40);
    private static final CloudTariff TARIFF = new CloudTariff(new BigDecimal("0.08"), "EUR");

    private final DayCurve annex;
    private final DayCurve workshop;
    private final Clock clock;

    /**
     * Houses that live by these curves and this clock.
     *
     * @param annex its site should be {@link Site#annex}
     * @param workshop its site should be {@link Site#workshop}
     */
    public AlphaEssEstate(DayCurve annex, DayCurve workshop, Clock clock) {
        this.annex = annex;
        this.workshop = workshop;
        this.clock = clock;
    }

    /** The account, as the cloud knows it. */
    public CloudAccount account() {
        CloudChargers chargers = CloudChargers.of(CloudCharger.singlePhase(CHARGER));
        chargers.status(CHARGER, CloudCharger.CHARGING, clock.instant().minus(CHARGING_FOR));
        return new CloudAccount(APP_ID, APP_SECRET)
                .bind(CloudSystem.of(CloudPlate.smileG3(ANNEX), annex).chargers(chargers).tariff(TARIFF)
                        .schedules(CloudSchedules.charging("02:00", "05:00", 2000, 40)))
                .bind(CloudSystem.of(CloudPlate.smile5(WORKSHOP), workshop).tariff(TARIFF));
    }

    /** The registers of the inverter in the workshop. */
    public RegisterImage workshop() {
        return new AlphaEssImage(WORKSHOP, workshop, clock);
    }
}
