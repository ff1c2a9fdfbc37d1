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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.sim.AlphaEssEstate;
import org.openhab.binding.solarplant.sim.CloudSimulator;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.DongleOptions;
import org.openhab.binding.solarplant.sim.DongleSimulator;
import org.openhab.binding.solarplant.sim.GivEnergyHouse;
import org.openhab.binding.solarplant.sim.GivEnergyPlant;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.RegisterImage;
import org.openhab.binding.solarplant.sim.SimulatorOptions;
import org.openhab.binding.solarplant.sim.Site;
import org.openhab.binding.solarplant.sim.SolaxImage;
import org.openhab.binding.solarplant.sim.SolaxMicImage;
import org.openhab.binding.solarplant.sim.SolaxModel;

/**
 * The devices of <code>plant.yaml</code>. On the estate four houses with a grid connection each: the main house with a
 * SolaX hybrid inverter, battery, meters and a string inverter; an annex and a workshop with AlphaESS systems and their
 * cloud; a cottage with a GivEnergy hybrid inverter. On the farm a GivEnergy EMS with its meters and two inverters, one
 * of which has a dongle of its own and three packs.
 */
@NonNullByDefault
final class SimulatedPlant implements AutoCloseable {
    /** The port of the first device in <code>plant.yaml</code>; the others have the next ones. */
    static final int FIRST_PORT = 15021;
    // a morning hour in which everything flows: sun, a battery that takes it, some export
    private static final LocalTime BEGIN = LocalTime.of(9, 50);

    private final List<Running> devices = new ArrayList<>();
    private int nextPort;

    /**
     * Starts the devices.
     *
     * @param firstPort on the loopback interface
     * @throws BindException that says which port is taken
     */
    SimulatedPlant(ZoneId zone, int firstPort) throws IOException {
        nextPort = firstPort;
        // the houses are in another hour, not the devices: the cloud bears no request that is signed in another one
        Clock clock = Clock.systemUTC();
        Duration ahead = untilBegin(ZonedDateTime.now(zone));
        try {
            mainHouse(new DayCurve(Site.home(zone)).ahead(ahead), clock);
            start(new GivEnergyPlant(new DayCurve(Site.farm(zone)).ahead(ahead), clock));
            start(new AlphaEssEstate(new DayCurve(Site.annex(zone)).ahead(ahead),
                    new DayCurve(Site.workshop(zone)).ahead(ahead), clock), clock);
            start(new GivEnergyHouse(new DayCurve(Site.cottage(zone)).ahead(ahead), clock).inverter());
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Where they listen. */
    String addresses() {
        return devices.stream().map(Running::address).collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        devices.forEach(Running::close);
    }

    private void mainHouse(DayCurve curve, Clock clock) throws IOException {
        start(new SolaxImage(SolaxModel.x3(), curve, clock));
        start(SolaxMicImage.boost(curve, clock));
    }

    private void start(GivEnergyPlant farm) throws IOException {
        start(farm.ems());
        start(farm.inverter());
    }

    private void start(AlphaEssEstate estate, Clock clock) throws IOException {
        start(estate.workshop());
        start(port -> {
            CloudSimulator cloud = CloudSimulator.start(estate.account(), clock, port);
            return new Running(cloud.base().toString(), cloud::close);
        });
    }

    private void start(RegisterImage image) throws IOException {
        start(port -> {
            ModbusSimulator device = ModbusSimulator.start(SimulatorOptions.modbusTcp().port(port).anyUnit(image));
            return new Running(device.host() + ":" + device.port(), device::close);
        });
    }

    private void start(DongleOptions dongle) throws IOException {
        start(port -> {
            DongleSimulator device = DongleSimulator.start(dongle.port(port));
            return new Running(device.host() + ":" + device.port(), device::close);
        });
    }

    private void start(Starter starter) throws IOException {
        int port = nextPort++;
        try {
            devices.add(starter.at(port));
        } catch (BindException e) {
            throw new BindException("port " + port + " of the simulated plant is taken");
        }
    }

    private static Duration untilBegin(ZonedDateTime now) {
        return Duration.between(now, now.with(BEGIN));
    }

    /** Starts a device at a port. */
    private interface Starter {
        Running at(int port) throws IOException;
    }

    /** A device at work. */
    private record Running(String address, Runnable end) {
        void close() {
            end.run();
        }
    }
}
