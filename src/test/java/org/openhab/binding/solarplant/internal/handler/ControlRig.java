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

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.capture.Tape;
import org.openhab.binding.solarplant.internal.config.InverterConfiguration;
import org.openhab.binding.solarplant.internal.driver.Driver;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.ThingActions;
import org.openhab.core.types.Command;

/** A plant whose inverters are fake drivers, told apart by their hosts, behind real handlers. */
@NonNullByDefault
final class ControlRig implements AutoCloseable {

    static final ThingUID ROOF = TestPlant.inverter("roof");
    static final String LEFT = "control#writes-left";

    final Map<String, FakeDriver> drivers = new ConcurrentHashMap<>();
    final TestPlant plant;

    private final class FakeConnection implements Connection {
        @Override
        public DriverTarget open(Thing thing, InverterConfiguration configuration, PlantRuntime runtime,
                Environment environment) {
            FakeDriver driver = Objects.requireNonNull(drivers.get(configuration.host));
            return new DriverTarget(driver, CaptureSource.of(thing, configuration, environment), configuration.host,
                    Duration.ofSeconds(30), Optional.empty());
        }

        @Override
        public Driver replay(Tape tape, Surroundings surroundings) {
            throw new UnsupportedOperationException();
        }
    }

    ControlRig(Map<String, Object> config) {
        plant = new TestPlant(Map.of("solax-modbus", new FakeConnection()));
        plant.addPlant(config);
    }

    /** A plant that allows control, with one inverter. */
    static ControlRig allowing(Map<String, Object> config) {
        Map<String, Object> all = new HashMap<>(Map.of("allowControl", true));
        all.putAll(config);
        ControlRig rig = new ControlRig(all);
        rig.add("roof");
        return rig;
    }

    FakeDriver add(String name) {
        FakeDriver driver = new FakeDriver("SN" + name.toUpperCase(Locale.ROOT) + "0001", plant.time);
        drivers.put(name, driver);
        plant.addInverter(name, name, 502, Map.of());
        plant.awaitShown(TestPlant.inverter(name));
        return driver;
    }

    FakeDriver roof() {
        return Objects.requireNonNull(drivers.get("roof"));
    }

    /** What is kept of how often the first inverter was set. */
    @Nullable
    String writes() {
        return plant.store.recall(roof().id, WriteBudget.NAME).orElse(null);
    }

    /** Sends a command, and waits until the handler has taken it. */
    void command(String channel, Command command) {
        command(ROOF, channel, command);
    }

    void command(ThingUID thing, String channel, Command command) {
        try {
            plant.host.command(new ChannelUID(thing, channel), command).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for something that may come after the pause between two orders. */
    void await(BooleanSupplier condition) {
        plant.passUntil(Duration.ofSeconds(1), condition);
    }

    /** Lets the pause after an order pass. */
    void pause() {
        plant.pass(Duration.ofSeconds(1));
    }

    String text(String channel) {
        return plant.text(ROOF, channel);
    }

    <T extends ThingActions> T actions(ThingUID thing, T actions) {
        actions.setThingHandler(Objects.requireNonNull(plant.thing(thing).getHandler()));
        return actions;
    }

    @Override
    public void close() throws IOException {
        plant.close();
    }
}
