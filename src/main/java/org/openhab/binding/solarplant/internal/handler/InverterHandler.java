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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.TranslatedText;
import org.openhab.binding.solarplant.internal.action.InverterActions;
import org.openhab.binding.solarplant.internal.config.InverterConfiguration;
import org.openhab.binding.solarplant.internal.driver.Serials;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.binding.solarplant.internal.polling.PollTarget;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.binding.BaseThingHandler;
import org.openhab.core.thing.binding.ThingHandlerService;
import org.openhab.core.types.Command;
import org.openhab.core.types.RefreshType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An inverter, an EMS or a gateway: brings its own driver to the plant, and shows what the plant knows of its device. An
 * inverter that only an EMS or a gateway tells of brings none.
 */
@NonNullByDefault
public final class InverterHandler extends BaseThingHandler implements PlantMember, PolledThing, Inspectable {

    private final Logger logger = LoggerFactory.getLogger(InverterHandler.class);

    private final Environment environment;
    private final StatusLine status;
    private final Object lifecycle = new Object();
    private final ChannelPublisher publisher;
    private final Control control;
    private volatile @Nullable DeviceId device;
    private volatile InverterConfiguration configuration = new InverterConfiguration();
    private @Nullable PlantHandler plant;
    private volatile @Nullable PlantRuntime runtime;
    private volatile @Nullable DriverPair drivers;
    private boolean lost;

    /**
     * @param environment what the binding finds around it
     */
    public InverterHandler(Thing thing, Environment environment) {
        super(thing);
        this.environment = environment;
        this.status = new StatusLine(this::getThing,
                info -> updateStatus(info.getStatus(), info.getStatusDetail(), info.getDescription()));
        this.publisher = new ChannelPublisher(new ChannelPublisher.Port(this::getThing, this::getCallback,
                channels -> updateThing(editThing().withChannels(channels).build()), this::updateState),
                environment.labels());
        this.control = new Control(
                new Control.Port(this::name, () -> Optional.ofNullable(runtime), this::deviceId, publisher::refresh,
                        () -> Optional.ofNullable(runtime).ifPresent(running -> show(running.snapshot())),
                        environment.ticker()::nanos),
                new WriteBudget(lifecycle, this::getThing, this::updateProperty, environment.clock(),
                        environment.zone()),
                environment.labels());
    }

    @Override
    public Collection<Class<? extends ThingHandlerService>> getServices() {
        return List.of(InverterActions.class);
    }

    /** Takes orders for the device. */
    public Control control() {
        return control;
    }

    @Override
    public Inspection inspect() {
        return Inspection.of(runtime, deviceId(), Optional.ofNullable(drivers).map(DriverPair::own),
                publisher.states());
    }

    @Override
    public void initialize() {
        configuration = getConfigAs(InverterConfiguration.class);
        Optional<String> problem = configuration.problem().or(this::connectionProblem);
        Bridge bridge = getBridge();
        if (problem.isPresent()) {
            status.misconfigured(problem.get());
        } else if (bridge == null || !(bridge.getHandler() instanceof PlantHandler home)) {
            status.misconfigured("@text/offline.no-bridge");
        } else {
            plant = home;
            environment.descriptions().add(getThing().getUID(), control::settings);
            if (configuration.isViaEms()) {
                String serial = configuration.serial().orElseThrow();
                device = new DeviceId(DeviceKind.INVERTER, serial);
                // by this the inbox knows that the inverter has its thing
                updateProperty(Thing.PROPERTY_SERIAL_NUMBER, serial);
            }
            home.join(this);
        }
    }

    private Optional<String> connectionProblem() {
        if (configuration.isViaEms()) {
            return Optional.empty();
        }
        return connection().map(connection -> connection.problem(configuration)).orElseGet(
                () -> Optional.of(TranslatedText.of("offline.connection-unknown", List.of(configuration.connection))));
    }

    @Override
    public void dispose() {
        PlantHandler home = plant;
        plant = null;
        if (home != null) {
            home.leave(this);
        }
        plantStopped();
        environment.descriptions().remove(getThing().getUID());
        device = null;
    }

    @Override
    public void handleCommand(ChannelUID channel, Command command) {
        if (command instanceof RefreshType) {
            publisher.refresh(channel);
        } else {
            Metrics.find(channel.getId()).filter(Metric::isSetting)
                    .ifPresent(metric -> control.command(channel, metric, command));
        }
    }

    @Override
    public void bridgeStatusChanged(ThingStatusInfo info) {
        // the plant itself tells its members, in the right order
    }

