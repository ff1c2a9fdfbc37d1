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
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.TranslatedText;
import org.openhab.binding.solarplant.internal.action.ChargerActions;
import org.openhab.binding.solarplant.internal.config.PartConfiguration;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.binding.BaseThingHandler;
import org.openhab.core.thing.binding.ThingHandlerService;
import org.openhab.core.types.Command;
import org.openhab.core.types.RefreshType;

/** A device that some inverter of the plant reports, such as a battery, a meter or an EV charger. */
@NonNullByDefault
public final class PartHandler extends BaseThingHandler implements PlantMember, Inspectable {

    private final Environment environment;
    private final DeviceKind kind;
    private final StatusLine status;
    private final Object lifecycle = new Object();
    private final ChannelPublisher publisher;
    private final Control control;
    private volatile @Nullable DeviceId device;
    private @Nullable PlantHandler plant;
    private volatile @Nullable PlantRuntime runtime;

    /**
     * @param kind what it is: a thing shows devices of its kind only
     * @param environment what the binding finds around it
     */
    public PartHandler(Thing thing, DeviceKind kind, Environment environment) {
        super(thing);
        this.kind = kind;
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
        return kind == DeviceKind.EV_CHARGER ? List.of(ChargerActions.class) : List.of();
    }

    /** Takes orders for the device. */
    public Control control() {
        return control;
    }

    private String name() {
        String label = getThing().getLabel();
        return label == null ? getThing().getUID().getId() : label;
    }

    @Override
    public Inspection inspect() {
        return Inspection.of(runtime, deviceId(), Optional.empty(), publisher.states());
    }

    @Override
    public void initialize() {
        String text = getConfigAs(PartConfiguration.class).deviceId;
        Optional<DeviceId> id = DeviceId.parse(text).filter(parsed -> parsed.kind() == kind);
        Bridge bridge = getBridge();
        if (id.isEmpty()) {
            status.misconfigured(TranslatedText.of("offline.device-id-invalid", List.of(text)));
        } else if (bridge == null || !(bridge.getHandler() instanceof PlantHandler home)) {
            status.misconfigured("@text/offline.no-bridge");
        } else {
            device = id.get();
            plant = home;
            environment.descriptions().add(getThing().getUID(), control::settings);
            home.join(this);
        }
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
    public void plantStarted(PlantRuntime plant) {
        synchronized (lifecycle) {
            publisher.restart();
            runtime = plant;
            show(plant.snapshot());
        }
    }

    @Override
    public void plantStopped() {
        synchronized (lifecycle) {
            runtime = null;
        }
    }

    @Override
    public void plantUnusable() {
        status.plantUnusable();
    }

    @Override
    public void show(PlantSnapshot snapshot) {
        synchronized (lifecycle) {
            DeviceId id = device;
            if (runtime == null || id == null) {
                return;
            }
            Optional<DeviceState> state = snapshot.device(id);
            status.follow(state, "@text/offline.device-not-seen");
            state.ifPresent(known -> {
                Map<String, String> properties = known.device().properties();
                if (!getThing().getProperties().entrySet().containsAll(properties.entrySet())) {
                    updateProperties(properties);
                }
                Map<Metric, Value> values = DeviceView.of(known);
                values.putAll(control.values());
                publisher.publish(snapshot.version(), values);
            });
        }
    }
}
