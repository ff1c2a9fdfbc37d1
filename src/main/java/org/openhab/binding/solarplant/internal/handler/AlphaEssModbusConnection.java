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

import java.time.Duration;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.capture.ReplayedRegisters;
import org.openhab.binding.solarplant.internal.capture.Tape;
import org.openhab.binding.solarplant.internal.config.InverterConfiguration;
import org.openhab.binding.solarplant.internal.driver.Driver;
import org.openhab.binding.solarplant.internal.driver.alphaess.modbus.AlphaEssModbusDriver;
import org.openhab.binding.solarplant.internal.driver.alphaess.modbus.AlphaEssModbusSettings;
import org.openhab.binding.solarplant.internal.transport.Framing;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.core.thing.Thing;

/** What a user configures of an AlphaESS system on the local network, as a driver to poll. */
@NonNullByDefault
final class AlphaEssModbusConnection implements Connection {

    /** What bridges to a serial line need over TCP, and what the vendor asks for on the line itself (alphaess.md §4.1). */
    private static final Duration TCP_GAP = Duration.ofMillis(80);
    private static final Duration RTU_GAP = Duration.ofMillis(300);
    /** No poll makes more: detection, all blocks, and the search for refused registers with both functions. */
    private static final int MOST_REQUESTS = 90;

    @Override
    public boolean usesAccount() {
        return true;
    }

    @Override
    public DriverTarget open(Thing thing, InverterConfiguration inverter, PlantRuntime runtime,
            Environment environment) {
        ModbusWire wire = new ModbusWire(inverter, runtime.configuration(),
                ModbusWire.framing(inverter) == Framing.RTU ? RTU_GAP : TCP_GAP);
        CaptureSource source = CaptureSource.of(thing, inverter, environment);
        return wire.target(driver(wire.lease(runtime, source.taps()), source.around()), source, MOST_REQUESTS);
    }

    @Override
    public Driver replay(Tape tape, Surroundings surroundings) {
        return driver(new ReplayedRegisters(tape), surroundings);
    }

    private static Driver driver(RegisterTransport wire, Surroundings around) {
        AlphaEssModbusSettings settings = new AlphaEssModbusSettings(
                around.configuration().unitId().orElse(AlphaEssModbusDriver.UNIT),
                around.configuration().serial(), around.capacity());
        return AlphaEssModbusDriver.of(wire, settings, around.memory(), around.profiles(), around.clock(),
                around.zone());
    }

    /** The system's cloud knows it by the same serial number. */
    @Override
    public Optional<DriverTarget> openStandIn(String serial, InverterConfiguration configuration,
            PlantRuntime runtime, Environment environment) {
        return runtime.cloud().map(cloud -> AlphaEssCloudConnection.open(serial, configuration, runtime, environment));
    }
}
