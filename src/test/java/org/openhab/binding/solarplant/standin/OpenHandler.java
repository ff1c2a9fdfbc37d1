/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.binding.BaseThingHandler;
import org.openhab.core.thing.binding.builder.ThingBuilder;
import org.openhab.core.types.Command;
import org.openhab.core.types.State;
import org.openhab.core.types.TimeSeries;

/** A handler whose protected methods the tests of this package can call. */
@NonNullByDefault
class OpenHandler extends BaseThingHandler {

    final List<String> calls = new ArrayList<>();

    OpenHandler(Thing thing) {
        super(thing);
    }

    void run(Consumer<OpenHandler> action) {
        action.accept(this);
    }

    @Override
    public void initialize() {
        calls.add("initialize");
    }

    @Override
    public void dispose() {
        calls.add("dispose");
    }

    @Override
    public void handleCommand(ChannelUID channelUID, Command command) {
        calls.add(channelUID.getId() + " " + command);
    }

    @Override
    protected void updateState(String id, State state) {
        super.updateState(id, state);
    }

    @Override
    protected void postCommand(String id, Command command) {
        super.postCommand(id, command);
    }

    @Override
    protected void triggerChannel(String id) {
        super.triggerChannel(id);
    }

    @Override
    protected void sendTimeSeries(String id, TimeSeries series) {
        super.sendTimeSeries(id, series);
    }

    @Override
    protected void updateStatus(ThingStatus status) {
        super.updateStatus(status);
    }

    @Override
    protected void updateStatus(ThingStatus status, ThingStatusDetail detail) {
        super.updateStatus(status, detail);
    }

    @Override
    protected boolean isInitialized() {
        return super.isInitialized();
    }

    @Override
    protected void updateProperty(String name, @Nullable String value) {
        super.updateProperty(name, value);
    }

    @Override
    protected void updateProperties(@Nullable Map<String, String> properties) {
        super.updateProperties(properties);
    }

    @Override
    protected ThingBuilder editThing() {
        return super.editThing();
    }

    @Override
    protected void updateThing(Thing thing) {
        super.updateThing(thing);
    }

    @Override
    protected @Nullable Bridge getBridge() {
        return super.getBridge();
    }

    @Override
    protected Configuration getConfig() {
        return super.getConfig();
    }

    @Override
    protected boolean isLinked(String id) {
        return super.isLinked(id);
    }
}
