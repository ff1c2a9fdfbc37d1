/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal;

import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.thing.ThingTypeUID;

/** The ids by which openHAB knows this binding and its things. */
@NonNullByDefault
public final class SolarPlantBindingConstants {

    public static final String BINDING_ID = "solarplant";

    public static final ThingTypeUID PLANT = new ThingTypeUID(BINDING_ID, "plant");
    public static final ThingTypeUID INVERTER = new ThingTypeUID(BINDING_ID, "inverter");
    public static final ThingTypeUID BATTERY = new ThingTypeUID(BINDING_ID, "battery");
    public static final ThingTypeUID METER = new ThingTypeUID(BINDING_ID, "meter");
    public static final ThingTypeUID EV_CHARGER = new ThingTypeUID(BINDING_ID, "ev-charger");
    public static final ThingTypeUID EMS = new ThingTypeUID(BINDING_ID, "ems");
    public static final ThingTypeUID GATEWAY = new ThingTypeUID(BINDING_ID, "gateway");

    /** The things that bring a driver of their own. */
    public static final Set<ThingTypeUID> POLLED = Set.of(INVERTER, EMS, GATEWAY);

    private SolarPlantBindingConstants() {}
}
