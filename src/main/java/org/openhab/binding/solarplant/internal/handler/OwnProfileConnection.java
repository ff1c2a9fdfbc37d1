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
import org.openhab.binding.solarplant.internal.driver.own.OwnDriver;
import org.openhab.binding.solarplant.internal.driver.own.OwnSettings;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.core.thing.Thing;

/** What a user configures of an inverter that a register map of the user's own describes, as a driver to poll. */
@NonNullByDefault
final class OwnProfileConnection implements Connection {

    private static final int UNIT = 1;
    /** Short enough for what answers at once, and long enough for gateways that need a moment between two requests. */
    private static final Duration REQUEST_GAP = Duration.ofMillis(100);
    /** More than the poll of a map with a hundred blocks makes, even if all requests take as long as they may. */
    private static final int MOST_REQUESTS = 120;

    @Override
    public Optional<String> problem(InverterConfiguration configuration) {
        return Connection.super.problem(configuration).or(() -> configuration.profile.isBlank()
                ? Optional.of("@text/offline.profile-missing")
                : Optional.empty());
    }

    @Override
    public DriverTarget open(Thing thing, InverterConfiguration inverter, PlantRuntime runtime,
            Environment environment) {
        ModbusWire wire = new ModbusWire(inverter, runtime.configuration(), REQUEST_GAP);
        CaptureSource source = CaptureSource.of(thing, inverter, environment);
        return wire.target(driver(wire.lease(runtime, source.taps()), source.around()), source, MOST_REQUESTS);
    }

    /** The file that the capture was made with must be there, as it was. */
    @Override
    public Driver replay(Tape tape, Surroundings surroundings) {
        return driver(new ReplayedRegisters(tape), surroundings);
    }

    private static Driver driver(RegisterTransport wire, Surroundings around) {
        OwnSettings settings = new OwnSettings(around.profile().orElse(""),
                around.configuration().unitId().orElse(UNIT), around.configuration().serial(), around.capacity());
        return OwnDriver.of(wire, settings, around.profiles().own()
                .orElseThrow(() -> new IllegalArgumentException("there are no profiles of a user's own")),
                around.clock());
    }
}
