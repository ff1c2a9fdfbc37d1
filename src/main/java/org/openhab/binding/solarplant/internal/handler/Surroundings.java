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

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.binding.solarplant.internal.capture.CaptureHeader;
import org.openhab.binding.solarplant.internal.capture.Redaction;
import org.openhab.binding.solarplant.internal.capture.Tape;
import org.openhab.binding.solarplant.internal.config.InverterConfiguration;
import org.openhab.binding.solarplant.internal.driver.alphaess.modbus.AlphaEssModbusDriver;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceMemory;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;

/**
 * What a driver is made of besides its wire: the same for a device that is there and for one of which only a capture is.
 *
 * @param type what the thing stands for
 * @param memory what is known of the device from before
 * @param zone where the plant stands
 */
@NonNullByDefault
record Surroundings(ThingTypeUID type, InverterConfiguration configuration, DeviceMemory memory,
        ProfileStore profiles, InstantSource clock, Ticker ticker, Supplier<ZoneId> zone) {

    /** The fact that names the thing type. */
    static final String TYPE = "thing";

    private static final String SERIAL = "serial";
    private static final String UNIT = "unitId";
    private static final String PROFILE = "profile";
    private static final String CAPACITY = "batteryCapacity";
    private static final String EXPORT_MOST = "exportLimitMax";
    private static final String EXPORT_SCALE = "exportLimitScale";
    /** What a capacity in kWh looks like: a number of a few characters may be one of any length. */
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,5}(\\.\\d{1,9})?");

    static Surroundings of(Thing thing, InverterConfiguration configuration, Environment environment) {
        return new Surroundings(thing.getThingTypeUID(), configuration, environment.store(),
                environment.profiles(), environment.clock(), environment.ticker(), environment.zone());
    }

    /** Those of a system that its vendor's cloud tells of, be it configured as that or known from elsewhere. */
    static Surroundings of(String serial, InverterConfiguration configuration, Environment environment) {
        InverterConfiguration system = new InverterConfiguration();
        system.serial = serial;
        system.batteryCapacity = configuration.batteryCapacity;
        return new Surroundings(SolarPlantBindingConstants.INVERTER, system, environment.store(),
                environment.profiles(),
                environment.clock(), environment.ticker(), environment.zone());
    }

    /**
     * Those that a capture tells of.
     *
     * @throws IllegalArgumentException if something of it is not what it should be
     */
    static Surroundings of(Tape tape, ProfileStore profiles) {
        CaptureHeader header = tape.capture().header();
        InverterConfiguration configuration = new InverterConfiguration();
        Map<String, String> told = header.configuration();
        configuration.serial = told.getOrDefault(SERIAL, "");
        configuration.profile = told.getOrDefault(PROFILE, "");
        configuration.unitId = told.containsKey(UNIT) ? Integer.valueOf(told.get(UNIT)) : null;
        configuration.batteryCapacity = Optional.ofNullable(told.get(CAPACITY)).map(text -> amount(CAPACITY, text))
                .orElse(null);
        configuration.exportLimitMax = told.containsKey(EXPORT_MOST) ? Integer.valueOf(told.get(EXPORT_MOST)) : null;
        configuration.exportLimitScale = Optional.ofNullable(told.get(EXPORT_SCALE))
                .map(text -> amount(EXPORT_SCALE, text)).orElse(null);
        if (configuration.problem().isPresent()) {
            throw new IllegalArgumentException("its configuration is none");
        }
        String type = header.facts().getOrDefault(TYPE, SolarPlantBindingConstants.INVERTER.getId());
        return new Surroundings(new ThingTypeUID(SolarPlantBindingConstants.BINDING_ID, type), configuration,
                new CapturedMemory(header.memory()), profiles, tape, tape, () -> header.offset());
    }

    private static BigDecimal amount(String name, String text) {
        if (!AMOUNT.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" must be a number");
        }
        return new BigDecimal(text);
    }

    /** What of the configuration a capture has to tell. */
    Map<String, String> told(Redaction redaction) {
        Map<String, String> told = new HashMap<>();
        configuration.serial().ifPresent(serial -> told.put(SERIAL, redaction.text(serial)));
        configuration.unitId().ifPresent(unit -> told.put(UNIT, unit.toString()));
        profile().ifPresent(profile -> told.put(PROFILE, redaction.name(profile)));
        capacity().ifPresent(capacity -> told.put(CAPACITY, capacity.toPlainString()));
        configuration.exportLimitMax().ifPresent(watts -> told.put(EXPORT_MOST, watts.toString()));
        configuration.exportLimitScale()
                .ifPresent(exponent -> told.put(EXPORT_SCALE, BigDecimal.ONE.movePointRight(exponent).toPlainString()));
        return told;
    }

    /**
     * What of the memory a capture of this device has to tell: what is kept of a day is part of today's values; what is
     * behind an adapter is found out by the capture.
     */
    Map<String, String> memories(DeviceId device, Redaction redaction) {
        String name = AlphaEssModbusDriver.MIDNIGHT_ENERGIES;
        return memory.recall(device, name).flatMap(text -> AlphaEssModbusDriver.renamed(text, redaction::text))
                .map(text -> Map.of(name, text)).orElse(Map.of());
    }

    /** The model that the user names. */
    Optional<String> profile() {
        return Optional.of(configuration.profile.strip()).filter(text -> !text.isEmpty());
    }

    /** What the battery holds in kWh by the user's word. */
    Optional<BigDecimal> capacity() {
        return Optional.ofNullable(configuration.batteryCapacity);
    }
}
