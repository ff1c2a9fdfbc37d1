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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.driver.Serials;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.binding.BaseThingHandler;
import org.openhab.core.types.Command;
import org.openhab.core.types.RefreshType;

/** A thing of a plant: shows what the plant knows of one device, and takes orders for it. */
@NonNullByDefault
abstract class DeviceHandler extends BaseThingHandler implements PlantMember, Inspectable {

    /** Held while the thing shows or learns something, and while its plant starts and stops. */
    final Object lifecycle = new Object();
    final Environment environment;
    final StatusLine status;
    private final ChannelPublisher publisher;
    private final Control control;
    private volatile Optional<DeviceId> device = Optional.empty();
    private @Nullable PlantHandler plant;
    private volatile @Nullable PlantRuntime runtime;

    /**
     * @param environment what the binding finds around it
     */
    DeviceHandler(Thing thing, Environment environment) {
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
                        environment.clock(), environment.ticker()::nanos),
                new WriteBudget(environment.store(), environment.clock(), environment.zone()),
                environment.labels());
    }

    /** Takes orders for the device. */
    public final Control control() {
        return control;
    }

    /** What people call it. */
    public final String name() {
        String label = getThing().getLabel();
        // a thing from the inbox has its whole serial number for an id
        return label == null ? Serials.shortened(getThing().getUID().getId()) : label;
    }

    /** Reads the thing's configuration. Returns what is wrong with it, as a status text; nothing if it can be used. */
    abstract Optional<String> configure();

    /**
     * Takes note of how the device fares, and sees to the thing's status.
     *
     * @param state what the plant knows of the device
     * @param rejected how many values of it and of what belongs to it were not believed
     * @return what is to be shown besides what the device says; nothing if there is nothing to be shown yet
     */
    abstract Optional<Map<Metric, Value>> look(Optional<DeviceState> state, long rejected);

    /** The thing's own driver, if it has one now. */
    abstract Optional<DriverTarget> driver();

    @Override
    public final void initialize() {
        Optional<String> problem = configure();
        Bridge bridge = getBridge();
        if (problem.isPresent()) {
            status.misconfigured(problem.get());
        } else if (bridge == null || !(bridge.getHandler() instanceof PlantHandler home)) {
            status.misconfigured("@text/offline.no-bridge");
        } else {
            plant = home;
            known().ifPresent(id -> OldProperties.move(getThing(), id, environment.store(),
                    name -> updateProperty(name, null)));
            environment.descriptions().add(getThing().getUID(), control::settings);
            home.join(this);
        }
    }

    /** The device that it shows, or showed before openHAB was started. */
    final Optional<DeviceId> known() {
        return deviceId().or(() -> environment.store().shownBy(getThing().getUID()))
                .or(() -> Optional.ofNullable(getThing().getProperties().get(Thing.PROPERTY_SERIAL_NUMBER))
                        .flatMap(serial -> DeviceId.parse(getThing().getThingTypeUID().getId() + ":" + serial)));
    }

    /** The thing stands for another device from now on: what this one has counted in total leaves the plant. */
    final void replaced(DeviceId before) {
        PlantRuntime running = runtime;
        if (running != null) {
            // not under the lock of this thing: the plant shows what it loses to all of its things
            scheduler.execute(() -> running.forget(before));
        }
    }

    @Override
    public final void handleRemoval() {
        PlantRuntime running = runtime;
        known().filter(id -> running != null).ifPresent(id -> Objects.requireNonNull(running).forget(id));
        super.handleRemoval();
    }

    @Override
    public final void dispose() {
        PlantHandler home = plant;
        plant = null;
        if (home != null) {
            home.leave(this);
        }
        plantStopped();
        environment.descriptions().remove(getThing().getUID());
        device = Optional.empty();
    }

    @Override
    public final void handleCommand(ChannelUID channel, Command command) {
        if (command instanceof RefreshType) {
            publisher.refresh(channel);
        } else {
            Metrics.find(channel.getId()).filter(Metric::isSetting)
                    .ifPresent(metric -> control.command(channel, metric, command));
        }
    }

    @Override
    public final void bridgeStatusChanged(ThingStatusInfo info) {
        // the plant itself tells its members, in the right order
    }

    @Override
    public final Optional<DeviceId> deviceId() {
        return device;
    }

    /** From now on it shows this device. */
    final void showDevice(DeviceId id) {
        device = Optional.of(id);
    }

    /** What the device says of itself becomes the thing's properties. */
    final void describe(Device known) {
        if (!getThing().getProperties().entrySet().containsAll(known.properties().entrySet())) {
            updateProperties(known.properties());
        }
    }

    @Override
    public void plantStarted(PlantRuntime running) {
        synchronized (lifecycle) {
            publisher.restart();
            runtime = running;
            known().ifPresent(running::expect);
            show(running.snapshot());
        }
    }

    @Override
    public void plantStopped() {
        control.letGo();
        synchronized (lifecycle) {
            runtime = null;
        }
    }

    @Override
    public final void plantUnusable() {
        status.plantUnusable();
    }

    @Override
    public final Inspection inspect() {
        return Inspection.of(runtime, deviceId(), driver(), publisher.states());
    }

    @Override
    public final void show(PlantSnapshot snapshot) {
        synchronized (lifecycle) {
            if (runtime == null) {
                return;
            }
            Optional<DeviceState> state = deviceId().flatMap(snapshot::device);
            look(state, deviceId().map(snapshot::rejected).orElse(0L)).ifPresent(more -> {
                Map<Metric, Value> values = state.map(DeviceView::of).orElseGet(HashMap::new);
                values.putAll(more);
                values.putAll(control.values(state));
                publisher.publish(snapshot.version(), values);
            });
        }
    }
}
