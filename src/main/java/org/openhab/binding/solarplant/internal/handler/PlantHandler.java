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
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.binding.solarplant.internal.action.PlantActions;
import org.openhab.binding.solarplant.internal.alert.AlertEvent;
import org.openhab.binding.solarplant.internal.config.PlantConfiguration;
import org.openhab.binding.solarplant.internal.discovery.PlantDiscoveryService;
import org.openhab.binding.solarplant.internal.driver.alphaess.cloud.CloudSystem;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.binding.BaseBridgeHandler;
import org.openhab.core.thing.binding.ThingHandlerService;
import org.openhab.core.types.Command;
import org.openhab.core.types.RefreshType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plant: polls the devices of its members, and shows what they do together. It stays online while it can do its
 * work; a dead inverter is that inverter's business.
 */
@NonNullByDefault
public final class PlantHandler extends BaseBridgeHandler implements Inspectable {

    /** The property by which openHAB tells plants apart. */
    private static final String ID = "plantId";
    /** So many fast intervals without a tick, and the schedule is started anew. */
    private static final int MISSED_INTERVALS = 3;

    private final Logger logger = LoggerFactory.getLogger(PlantHandler.class);

    private final Environment environment;
    private final StatusLine status;
    private final List<PlantMember> members = new CopyOnWriteArrayList<>();
    /** Held while the plant starts or stops, and while members come and go; never while something is shown. */
    private final Object lifecycle = new Object();
    /** Held while something is shown, so that it comes out in order. Never waited for under the other lock. */
    private final Object screen = new Object();
    private volatile Consumer<PlantSnapshot> discovery = snapshot -> {};
    private volatile @Nullable PlantRuntime runtime;
    private final ChannelPublisher publisher;
    private final AlertWatch alerts = new AlertWatch();
    private volatile Optional<BatteryPower> batteryPower = Optional.empty();
    private @Nullable Pulse pulse;
    private boolean reconfiguring;

    /**
     * @param environment what the binding finds around it
     */
    public PlantHandler(Bridge bridge, Environment environment) {
        super(bridge);
        this.environment = environment;
        this.status = new StatusLine(this::getThing,
                info -> updateStatus(info.getStatus(), info.getStatusDetail(), info.getDescription()));
        this.publisher = new ChannelPublisher(new ChannelPublisher.Port(this::getThing, this::getCallback,
                channels -> updateThing(editThing().withChannels(channels).build()), this::updateState),
                environment.labels());
    }

    @Override
    public void initialize() {
        PlantConfiguration configuration = getConfigAs(PlantConfiguration.class);
        Optional<String> problem = configuration.problem();
        synchronized (lifecycle) {
            updateProperty(ID, getThing().getUID().getId());
            publisher.restart();
            PlantRuntime running = runtime;
            if (problem.isPresent()) {
                stop();
                status.misconfigured(problem.get());
                members.forEach(PlantMember::plantUnusable);
                return;
            }
            if (running == null) {
                start(configuration);
            } else {
                PlantRuntime.Affected affected = running.configure(configuration);
                List<PlantMember> anew = members.stream().filter(member -> switch (affected) {
                    case NONE -> false;
                    case ACCOUNT -> member.usesAccount();
                    case ALL -> true;
                }).toList();
                // all let go of their wires before any takes them up again
                anew.forEach(PlantMember::plantStopped);
                anew.forEach(member -> member.plantStarted(running));
            }
        }
    }

    @Override
    public void dispose() {
        synchronized (lifecycle) {
            if (reconfiguring) {
                return;
            }
            stop();
        }
        synchronized (screen) {
            // what is being shown is finished first; nothing is begun any more
        }
    }

    @Override
    public void handleConfigurationUpdate(Map<String, Object> parameters) {
        if (isModifyingCurrentConfig(parameters)) {
            reconfigure(() -> super.handleConfigurationUpdate(parameters));
        } else {
            // openHAB takes it for nothing; but whoever saves what was rejected wants it tried again
            reconfigure(this::initialize);
        }
    }

    @Override
    public void thingUpdated(Thing thing) {
        reconfigure(() -> super.thingUpdated(thing));
    }

    /** openHAB disposes of a plant and initializes it anew to change it. What runs goes on, and is told what changed. */
    private void reconfigure(Runnable change) {
        synchronized (lifecycle) {
            reconfiguring = true;
            try {
                change.run();
            } finally {
                reconfiguring = false;
            }
        }
    }

    private void start(PlantConfiguration configuration) {
        updateStatus(ThingStatus.UNKNOWN);
        PlantRuntime started = new PlantRuntime(getThing().getUID().getId(), configuration, environment, this::show);
        runtime = started;
        started.begin();
        members.forEach(member -> member.plantStarted(started));
        pulse = new Pulse(scheduler, environment.ticker()::nanos, this::tick,
                configuration.polling().fastInterval().multipliedBy(MISSED_INTERVALS));
    }

    private void stop() {
        Pulse beating = pulse;
        pulse = null;
        if (beating != null) {
            beating.close();
        }
        PlantRuntime ended = runtime;
        runtime = null;
        batteryPower = Optional.empty();
        if (ended != null) {
            members.forEach(PlantMember::plantStopped);
            ended.close();
        }
    }

    @Override
    public void handleCommand(ChannelUID channel, Command command) {
        if (command instanceof RefreshType) {
            publisher.refresh(channel);
        }
    }

