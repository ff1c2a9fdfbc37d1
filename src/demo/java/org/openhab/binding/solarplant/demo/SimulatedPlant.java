/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.demo;

import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.DongleOptions;
import org.openhab.binding.solarplant.sim.DongleSimulator;
import org.openhab.binding.solarplant.sim.GivEnergyPlant;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.RegisterImage;
import org.openhab.binding.solarplant.sim.SimulatorOptions;
import org.openhab.binding.solarplant.sim.Site;
import org.openhab.binding.solarplant.sim.SolaxImage;
import org.openhab.binding.solarplant.sim.SolaxMicImage;
import org.openhab.binding.solarplant.sim.SolaxModel;

/**
 * The devices of <code>plant.yaml</code>. At home a hybrid inverter with battery and meters, and a string inverter; on
 * the farm an EMS with its meters and two inverters, one of which has a dongle of its own and three packs.
 */
@NonNullByDefault
final class SimulatedPlant implements AutoCloseable {
    private static final int ROOF_PORT = 15021;
    private static final int GARAGE_PORT = 15022;
    private static final int EMS_PORT = 15023;
    private static final int BARN_PORT = 15024;
    // a morning hour in which everything flows: sun, a battery that takes it, some export
    private static final LocalTime BEGIN = LocalTime.of(9, 50);

    private final List<ModbusSimulator> simulators = new ArrayList<>();
    private final List<DongleSimulator> dongles = new ArrayList<>();

    /**
     * Starts the devices.
     *
     * @throws BindException that says which port is taken
     */
    SimulatedPlant(ZoneId zone) throws IOException {
        Clock clock = Clock.offset(Clock.systemUTC(), untilBegin(ZonedDateTime.now(zone)));
        DayCurve curve = new DayCurve(Site.home(zone));
        try {
            start(ROOF_PORT, new SolaxImage(SolaxModel.x3(), curve, clock));
            start(GARAGE_PORT, SolaxMicImage.boost(curve, clock));
            GivEnergyPlant farm = new GivEnergyPlant(new DayCurve(Site.farm(zone)), clock);
            start(EMS_PORT, farm.ems());
            start(BARN_PORT, farm.inverter());
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Where they listen. */
    String addresses() {
        return Stream.concat(simulators.stream().map(simulator -> simulator.host() + ":" + simulator.port()),
                dongles.stream().map(dongle -> dongle.host() + ":" + dongle.port())).collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        simulators.forEach(ModbusSimulator::close);
        dongles.forEach(DongleSimulator::close);
    }

    private void start(int port, RegisterImage image) throws IOException {
        try {
            simulators.add(ModbusSimulator.start(SimulatorOptions.modbusTcp().port(port).anyUnit(image)));
        } catch (BindException e) {
            throw taken(port);
        }
    }

    private void start(int port, DongleOptions dongle) throws IOException {
        try {
            dongles.add(DongleSimulator.start(dongle.port(port)));
        } catch (BindException e) {
            throw taken(port);
        }
    }

    private static BindException taken(int port) {
        return new BindException("port " + port + " of the simulated plant is taken");
    }

    private static Duration untilBegin(ZonedDateTime now) {
        return Duration.between(now, now.with(BEGIN));
    }
}
