/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.benchmark;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Driver;
import org.openhab.binding.solarplant.internal.driver.MapMemory;
import org.openhab.binding.solarplant.internal.driver.RatedPower;
import org.openhab.binding.solarplant.internal.driver.alphaess.modbus.AlphaEssModbusDriver;
import org.openhab.binding.solarplant.internal.driver.alphaess.modbus.AlphaEssModbusSettings;
import org.openhab.binding.solarplant.internal.driver.givenergy.GivEnergyDriver;
import org.openhab.binding.solarplant.internal.driver.givenergy.GivEnergySettings;
import org.openhab.binding.solarplant.internal.driver.solax.SolaxDriver;
import org.openhab.binding.solarplant.internal.driver.solax.SolaxSettings;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.DeviceMemory;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.sim.AlphaEssImage;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.DongleDevice;
import org.openhab.binding.solarplant.sim.GivEnergyHouse;
import org.openhab.binding.solarplant.sim.GivEnergyPlant;
import org.openhab.binding.solarplant.sim.RegisterImage;
import org.openhab.binding.solarplant.sim.Site;
import org.openhab.binding.solarplant.sim.SolaxImage;
import org.openhab.binding.solarplant.sim.SolaxModel;

/** The vendors whose simulated inverters are asked over a wire that lies; each inverter has a battery and a meter. */
@NonNullByDefault
enum FrozenInverter {
    /** Hybrids of one and of three phases, in a house with a second inverter in the garage. */
    SOLAX {
        @Override
        FlippedBits wire(int number, RandomGenerator random) {
            SolaxModel model = number % 2 == 0 ? SolaxModel.x3() : SolaxModel.x1();
            return modbus(SolaxDriver.UNIT, new SolaxImage(model, curve(Site.home(ZoneOffset.UTC)), clock(number)),
                    random);
        }

        @Override
        Driver driver(FlippedBits wire, InstantSource clock) {
            return SolaxDriver.of(wire, new SolaxSettings(SolaxDriver.UNIT, Optional.empty(), Optional.empty(),
                    Optional.empty(), Optional.empty(), Optional.empty()), PROFILES, clock, () -> ZoneOffset.UTC);
        }
    },
    /** Hybrids with one pack, and AC-coupled inverters with three. */
    GIVENERGY {
        @Override
        FlippedBits wire(int number, RandomGenerator random) {
            return new FlippedBits(number % 2 == 0
                    ? new GivEnergyHouse(curve(Site.cottage(ZoneOffset.UTC)), clock(number)).inverter().devices()
                    : new GivEnergyPlant(curve(Site.farm(ZoneOffset.UTC)), clock(number)).inverter().devices(),
                    WITHOUT_A_REASON, random);
        }

        @Override
        Driver driver(FlippedBits wire, InstantSource clock) {
            return new GivEnergyDriver(wire, new GivEnergySettings(DeviceKind.INVERTER, Optional.empty()),
                    new MapMemory(), PROFILES, clock, () -> ZoneOffset.UTC);
        }
    },
    /** Hybrids with and without another inverter at their second meter; the account has told their rated power. */
    ALPHAESS {
        @Override
        FlippedBits wire(int number, RandomGenerator random) {
            Site site = number % 2 == 0 ? Site.home(ZoneOffset.UTC) : Site.workshop(ZoneOffset.UTC);
            return modbus(AlphaEssModbusDriver.UNIT,
                    new AlphaEssImage(SERIAL, curve(site), clock(number)), random);
        }

        @Override
        Driver driver(FlippedBits wire, InstantSource clock) {
            DeviceMemory memory = new MapMemory();
            RatedPower.keep(memory, new DeviceId(DeviceKind.INVERTER, SERIAL), TEN_KILOWATTS);
            return AlphaEssModbusDriver.of(wire, new AlphaEssModbusSettings(AlphaEssModbusDriver.UNIT,
                    Optional.empty(), Optional.empty()), memory, PROFILES, clock, () -> ZoneOffset.UTC);
        }
    };

    /** When time stops in the houses; in each one some minutes later than in the one before. */
    static final Instant MORNING = Instant.parse("2026-06-21T09:30:00Z");

    private static final String SERIAL = "AL7000000000001";
    private static final BigDecimal TEN_KILOWATTS = BigDecimal.valueOf(10_000);
    private static final int SECONDS_APART = 700;
    private static final ProfileStore PROFILES = new ProfileStore();
    private static final int ILLEGAL_ADDRESS = 2;
    private static final int WITHOUT_A_REASON = 0;

    /** The wire to the n-th inverter. */
    abstract FlippedBits wire(int number, RandomGenerator random);

    /** The driver that asks over this wire. */
    abstract Driver driver(FlippedBits wire, InstantSource clock);

    private static FlippedBits modbus(int unit, RegisterImage image, RandomGenerator random) {
        return new FlippedBits(Map.of(unit, DongleDevice.of("", image)), ILLEGAL_ADDRESS, random);
    }

    private static DayCurve curve(Site site) {
        return new DayCurve(site);
    }

    private static Clock clock(int number) {
        return Clock.fixed(MORNING.plusSeconds((long) SECONDS_APART * number), ZoneOffset.UTC);
    }
}
