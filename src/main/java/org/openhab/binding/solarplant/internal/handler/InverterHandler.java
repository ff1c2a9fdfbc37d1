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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.TranslatedText;
import org.openhab.binding.solarplant.internal.config.InverterConfiguration;
import org.openhab.binding.solarplant.internal.driver.Serials;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.binding.solarplant.internal.polling.PollTarget;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.binding.BaseThingHandler;
import org.openhab.core.types.Command;
import org.openhab.core.types.RefreshType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An inverter, an EMS or a gateway: brings its own driver to the plant, and shows what the plant knows of its device. An
 * inverter that only an EMS or a gateway tells of brings none.
 */
@NonNullByDefault
public final class InverterHandler extends BaseThingHandler implements PlantMember, PolledThing {

    private final Logger logger = LoggerFactory.getLogger(InverterHandler.class);

    private final Environment environment;
    private final StatusLine status;
    private final Object lifecycle = new Object();
    private final ChannelPublisher publisher;
    private volatile @Nullable DeviceId device;
    private InverterConfiguration configuration = new InverterConfiguration();
    private @Nullable PlantHandler plant;
    private @Nullable PlantRuntime runtime;
    private @Nullable DriverTarget target;
    private @Nullable PollStats stats;

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
    }

    @Override
    public void initialize() {
        configuration = getConfigAs(InverterConfiguration.class);
        Optional<String> problem = configuration.problem().or(this::unknownConnection);
        Bridge bridge = getBridge();
        if (problem.isPresent()) {
            status.misconfigured(problem.get());
        } else if (bridge == null || !(bridge.getHandler() instanceof PlantHandler home)) {
            status.misconfigured("@text/offline.no-bridge");
        } else {
            plant = home;
            if (configuration.isViaEms()) {
                String serial = configuration.serial().orElseThrow();
                device = new DeviceId(DeviceKind.INVERTER, serial);
                // by this the inbox knows that the inverter has its thing
                updateProperty(Thing.PROPERTY_SERIAL_NUMBER, serial);
            }
            home.join(this);
        }
    }

    private Optional<String> unknownConnection() {
        return configuration.isViaEms() || Connection.of(getThing(), configuration).isPresent()
                ? Optional.empty()
                : Optional.of(TranslatedText.of("offline.connection-unknown", List.of(configuration.connection)));
    }

    @Override
    public void dispose() {
        PlantHandler home = plant;
        plant = null;
        if (home != null) {
            home.leave(this);
        }
        plantStopped();
        device = null;
    }

    @Override
    public void handleCommand(ChannelUID channel, Command command) {
        if (command instanceof RefreshType) {
            publisher.refresh(channel);
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
    public String name() {
        String label = getThing().getLabel();
        return label == null ? getThing().getUID().getId() : label;
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
        Connection connection = Connection.of(getThing(), configuration).orElseThrow();
        DriverTarget driver = connection.open(getThing(), configuration, running, environment);
        synchronized (lifecycle) {
            publisher.restart();
            runtime = running;
            target = driver;
            status.await();
        }
        running.add(driver, this);
    }

    @Override
    public void plantStopped() {
        PlantRuntime running;
        DriverTarget driver;
        synchronized (lifecycle) {
            running = runtime;
            driver = target;
            runtime = null;
            target = null;
            stats = null;
        }
        if (running != null && driver != null) {
            running.remove(driver);
        }
    }

    @Override
    public void plantUnusable() {
        status.plantUnusable();
    }

    @Override
    public void answered(PollTarget driver, Device answering, PollStats news) {
        synchronized (lifecycle) {
            if (driver != target) {
                return;
            }
            if (getThing().getStatus() == ThingStatus.OFFLINE && device != null) {
                logger.info("{} answers again", getThing().getUID());
            }
            device = answering.id();
            stats = news;
            if (!getThing().getProperties().entrySet().containsAll(answering.properties().entrySet())) {
                updateProperties(answering.properties());
            }
            status.show(ThingStatus.ONLINE, ThingStatusDetail.NONE, null);
        }
    }

    @Override
    public void failed(PollTarget driver, PollStats news) {
        synchronized (lifecycle) {
            if (driver != target) {
                return;
            }
            stats = news;
            Optional<Failure> failure = news.lastFailure().filter(reason -> !news.connected());
            if (failure.isPresent()) {
                if (getThing().getStatus() == ThingStatus.ONLINE) {
                    logger.info("{} does not answer any more: {}", getThing().getUID(), failure.get().kind().id());
                }
                status.show(ThingStatus.OFFLINE, StatusTexts.detail(failure.get()), StatusTexts.text(failure.get()));
            }
        }
    }

    @Override
    public void duplicates(PollTarget driver, PolledThing other) {
        synchronized (lifecycle) {
            if (driver == target) {
                status.misconfigured(TranslatedText.of("offline.duplicate", List.of(other.name())));
            }
        }
    }

    @Override
    public void show(PlantSnapshot snapshot) {
        synchronized (lifecycle) {
            Optional<DeviceState> state = deviceId().flatMap(snapshot::device);
            Map<Metric, Value> values = state.map(DeviceView::of).orElseGet(HashMap::new);
            PollStats polls = stats;
            if (polls != null) {
                values.putAll(PollView.of(polls, state.map(DeviceState::rejected).orElse(0L)));
            } else if (runtime != null && target == null) {
                status.follow(state, TranslatedText.of("offline.not-reported",
                        List.of(Serials.shortened(configuration.serial().orElseThrow()))));
            } else {
                return;
            }
            publisher.publish(snapshot.version(), values);
        }
    }
}
