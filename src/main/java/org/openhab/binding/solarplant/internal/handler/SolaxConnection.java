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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.capture.ReplayedRegisters;
import org.openhab.binding.solarplant.internal.capture.Tape;
import org.openhab.binding.solarplant.internal.config.InverterConfiguration;
import org.openhab.binding.solarplant.internal.driver.Driver;
import org.openhab.binding.solarplant.internal.driver.solax.SolaxDriver;
import org.openhab.binding.solarplant.internal.driver.solax.SolaxSettings;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
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
        CaptureSource source = CaptureSource.of(thing, inverter, environment);
        return wire.target(driver(wire.lease(runtime, source.taps()), source.around()), source, MOST_REQUESTS);
    }

    @Override
    public Driver replay(Tape tape, Surroundings surroundings) {
        return driver(new ReplayedRegisters(tape), surroundings);
    }

    private static Driver driver(RegisterTransport wire, Surroundings around) {
        SolaxSettings settings = new SolaxSettings(around.configuration().unitId().orElse(SolaxDriver.UNIT),
                around.configuration().serial(), around.profile(), around.capacity(),
                around.configuration().exportLimitMax(), around.configuration().exportLimitScale());
        return SolaxDriver.of(wire, settings, around.profiles(), around.clock(), around.zone());
    }
}
