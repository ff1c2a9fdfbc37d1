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

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

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
import org.openhab.core.thing.binding.builder.ChannelBuilder;
import org.openhab.core.thing.type.ChannelGroupTypeUID;
import org.openhab.core.thing.type.ChannelTypeUID;
import org.openhab.core.types.Command;
import org.openhab.core.types.State;
import org.openhab.core.types.TimeSeries;

/** An openHAB that does nothing with what it is told but count it. */
@NonNullByDefault
final class QuietCallback implements ThingHandlerCallback {

    private final Bridge bridge;
    private final AtomicLong measured;
    private final AtomicLong polls;

    /**
     * @param measured counts states of what is measured
     * @param polls counts the polls that things tell of
     */
    QuietCallback(Bridge bridge, AtomicLong measured, AtomicLong polls) {
        this.bridge = bridge;
        this.measured = measured;
        this.polls = polls;
    }

    @Override
    public void stateUpdated(ChannelUID channel, State state) {
        String id = channel.getId();
        if (id.equals("poll#tick-count")) {
            polls.incrementAndGet();
        } else if (!id.startsWith("poll#") && !id.equals("status#last-update") && !id.equals("fleet#last-poll")) {
            // these tell when and how was polled, which is news each time
            measured.incrementAndGet();
        }
    }

    @Override
    public void statusUpdated(Thing thing, ThingStatusInfo status) {
        thing.setStatusInfo(status);
    }

    @Override
    public ChannelBuilder createChannelBuilder(ChannelUID channel, ChannelTypeUID type) {
        return ChannelBuilder.create(channel).withType(type);
    }

    @Override
    public Bridge getBridge(ThingUID uid) {
        return bridge;
    }

    @Override
    public boolean isChannelLinked(ChannelUID channel) {
        return true;
    }

    @Override
    public void thingUpdated(Thing thing) {}

    @Override
    public void postCommand(ChannelUID channel, Command command) {}

    @Override
    public void sendTimeSeries(ChannelUID channel, TimeSeries series) {}

    @Override
    public void validateConfigurationParameters(Thing thing, Map<String, Object> parameters) {}

    @Override
    public void validateConfigurationParameters(Channel channel, Map<String, Object> parameters) {}

    @Override
    public @Nullable ConfigDescription getConfigDescription(ChannelTypeUID type) {
        return null;
    }

    @Override
    public @Nullable ConfigDescription getConfigDescription(ThingTypeUID type) {
        return null;
    }

    @Override
    public void configurationUpdated(Thing thing) {}

    @Override
    public void migrateThingType(Thing thing, ThingTypeUID type, Configuration configuration) {}

    @Override
    public void channelTriggered(Thing thing, ChannelUID channel, String event) {}

    @Override
    public ChannelBuilder editChannel(Thing thing, ChannelUID channel) {
        return ChannelBuilder.create(channel);
    }

    @Override
    public List<ChannelBuilder> createChannelBuilders(ChannelGroupUID group, ChannelGroupTypeUID type) {
        return List.of();
    }
}