    @Override
    public Optional<DeviceId> deviceId() {
        return Optional.ofNullable(device);
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
    public String name() {
        String label = getThing().getLabel();
        // a thing from the inbox has its whole serial number for an id
        return label == null ? Serials.shortened(getThing().getUID().getId()) : label;
    }

    @Override
    public void plantStarted(PlantRuntime running) {
        if (configuration.isViaEms()) {
            synchronized (lifecycle) {
                publisher.restart();
                runtime = running;
                show(running.snapshot());
            }
            return;
        }
        Connection connection = connection().orElseThrow();
        Optional<String> problem = connection.problem(running);
        if (problem.isPresent()) {
            status.misconfigured(problem.get());
            return;
        }
        DriverPair pair = new DriverPair(connection.open(getThing(), configuration, running, environment));
        synchronized (lifecycle) {
            publisher.restart();
            runtime = running;
            drivers = pair;
            status.await();
        }
        running.add(pair.own(), this);
        configuration.serial().or(this::rememberedSerial).ifPresent(this::backUp);
    }

    private Optional<Connection> connection() {
        return Optional.ofNullable(environment.connections().get(Connection.name(getThing(), configuration)));
    }

    /** By this a device that does not answer after a restart can still be looked up elsewhere. */
    private Optional<String> rememberedSerial() {
        return Optional.ofNullable(getThing().getProperties().get(Thing.PROPERTY_SERIAL_NUMBER));
    }

    /** Looks for somebody who stands in for the device with this serial number. */
    private void backUp(String serial) {
        PlantRuntime running;
        DriverPair pair;
        Optional<DriverTarget> before;
        Optional<DriverTarget> standIn;
        synchronized (lifecycle) {
            running = runtime;
            pair = drivers;
            if (running == null || pair == null || pair.isBackedUp(serial)) {
                return;
            }
            standIn = connection().orElseThrow().openStandIn(serial, configuration, running, environment);
            before = pair.backUp(serial, standIn);
        }
        // not under the lock: the plant shows what it loses by this to all of its things
        before.ifPresent(running::remove);
        standIn.ifPresent(target -> {
            running.add(target, this);
            if (!isOurs(target)) {
                // the plant has stopped meanwhile, or another device has answered, and this one was missed
                running.remove(target);
            }
        });
    }

    private boolean isOurs(DriverTarget target) {
        synchronized (lifecycle) {
            DriverPair pair = drivers;
            return pair != null && pair.has(target);
        }
    }

    @Override
    public void plantStopped() {
        control.letGo();
        PlantRuntime running;
        DriverPair pair;
        synchronized (lifecycle) {
            running = runtime;
            pair = drivers;
            runtime = null;
            drivers = null;
        }
        if (running != null && pair != null) {
            pair.all().forEach(running::remove);
        }
    }

    @Override
    public void plantUnusable() {
        status.plantUnusable();
    }

    @Override
    public void answered(PollTarget driver, Device answering, PollStats news) {
        synchronized (lifecycle) {
            DriverPair pair = drivers;
            if (pair == null || !pair.has(driver)) {
                return;
            }
            device = answering.id();
            pair.learn(driver, news);
            if (!getThing().getProperties().entrySet().containsAll(answering.properties().entrySet())) {
                updateProperties(answering.properties());
            }
            showStatus(pair);
        }
        backUp(answering.id().key());
    }

    @Override
    public void failed(PollTarget driver, PollStats news) {
        synchronized (lifecycle) {
            DriverPair pair = drivers;
            if (pair != null && pair.has(driver)) {
                pair.learn(driver, news);
                showStatus(pair);
            }
        }
    }

    private void showStatus(DriverPair pair) {
        pair.status().ifPresent(info -> {
            ThingStatus before = getThing().getStatus();
            if (before == ThingStatus.ONLINE && info.getStatus() == ThingStatus.OFFLINE) {
                lost = true;
                logger.info("{} does not answer any more: {}", name(), pair.stats()
                        .flatMap(PollStats::lastFailure).map(failure -> failure.kind().id()).orElse(""));
            } else if (lost && info.getStatus() == ThingStatus.ONLINE) {
                lost = false;
                logger.info("{} answers again", name());
            }
            status.show(info.getStatus(), info.getStatusDetail(), info.getDescription());
        });
    }

    @Override
    public void duplicates(PollTarget driver, PolledThing other) {
        synchronized (lifecycle) {
            DriverPair pair = drivers;
            if (pair != null && pair.has(driver)) {
                status.misconfigured(TranslatedText.of("offline.duplicate", List.of(other.name())));
            }
        }
    }

    @Override
    public void show(PlantSnapshot snapshot) {
        synchronized (lifecycle) {
            Optional<DeviceState> state = deviceId().flatMap(snapshot::device);
            Map<Metric, Value> values = state.map(DeviceView::of).orElseGet(HashMap::new);
            DriverPair pair = drivers;
            Optional<PollStats> polls = pair == null ? Optional.empty() : pair.stats();
            if (pair != null && polls.isPresent()) {
                boolean live = state.filter(DeviceState::isLive).isPresent();
                if (live != pair.isLive()) {
                    pair.live(live);
                    showStatus(pair);
                }
                values.putAll(PollView.of(polls.get(), state.map(DeviceState::rejected).orElse(0L)));
            } else if (runtime != null && pair == null) {
                status.follow(state, TranslatedText.of("offline.not-reported",
                        List.of(Serials.shortened(configuration.serial().orElseThrow()))));
            } else {
                return;
            }
            values.putAll(control.values());
            publisher.publish(snapshot.version(), values);
        }
    }
}
