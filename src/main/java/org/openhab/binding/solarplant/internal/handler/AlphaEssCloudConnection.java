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
import org.openhab.binding.solarplant.internal.driver.ToldCapacity;
import org.openhab.binding.solarplant.internal.driver.alphaess.cloud.AlphaEssCloudDriver;
import org.openhab.core.thing.Thing;

/** A system of the plant's AlphaESS account, as a driver to poll. */
@NonNullByDefault
final class AlphaEssCloudConnection implements Connection {

    @Override
    public Optional<String> problem(InverterConfiguration configuration) {
        return configuration.serial().isEmpty() ? Optional.of("@text/offline.serial-missing") : Optional.empty();
    }

    @Override
    public Optional<String> problem(PlantRuntime plant) {
        return plant.cloud().isEmpty() ? Optional.of("@text/offline.no-account") : Optional.empty();
    }

    @Override
    public boolean usesAccount() {
        return true;
    }

    @Override
    public DriverTarget open(Thing thing, InverterConfiguration configuration, PlantRuntime runtime,
            Environment environment) {
        return open(configuration.serial().orElseThrow(), configuration, runtime.cloud().orElseThrow(), environment);
    }

    /** The system with this serial number, whoever configures it. */
    static DriverTarget open(String serial, InverterConfiguration configuration, CloudLink cloud,
            Environment environment) {
        AlphaEssCloudDriver driver = new AlphaEssCloudDriver(cloud.systems(), serial,
                new ToldCapacity(Optional.ofNullable(configuration.batteryCapacity)), environment.clock(),
                environment.ticker(), environment.zone());
        return new DriverTarget(driver, cloud.wire(), CloudLink.systemPollLimit(), configuration.fullInterval());
    }
}
