/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.thing.binding;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.common.ThreadPoolManager;
import org.openhab.core.config.core.ConfigDescription;
import org.openhab.core.config.core.ConfigUtil;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.builder.ThingBuilder;
import org.openhab.core.thing.type.ChannelTypeUID;
import org.openhab.core.types.Command;
import org.openhab.core.types.RefreshType;
import org.openhab.core.types.State;
import org.openhab.core.types.TimeSeries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all handlers have in common. */
@NonNullByDefault
public abstract class BaseThingHandler implements ThingHandler {

    private static final String THING_HANDLER_THREADPOOL_NAME = "thingHandler";

    protected final ScheduledExecutorService scheduler = ThreadPoolManager
            .getScheduledPool(THING_HANDLER_THREADPOOL_NAME);
    protected Thing thing;

    private final Logger logger = LoggerFactory.getLogger(BaseThingHandler.class);
    private volatile @Nullable ThingHandlerCallback callback;
    private final HandlerConfig config = new HandlerConfig();

    public BaseThingHandler(Thing thing) {
        this.thing = thing;
    }

    @Override
    public void handleRemoval() {
        updateStatus(ThingStatus.REMOVED);
    }

    @Override
    public void handleConfigurationUpdate(Map<String, Object> configurationParameters) {
        if (!isModifyingCurrentConfig(configurationParameters)) {
            return;
        }
        validateConfigurationParameters(configurationParameters);
        Configuration merged = editConfiguration();
        configurationParameters.forEach(merged::put);
        if (isInitialized()) {
            dispose();
            updateConfiguration(merged);
            initialize();
        } else {
            updateConfiguration(merged);
            with("handle a configuration update", c -> c.configurationUpdated(thing));
        }
    }

    protected boolean isModifyingCurrentConfig(Map<String, Object> configurationParameters) {
        Configuration current = thing.getConfiguration();
        return configurationParameters.entrySet().stream()
                .anyMatch(e -> !Objects.equals(current.get(e.getKey()), ConfigUtil.normalizeType(e.getValue())));
    }

    @Override
    public void dispose() {}

    @Override
    public Thing getThing() {
        return thing;
    }

    @Override
    public void thingUpdated(Thing thing) {
        dispose();
        this.thing = thing;
        config.reset();
        initialize();
    }

    @Override
    public void setCallback(@Nullable ThingHandlerCallback thingHandlerCallback) {
        synchronized (this) {
            callback = thingHandlerCallback;
        }
    }

    protected @Nullable ThingHandlerCallback getCallback() {
        return callback;
    }

    @Override
    public void channelLinked(ChannelUID channelUID) {
        handleCommand(channelUID, RefreshType.REFRESH);
    }

    @Override
    public void channelUnlinked(ChannelUID channelUID) {}

    protected void validateConfigurationParameters(Map<String, Object> configurationParameters) {
        with("validate its configuration", c -> c.validateConfigurationParameters(thing, configurationParameters));
    }

    protected @Nullable ConfigDescription getConfigDescription() {
        ThingHandlerCallback current = callback;
        return current == null ? null : current.getConfigDescription(thing.getThingTypeUID());
    }

    protected @Nullable ConfigDescription getConfigDescription(ChannelTypeUID channelTypeUID) {
        ThingHandlerCallback current = callback;
        return current == null ? null : current.getConfigDescription(channelTypeUID);
    }

    protected Configuration getConfig() {
        return config.of(thing);
    }

    protected <T> T getConfigAs(Class<T> configurationClass) {
        return getConfig().as(configurationClass);
    }

    protected void updateState(ChannelUID channelUID, State state) {
        synchronized (this) {
            with("update state", c -> c.stateUpdated(channelUID, state));
        }
    }

    protected void updateState(String channelID, State state) {
        updateState(channel(channelID), state);
    }

    protected void sendTimeSeries(ChannelUID channelUID, TimeSeries timeSeries) {
        synchronized (this) {
            with("send time series", c -> c.sendTimeSeries(channelUID, timeSeries));
        }
    }

    protected void sendTimeSeries(String channelID, TimeSeries timeSeries) {
        sendTimeSeries(channel(channelID), timeSeries);
    }

    protected void triggerChannel(ChannelUID channelUID, String event) {
        synchronized (this) {
            with("trigger channel", c -> c.channelTriggered(getThing(), channelUID, event));
        }
    }

    protected void triggerChannel(String channelID, String event) {
        triggerChannel(channel(channelID), event);
    }

    protected void triggerChannel(String channelUID) {
        triggerChannel(channelUID, "");
    }

    protected void triggerChannel(ChannelUID channelUID) {
        triggerChannel(channelUID, "");
    }

    protected void postCommand(String channelID, Command command) {
        postCommand(channel(channelID), command);
    }

    protected void postCommand(ChannelUID channelUID, Command command) {
        synchronized (this) {
            with("post command", c -> c.postCommand(channelUID, command));
        }
    }

