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
import org.openhab.binding.solarplant.internal.capture.ReplayedCloud;
import org.openhab.binding.solarplant.internal.capture.TapPoint;
import org.openhab.binding.solarplant.internal.capture.Tape;
import org.openhab.binding.solarplant.internal.capture.TappedCloud;
import org.openhab.binding.solarplant.internal.config.InverterConfiguration;
import org.openhab.binding.solarplant.internal.driver.Driver;
import org.openhab.binding.solarplant.internal.driver.ToldCapacity;
import org.openhab.binding.solarplant.internal.driver.alphaess.cloud.AlphaEssCloudDriver;
import org.openhab.binding.solarplant.internal.driver.alphaess.cloud.CloudSystems;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudApi;
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
        return open(configuration.serial().orElseThrow(), configuration, runtime, environment);
    }

    /** The system with this serial number, whoever configures it. */
    static DriverTarget open(String serial, InverterConfiguration configuration, PlantRuntime runtime,
            Environment environment) {
        CloudLink cloud = runtime.cloud().orElseThrow();
        CaptureSource source = new CaptureSource(InverterConfiguration.ALPHAESS_CLOUD,
                Surroundings.of(serial, configuration, environment), new TapPoint());
        Driver driver = driver(cloud.systems(), new TappedCloud(cloud.systems().account(), source.taps()),
                source.around(), runtime.orderTicker());
        return new DriverTarget(driver, source, cloud.wire(), CloudLink.systemPollLimit(),
                configuration.fullInterval());
    }

    @Override
    public Driver replay(Tape tape, Surroundings around) {
        ReplayedCloud account = new ReplayedCloud(tape);
        return driver(new CloudSystems(account, around.ticker()), account, around, around.ticker());
    }

    private static Driver driver(CloudSystems systems, CloudApi account, Surroundings around, Ticker ticker) {
        return new AlphaEssCloudDriver(systems, account,
                around.configuration().serial().orElseThrow(() -> new IllegalArgumentException("no serial number")),
                new ToldCapacity(around.capacity()), around.memory(), around.clock(), ticker, around.zone());
    }
}