    @Override
    public Collection<Class<? extends ThingHandlerService>> getServices() {
        return List.of(PlantDiscoveryService.class, PlantActions.class);
    }

    @Override
    public Inspection inspect() {
        return new Inspection(publisher.states(), Optional.empty(),
                running().map(PlantRuntime::probes).orElse(List.of()));
    }

    /** Texts in the user's language. */
    public ChannelLabels labels() {
        return environment.labels();
    }

    /** What the plant knows now. */
    public PlantSnapshot snapshot() {
        return running().map(PlantRuntime::snapshot).orElse(PlantSnapshot.EMPTY);
    }

    /** The systems of the plant's account at the AlphaESS cloud, as far as they are known. */
    public Collection<CloudSystem> cloudSystems() {
        return running().flatMap(PlantRuntime::cloud).map(cloud -> cloud.systems().all().values()).orElse(List.of());
    }

    /** Who takes orders for the plant's inverters, those of an EMS or a gateway not among them. */
    public List<Control> inverters() {
        return members.stream().filter(InverterHandler.class::isInstance).map(InverterHandler.class::cast)
                .filter(inverter -> SolarPlantBindingConstants.INVERTER.equals(inverter.getThing().getThingTypeUID()))
                .map(InverterHandler::control).toList();
    }

    /**
     * All batteries together give (or, if it is negative, take) this power for a while, or until something else is said.
     *
     * @param power W
     * @return what comes of the first orders for it
     */
    public Map<Control, CompletableFuture<Outcome>> setBatteryPower(BigDecimal power, Duration duration) {
        BatteryPower begun = new BatteryPower(power, duration, environment.ticker()::nanos);
        Map<Control, CompletableFuture<Outcome>> outcomes = new LinkedHashMap<>();
        begun.update(snapshot(), inverters()).forEach(given -> outcomes.put(given.to(), given.outcome()));
        batteryPower = Optional.of(begun).filter(shared -> !outcomes.isEmpty());
        return outcomes;
    }

    /** Shares out no power any more; what the inverters were told last still holds. */
    public void endBatteryPower() {
        batteryPower = Optional.empty();
    }

    /** What runs now; nothing while the configuration cannot be used. */
    Optional<PlantRuntime> running() {
        return Optional.ofNullable(runtime);
    }

    /** From now on this hears of every snapshot, to find what has no thing yet. */
    public void setDiscovery(Consumer<PlantSnapshot> discovery) {
        this.discovery = discovery;
    }

    /** A thing of this plant begins its life. */
    void join(PlantMember member) {
        synchronized (lifecycle) {
            members.add(member);
            PlantRuntime running = runtime;
            if (running != null) {
                member.plantStarted(running);
            } else {
                member.plantUnusable();
            }
        }
    }

    /** A thing of this plant ends its life. */
    void leave(PlantMember member) {
        synchronized (lifecycle) {
            members.remove(member);
        }
    }

    /** Called about once a second while the plant runs. */
    void tick() {
        PlantRuntime running = runtime;
        if (running == null) {
            return;
        }
        try {
            running.tick();
            inverters().forEach(Control::keepUp);
            List<AlertEvent> events = watch(running);
            // things come, go and are switched off without any poll
            show(running, running.snapshot(), Set.of());
            // by now the channels say what holds: a rule that hears of an alert may look there
            tell(running, events);
        } catch (RuntimeException | Error e) {
            // a scheduled job that throws would never run again, and nothing would be polled any more
            logger.warn("The plant's schedule met a defect of the binding", e);
        }
    }

    private List<AlertEvent> watch(PlantRuntime source) {
        synchronized (screen) {
            if (runtime != source) {
                return List.of();
            }
            alerts.configure(source.configuration().thresholds());
            return alerts.look(getThing().getThings(), source.snapshot(), environment.clock().instant());
        }
    }

    private void tell(PlantRuntime source, List<AlertEvent> events) {
        synchronized (screen) {
            if (runtime == source) {
                events.forEach(event -> triggerChannel(AlertWatch.CHANNEL, event.payload()));
            }
        }
    }

    private void show(PlantRuntime source, PlantSnapshot snapshot, Set<DeviceId> news) {
        showAll(source, snapshot, news);
        if (runtime == source) {
            // openHAB's inbox takes its time, and nobody is to wait for it
            discovery.accept(snapshot);
        }
        // what is new may change the shares, as soon as all things have heard of it
        batteryPower.filter(shared -> !news.isEmpty()).ifPresent(shared -> shared.update(snapshot, inverters()));
    }

    private void showAll(PlantRuntime source, PlantSnapshot snapshot, Set<DeviceId> news) {
        synchronized (screen) {
            int era = publisher.era();
            if (runtime != source) {
                return;
            }
            Collection<PollStats> stats = source.stats();
            Map<Metric, Value> values = new HashMap<>(snapshot.totals());
            FleetView fleet = FleetView.of(getThing().getThings(), stats);
            values.putAll(fleet.values());
            values.put(AlertWatch.ACTIVE, alerts.active());
            publisher.publish(era, snapshot.version(), values);
            for (PlantMember member : members) {
                if (member.deviceId().map(snapshot::currentId).filter(id -> !news.contains(id)).isEmpty()) {
                    member.show(snapshot);
                }
            }
            PlantStatus.of(fleet, stats, source.cloudTrouble(), source.configuration(), snapshot)
                    .ifPresent(info -> status.show(info.getStatus(), info.getStatusDetail(), info.getDescription()));
        }
    }
}
