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
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.binding.solarplant.internal.capture.ReplayedRegisters;
import org.openhab.binding.solarplant.internal.capture.Tape;
import org.openhab.binding.solarplant.internal.capture.TappedDongle;
import org.openhab.binding.solarplant.internal.config.InverterConfiguration;
import org.openhab.binding.solarplant.internal.driver.Driver;
import org.openhab.binding.solarplant.internal.driver.givenergy.GivEnergyDriver;
import org.openhab.binding.solarplant.internal.driver.givenergy.GivEnergySettings;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.transport.givenergy.GivEnergyEndpoint;
import org.openhab.binding.solarplant.internal.transport.givenergy.GivEnergyTransport;
import org.openhab.binding.solarplant.internal.transport.givenergy.ProbingTransport;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;

/** What a user configures of a GivEnergy inverter, EMS or gateway, as a driver to poll. */
@NonNullByDefault
final class GivEnergyConnection implements Connection {

    /** Finding what is behind an adapter asks up to 47 addresses, most of which stay silent (givenergy.md §2.2). */
    private static final Duration LONGEST_POLL = Duration.ofMinutes(5);

    private static final Map<ThingTypeUID, DeviceKind> KINDS = Map.of(SolarPlantBindingConstants.INVERTER,
            DeviceKind.INVERTER, SolarPlantBindingConstants.EMS, DeviceKind.EMS, SolarPlantBindingConstants.GATEWAY,
            DeviceKind.GATEWAY);

    @Override
    public DriverTarget open(Thing thing, InverterConfiguration device, PlantRuntime runtime, Environment environment) {
        GivEnergyEndpoint usual = GivEnergyEndpoint.of(device.host.strip(),
                device.port().orElse(GivEnergyEndpoint.PORT));
        GivEnergyEndpoint endpoint = usual
                .withPace(Duration.ofSeconds(runtime.configuration().connectTimeout),
                        device.requestGap().orElse(usual.requestGap()))
                .withRequestTimeout(Duration.ofSeconds(runtime.configuration().requestTimeout));
        CaptureSource source = CaptureSource.of(thing, device, environment);
        Driver driver = driver(
                new TappedDongle(new GivEnergyTransport(endpoint, runtime.ticker()), source.taps()),
                source.around());
        return new DriverTarget(driver, source, endpoint.address(), LONGEST_POLL, device.fullInterval());
    }

    @Override
    public Driver replay(Tape tape, Surroundings surroundings) {
        return driver(new ReplayedRegisters(tape), surroundings);
    }

    private static Driver driver(ProbingTransport wire, Surroundings around) {
        GivEnergySettings settings = new GivEnergySettings(KINDS.getOrDefault(around.type(), DeviceKind.INVERTER),
                around.configuration().serial());
        return new GivEnergyDriver(wire, settings, around.memory(), around.profiles(), around.clock(), around.zone());
    }
}
