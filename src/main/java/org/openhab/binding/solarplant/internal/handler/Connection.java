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

import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.binding.solarplant.internal.capture.Tape;
import org.openhab.binding.solarplant.internal.config.InverterConfiguration;
import org.openhab.binding.solarplant.internal.driver.Driver;
import org.openhab.core.thing.Thing;

/** A way to speak to a device: makes a driver of what the user configures. */
@NonNullByDefault
interface Connection {

    /** The connections by the names that users choose. */
    Map<String, Connection> ALL = Map.of(InverterConfiguration.SOLAX_MODBUS, new SolaxConnection(),
            InverterConfiguration.GIVENERGY, new GivEnergyConnection(), InverterConfiguration.ALPHAESS_MODBUS,
            new AlphaEssModbusConnection(), InverterConfiguration.ALPHAESS_CLOUD, new AlphaEssCloudConnection(),
            InverterConfiguration.MODBUS, new OwnProfileConnection());

    /** What the configuration lacks, as a status text. */
    default Optional<String> problem(InverterConfiguration configuration) {
        return configuration.host.isBlank() ? Optional.of("@text/offline.host-missing") : Optional.empty();
    }

    /** What the plant lacks, as a status text. */
    default Optional<String> problem(PlantRuntime plant) {
        return Optional.empty();
    }

    /** Whether it needs the plant's account, or makes use of it. */
    default boolean usesAccount() {
        return false;
    }

    /** Opens nothing yet: the driver connects when it is polled. */
    DriverTarget open(Thing thing, InverterConfiguration configuration, PlantRuntime runtime, Environment environment);

    /** The driver that a capture answers to, as if it were the device. */
    Driver replay(Tape tape, Surroundings surroundings);

    /**
     * A driver that knows the same device from somewhere else, where there is one.
     *
     * @param serial the device's serial number
     */
    default Optional<DriverTarget> openStandIn(String serial, InverterConfiguration configuration,
            PlantRuntime runtime, Environment environment) {
        return Optional.empty();
    }

    /** The connection that the user chose; an inverter's is SolaX and all others' GivEnergy where nothing was chosen. */
    static String name(Thing thing, InverterConfiguration configuration) {
        String usual = SolarPlantBindingConstants.INVERTER.equals(thing.getThingTypeUID())
                ? InverterConfiguration.SOLAX_MODBUS
                : InverterConfiguration.GIVENERGY;
        return configuration.connection.isBlank() ? usual : configuration.connection;
    }
}
