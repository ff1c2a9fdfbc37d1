/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.host;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.config.core.ConfigDescription;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelGroupUID;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.ThingHandlerCallback;
import org.openhab.core.thing.binding.builder.BridgeBuilder;
import org.openhab.core.thing.binding.builder.ChannelBuilder;
import org.openhab.core.thing.binding.builder.ThingBuilder;
import org.openhab.core.thing.type.ChannelGroupTypeUID;
import org.openhab.core.thing.type.ChannelTypeUID;
import org.openhab.core.types.Command;
import org.openhab.core.types.State;
import org.openhab.core.types.TimeSeries;

/** What one handler sees of the host. */
@NonNullByDefault
final class HostCallback implements ThingHandlerCallback {

    private final Core core;
    private final Hosted hosted;
    private final StatusFlow statuses;
    private final Consumer<Hosted> initialize;
    private final BiConsumer<Thing, ThingTypeUID> migrate;

    HostCallback(Core core, Hosted hosted, StatusFlow statuses, Consumer<Hosted> initialize,
            BiConsumer<Thing, ThingTypeUID> migrate) {
        this.core = core;
        this.hosted = hosted;
        this.statuses = statuses;
        this.initialize = initialize;
        this.migrate = migrate;
    }

    @Override
    public void stateUpdated(ChannelUID channelUID, State state) {
        core.events.state(channelUID, state);
    }

    @Override
    public void postCommand(ChannelUID channelUID, Command command) {
        core.events.tell(l -> l.commandPosted(channelUID, command));
    }

    @Override
    public void sendTimeSeries(ChannelUID channelUID, TimeSeries timeSeries) {
        // there are no items here that could keep one
    }

    @Override
    public void statusUpdated(Thing thing, ThingStatusInfo thingStatus) {
        statuses.fromHandler(hosted, thingStatus);
    }

    @Override
    public void thingUpdated(Thing thing) {
        core.replace(hosted, thing);
    }

    @Override
    public void validateConfigurationParameters(Thing thing, Map<String, Object> configurationParameters) {
        core.check.validate(configurationParameters, core.configDescription(thing.getThingTypeUID()));
    }

    @Override
    public void validateConfigurationParameters(Channel channel, Map<String, Object> configurationParameters) {
        core.check.validate(configurationParameters, core.configDescription(channel.getChannelTypeUID()));
    }

    @Override
    public @Nullable ConfigDescription getConfigDescription(ChannelTypeUID channelTypeUID) {
        return core.configDescription(channelTypeUID);
    }

    @Override
    public @Nullable ConfigDescription getConfigDescription(ThingTypeUID thingTypeUID) {
        return core.configDescription(thingTypeUID);
    }

    @Override
    public void configurationUpdated(Thing thing) {
        core.guard.later("initialize " + hosted.uid(), () -> initialize.accept(hosted));
    }

    @Override
    public void migrateThingType(Thing thing, ThingTypeUID thingTypeUID, Configuration configuration) {
        if (core.types.thingType(thingTypeUID) == null) {
            throw new IllegalStateException("No thing type " + thingTypeUID + " is known");
        }
        Thing other = (thing instanceof Bridge
                ? BridgeBuilder.create(thingTypeUID, thing.getUID())
                : ThingBuilder.create(thingTypeUID, thing.getUID())).withLabel(thing.getLabel())
                .withBridge(thing.getBridgeUID()).withProperties(thing.getProperties())
                .withConfiguration(configuration).build();
        core.guard.later("change the type of " + hosted.uid(), () -> migrate.accept(other, thingTypeUID));
    }

    @Override
    public void channelTriggered(Thing thing, ChannelUID channelUID, String event) {
        core.events.triggered(channelUID, event);
    }

    @Override
    public ChannelBuilder createChannelBuilder(ChannelUID channelUID, ChannelTypeUID channelTypeUID) {
        return core.channels.builder(channelUID, channelTypeUID);
    }

    @Override
    public ChannelBuilder editChannel(Thing thing, ChannelUID channelUID) {
        Channel channel = thing.getChannel(channelUID);
        if (channel == null) {
            throw new IllegalArgumentException("Channel '" + channelUID + "' does not exist");
        }
        return ChannelBuilder.create(channel);
    }

    @Override
    public List<ChannelBuilder> createChannelBuilders(ChannelGroupUID channelGroupUID,
            ChannelGroupTypeUID channelGroupTypeUID) {
        return core.channels.builders(channelGroupUID, channelGroupTypeUID);
    }

    /** The host shows everything: each channel counts as linked. */
    @Override
    public boolean isChannelLinked(ChannelUID channelUID) {
        return true;
    }

    @Override
    public @Nullable Bridge getBridge(ThingUID bridgeUID) {
        Hosted bridge = core.find(bridgeUID);
        return bridge != null && bridge.thing() instanceof Bridge found ? found : null;
    }
}
