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

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.config.InverterConfiguration;
import org.openhab.binding.solarplant.internal.driver.ModbusDriver;
import org.openhab.binding.solarplant.internal.driver.solax.SolaxDriver;
import org.openhab.binding.solarplant.internal.driver.solax.SolaxSettings;
import org.openhab.core.thing.Thing;

/** What a user configures of a SolaX inverter, as a driver to poll. */
@NonNullByDefault
final class SolaxConnection implements Connection {

    /** No poll of a device makes more requests: detection, all blocks, and the search for refused registers. */
    private static final int MOST_REQUESTS = 40;

    @Override
    public DriverTarget open(Thing thing, InverterConfiguration inverter, PlantRuntime runtime,
            Environment environment) {
        ModbusWire wire = new ModbusWire(inverter, runtime.configuration(), SolaxDriver.REQUEST_GAP);
        SolaxSettings settings = new SolaxSettings(inverter.unitId().orElse(SolaxDriver.UNIT), inverter.serial(),
                Optional.of(inverter.profile.strip()).filter(text -> !text.isEmpty()),
                Optional.ofNullable(inverter.batteryCapacity));
        ModbusDriver driver = SolaxDriver.of(runtime.wire(wire.endpoint()), settings, environment.profiles(),
                environment.clock(), environment.zone());
        return wire.target(driver, MOST_REQUESTS);
    }
}