    protected void updateStatus(ThingStatus status, ThingStatusDetail statusDetail, @Nullable String description) {
        synchronized (this) {
            with("update status", c -> c.statusUpdated(thing, new ThingStatusInfo(status, statusDetail, description)));
        }
    }

    protected void updateStatus(ThingStatus status, ThingStatusDetail statusDetail) {
        updateStatus(status, statusDetail, null);
    }

    protected void updateStatus(ThingStatus status) {
        updateStatus(status, ThingStatusDetail.NONE, null);
    }

    protected ThingBuilder editThing() {
        return ThingBuilder.create(thing);
    }

    protected void updateThing(Thing thing) {
        if (thing == this.thing) {
            throw new IllegalArgumentException(
                    "Changes must not be done on the current thing - create a copy, e.g. via editThing()");
        }
        synchronized (this) {
            with("update thing", c -> {
                boolean valid = config.passes(thing, () -> {
                    c.validateConfigurationParameters(thing,
                            config.resolve(thing, thing.getConfiguration()).getProperties());
                    thing.getChannels().forEach(channel -> c.validateConfigurationParameters(channel,
                            channel.getConfiguration().getProperties()));
                });
                if (!valid) {
                    return;
                }
                this.thing = thing;
                config.reset();
                c.thingUpdated(thing);
            });
        }
    }

    protected Configuration editConfiguration() {
        return new Configuration(thing.getConfiguration().getProperties());
    }

    protected void updateConfiguration(Configuration configuration) {
        Map<String, Object> before = thing.getConfiguration().getProperties();
        synchronized (this) {
            with("update configuration", c -> {
                if (!config.passes(thing, () -> c.validateConfigurationParameters(thing,
                        config.resolve(thing, configuration).getProperties()))) {
                    return;
                }
                try {
                    thing.getConfiguration().setProperties(configuration.getProperties());
                    config.reset();
                    c.thingUpdated(thing);
                } catch (RuntimeException e) {
                    thing.getConfiguration().setProperties(before);
                    config.reset();
                    throw e;
                }
            });
        }
    }

    protected Map<String, String> editProperties() {
        return new HashMap<>(thing.getProperties());
    }

    protected void updateProperties(@Nullable Map<String, String> properties) {
        if (HandlerConfig.merge(thing, properties)) {
            propertiesChanged();
        }
    }

    protected void updateProperty(String name, @Nullable String value) {
        if (HandlerConfig.change(thing, name, value)) {
            propertiesChanged();
        }
    }

    private void propertiesChanged() {
        synchronized (this) {
            with("update properties", c -> c.thingUpdated(thing));
        }
    }

    protected @Nullable Bridge getBridge() {
        ThingUID bridgeUID = thing.getBridgeUID();
        synchronized (this) {
            ThingHandlerCallback current = callback;
            if (bridgeUID == null) {
                return null;
            }
            if (current == null) {
                warnDisposed("get its bridge");
                return null;
            }
            return current.getBridge(bridgeUID);
        }
    }

    protected boolean isLinked(String channelId) {
        return isLinked(channel(channelId));
    }

    protected boolean isLinked(ChannelUID channelUID) {
        ThingHandlerCallback current = callback;
        if (current == null) {
            warnDisposed("ask for links");
            return false;
        }
        return current.isChannelLinked(channelUID);
    }

    protected boolean isInitialized() {
        return switch (thing.getStatus()) {
            case UNKNOWN, ONLINE, OFFLINE -> true;
            default -> false;
        };
    }

    @Override
    public void bridgeStatusChanged(ThingStatusInfo bridgeStatusInfo) {
        if (bridgeStatusInfo.getStatus() == ThingStatus.ONLINE
                && thing.getStatusInfo().getStatusDetail() == ThingStatusDetail.BRIDGE_OFFLINE) {
            updateStatus(ThingStatus.ONLINE, ThingStatusDetail.NONE);
        } else if (bridgeStatusInfo.getStatus() == ThingStatus.OFFLINE) {
            updateStatus(ThingStatus.OFFLINE, ThingStatusDetail.BRIDGE_OFFLINE);
        }
    }

    protected void changeThingType(ThingTypeUID thingTypeUID, Configuration configuration) {
        with("change its type", c -> c.migrateThingType(getThing(), thingTypeUID, configuration));
    }

    private ChannelUID channel(String channelId) {
        return new ChannelUID(thing.getUID(), channelId);
    }

    private void with(String what, Consumer<ThingHandlerCallback> call) {
        ThingHandlerCallback current = callback;
        if (current != null) {
            call.accept(current);
        } else {
            warnDisposed(what);
        }
    }

    private void warnDisposed(String what) {
        logger.warn("Handler {} of thing {} tried to {} although the handler was already disposed.",
                getClass().getSimpleName(), thing.getUID(), what);
    }
}
