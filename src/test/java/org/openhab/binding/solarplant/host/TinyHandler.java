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

import java.util.Collection;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.binding.BaseThingHandler;
import org.openhab.core.thing.binding.BridgeHandler;
import org.openhab.core.thing.binding.ThingHandler;
import org.openhab.core.thing.binding.ThingHandlerCallback;
import org.openhab.core.thing.binding.ThingHandlerService;
import org.openhab.core.thing.binding.builder.BridgeBuilder;
import org.openhab.core.thing.binding.builder.ThingBuilder;
import org.openhab.core.thing.type.ChannelTypeUID;
import org.openhab.core.types.Command;
import org.openhab.core.types.State;

/** A handler that notes what happens to it and does what a test tells it. */
@NonNullByDefault
class TinyHandler extends BaseThingHandler {

    private final TinyBinding binding;
    final String id;

    TinyHandler(Thing thing, TinyBinding binding) {
        super(thing);
        this.binding = binding;
        this.id = thing.getUID().getId();
    }

    void note(String what) {
        binding.log.add(id + " " + what);
    }

    @Override
    public void initialize() {
        note("initialize");
        binding.start.accept(this);
    }

    @Override
    public void dispose() {
        note("dispose");
    }

    @Override
    public void handleCommand(ChannelUID channelUID, Command command) {
        note(channelUID.getId() + " " + command);
    }

    @Override
    public void bridgeStatusChanged(ThingStatusInfo bridgeStatusInfo) {
        note("bridge is " + bridgeStatusInfo.getStatus());
        super.bridgeStatusChanged(bridgeStatusInfo);
    }

    @Override
    public Collection<Class<? extends ThingHandlerService>> getServices() {
        return Set.of(TinyDiscovery.class);
    }

    void status(ThingStatus status, ThingStatusDetail detail, @Nullable String text) {
        updateStatus(status, detail, text);
    }

    void state(String channel, State state) {
        updateState(channel, state);
    }

    void trigger(String channel, String event) {
        triggerChannel(channel, event);
    }

    void addChannel(String id, String type) {
        ThingHandlerCallback callback = getCallback();
        if (callback != null) {
            updateThing(editThing().withChannel(callback
                    .createChannelBuilder(new ChannelUID(getThing().getUID(), id), new ChannelTypeUID("tiny", type))
                    .build()).build());
        }
    }

    @Nullable
    Bridge bridge() {
        return getBridge();
    }

    /** The handler of a bridge. */
    static final class OfBridge extends TinyHandler implements BridgeHandler {

        OfBridge(Bridge bridge, TinyBinding binding) {
            super(bridge, binding);
        }

        @Override
        protected ThingBuilder editThing() {
            return BridgeBuilder.create((Bridge) getThing());
        }

        @Override
        public void childHandlerInitialized(ThingHandler childHandler, Thing childThing) {
            note("has " + childThing.getUID().getId());
        }

        @Override
        public void childHandlerDisposed(ThingHandler childHandler, Thing childThing) {
            note("lost " + childThing.getUID().getId());
        }
    }
}
