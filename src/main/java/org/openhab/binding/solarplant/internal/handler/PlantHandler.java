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

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.config.PlantConfiguration;
import org.openhab.binding.solarplant.internal.discovery.PlantDiscoveryService;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
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
public final class PlantHandler extends BaseBridgeHandler {

    private static final long TICK_SECONDS = 1;

    private final Logger logger = LoggerFactory.getLogger(PlantHandler.class);

    private final Environment environment;
    private final StatusLine status;
    private final List<PlantMember> members = new CopyOnWriteArrayList<>();
    private volatile Consumer<PlantSnapshot> discovery = snapshot -> {};
    private volatile @Nullable PlantRuntime runtime;
    private volatile ChannelPublisher publisher;
    private @Nullable Future<?> ticking;

    /**
     * @param environment what the binding finds around it
     */
    public PlantHandler(Bridge bridge, Environment environment) {
        super(bridge);
        this.environment = environment;
        this.status = new StatusLine(this::getThing,
                info -> updateStatus(info.getStatus(), info.getStatusDetail(), info.getDescription()));
        this.publisher = newPublisher();
    }

    @Override
    public void initialize() {
        PlantConfiguration configuration = getConfigAs(PlantConfiguration.class);
        Optional<String> problem = configuration.problem();
        if (problem.isPresent()) {
            status.misconfigured(problem.get());
            return;
        }
        updateStatus(ThingStatus.UNKNOWN);
        publisher = newPublisher();
        PlantRuntime started = new PlantRuntime(getThing().getUID().getId(), configuration, environment, this::show);
        runtime = started;
        members.forEach(member -> member.plantStarted(started));
        ticking = scheduler.scheduleWithFixedDelay(() -> tick(started), 0, TICK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void dispose() {
        Future<?> job = ticking;
        if (job != null) {
            job.cancel(true);
        }
        PlantRuntime ended = runtime;
        runtime = null;
        if (ended != null) {
            ended.close();
        }
        members.forEach(PlantMember::plantStopped);
    }

    @Override
    public void handleCommand(ChannelUID channel, Command command) {
        if (command instanceof RefreshType) {
            publisher.refresh(channel);
        }
    }

    @Override
    public Collection<Class<? extends ThingHandlerService>> getServices() {
        return List.of(PlantDiscoveryService.class);
    }

    /** Texts in the user's language. */
    public ChannelLabels labels() {
        return environment.labels();
    }

    /** What the plant knows now. */
    public PlantSnapshot snapshot() {
        PlantRuntime running = runtime;
        return running == null ? PlantSnapshot.EMPTY : running.snapshot();
    }

    /** From now on this hears of every snapshot, to find what has no thing yet. */
    public void setDiscovery(Consumer<PlantSnapshot> discovery) {
        this.discovery = discovery;
    }

    /** A thing of this plant begins its life. */
    void join(PlantMember member) {
        members.add(member);
        PlantRuntime running = runtime;
        if (running != null) {
            member.plantStarted(running);
        }
    }

    /** A thing of this plant ends its life. */
    void leave(PlantMember member) {
        members.remove(member);
    }

    private void tick(PlantRuntime running) {
        try {
            running.tick();
            showStatus(running.stats());
        } catch (RuntimeException | Error e) {
            // a scheduled job that throws would never run again, and nothing would be polled any more
            logger.warn("The plant's schedule met a defect of the binding", e);
        }
    }

    private void show(PlantSnapshot snapshot, Set<DeviceId> news) {
        PlantRuntime running = runtime;
        if (running == null) {
            return;
        }
        Map<Metric, Value> values = new HashMap<>(snapshot.totals());
        values.putAll(FleetView.of(getThing().getThings(), running.stats()).values());
        publisher.publish(snapshot.version(), values);
        for (PlantMember member : members) {
            if (member.deviceId().filter(id -> !news.contains(id)).isEmpty()) {
                member.show(snapshot);
            }
        }
        discovery.accept(snapshot);
        showStatus(running.stats());
    }

    /** Online as soon as something answers or nothing is to be asked; with a sentence where nothing answers. */
    private void showStatus(Collection<PollStats> stats) {
        boolean works = stats.isEmpty() || stats.stream().anyMatch(PollStats::connected);
        boolean waits = stats.stream().anyMatch(stat -> stat.polls() == 0);
        if (works) {
            status.show(ThingStatus.ONLINE, ThingStatusDetail.NONE, null);
        } else if (!waits) {
            status.show(ThingStatus.ONLINE, ThingStatusDetail.NONE,
                    StatusTexts.text("plant.none-connected", List.of(Integer.toString(stats.size()))));
        }
    }

    private ChannelPublisher newPublisher() {
        return new ChannelPublisher(new ChannelPublisher.Port(this::getThing, this::getCallback,
                channels -> updateThing(editThing().withChannels(channels).build()), this::updateState),
                environment.labels());
    }
}
