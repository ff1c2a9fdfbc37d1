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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.TranslatedText;
import org.openhab.binding.solarplant.internal.action.InverterActions;
import org.openhab.binding.solarplant.internal.config.InverterConfiguration;
import org.openhab.binding.solarplant.internal.driver.Serials;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.binding.ThingHandlerService;

/**
 * An inverter, an EMS or a gateway: brings its own driver to the plant, and shows what the plant knows of its device. An
 * inverter that only an EMS or a gateway tells of brings none.
 */
@NonNullByDefault
public final class InverterHandler extends DeviceHandler {

    /** The trigger channel for what others change. */
    private static final String SETTINGS_CHANGED = "event#settings-changed";

    private final Drivers drivers = new Drivers(new Drivers.Port(lifecycle, this::name, this::met,
            setting -> triggerChannel(SETTINGS_CHANGED, setting.id()), status));
    private volatile InverterConfiguration configuration = new InverterConfiguration();

    /**
     * @param environment what the binding finds around it
     */
    public InverterHandler(Thing thing, Environment environment) {
        super(thing, environment);
    }

    @Override
    public Collection<Class<? extends ThingHandlerService>> getServices() {
        return List.of(InverterActions.class);
    }

    @Override
    Optional<String> configure() {
        configuration = getConfigAs(InverterConfiguration.class);
        Optional<String> problem = configuration.problem().or(this::connectionProblem);
        if (problem.isEmpty() && configuration.isViaEms()) {
            String serial = configuration.serial().orElseThrow();
            showDevice(new DeviceId(DeviceKind.INVERTER, serial));
            // by this the inbox knows that the inverter has its thing
            updateProperty(Thing.PROPERTY_SERIAL_NUMBER, serial);
        }
        return problem;
    }

    private Optional<String> connectionProblem() {
        if (configuration.isViaEms()) {
            return Optional.empty();
        }
        return connection().map(connection -> connection.problem(configuration)).orElseGet(
                () -> Optional.of(TranslatedText.of("offline.connection-unknown", List.of(configuration.connection))));
    }

    private Optional<Connection> connection() {
        return Optional.ofNullable(environment.connections().get(Connection.name(getThing(), configuration)));
    }

    @Override
    public Optional<BigDecimal> pvPeak() {
        return configuration.pvPeak();
    }

    @Override
    public boolean usesAccount() {
        return connection().filter(Connection::usesAccount).isPresent();
    }

    @Override
    Optional<DriverTarget> driver() {
        return drivers.own();
    }

    @Override
    public void plantStarted(PlantRuntime running) {
        if (configuration.isViaEms()) {
            super.plantStarted(running);
            return;
        }
        Connection connection = connection().orElseThrow();
        Optional<String> problem = connection.problem(running);
        if (problem.isPresent()) {
            status.misconfigured(problem.get());
            return;
        }
        InverterConfiguration opened = configuration;
        DriverTarget own = connection.open(getThing(), opened, running, environment);
        synchronized (lifecycle) {
            super.plantStarted(running);
            drivers.begin(running, own, serial -> connection.openStandIn(serial, opened, running, environment));
        }
        running.add(own, drivers);
        configuration.serial().or(this::rememberedSerial).ifPresent(drivers::backUp);
    }

    /** By this a device that does not answer after a restart can still be looked up elsewhere. */
    private Optional<String> rememberedSerial() {
        return known().map(DeviceId::key);
    }

    @Override
    public void plantStopped() {
        super.plantStopped();
        drivers.end();
    }

    private void met(Device answering) {
        showDevice(answering.id());
        DeviceStore store = environment.store();
        store.shownBy(getThing().getUID()).filter(before -> !before.equals(answering.id())).ifPresent(this::replaced);
        store.shows(getThing().getUID(), answering.id());
        describe(answering);
    }

    @Override
    Optional<Map<Metric, Value>> look(Optional<DeviceState> state, long rejected) {
        if (!configuration.isViaEms()) {
            return drivers.look(state, rejected);
        }
        status.follow(state, TranslatedText.of("offline.not-reported",
                List.of(Serials.shortened(configuration.serial().orElseThrow()))));
        return Optional.of(Map.of());
    }
}
