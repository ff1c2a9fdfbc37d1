/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.thing.binding.builder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.internal.ThingImpl;

/** Builds a {@link Thing}. */
@NonNullByDefault
public class ThingBuilder {

    protected final ThingUID thingUID;
    protected final ThingTypeUID thingTypeUID;
    private final List<Channel> channels = new ArrayList<>();
    private final Map<String, String> properties = new HashMap<>();
    private @Nullable String label;
    private @Nullable Configuration configuration;
    private @Nullable ThingUID bridgeUID;
    private @Nullable String location;
    private @Nullable String semanticEquipmentTag;

    protected ThingBuilder(ThingTypeUID thingTypeUID, ThingUID thingUID) {
        this.thingUID = thingUID;
        this.thingTypeUID = thingTypeUID;
    }

    public static ThingBuilder create(ThingTypeUID thingTypeUID, String thingId) {
        return new ThingBuilder(thingTypeUID, new ThingUID(thingTypeUID, thingId));
    }

    public static ThingBuilder create(ThingTypeUID thingTypeUID, ThingUID thingUID) {
        return new ThingBuilder(thingTypeUID, thingUID);
    }

    public static ThingBuilder create(Thing thing) {
        return new ThingBuilder(thing.getThingTypeUID(), thing.getUID()).copy(thing);
    }

    ThingBuilder copy(Thing thing) {
        channels.addAll(thing.getChannels());
        properties.putAll(thing.getProperties());
        label = thing.getLabel();
        configuration = thing.getConfiguration();
        bridgeUID = thing.getBridgeUID();
        location = thing.getLocation();
        semanticEquipmentTag = thing.getSemanticEquipmentTag();
        return this;
    }

    public Thing build() {
        return populate(new ThingImpl(thingTypeUID, thingUID, configuration(), channels));
    }

    Configuration configuration() {
        Configuration given = configuration;
        return given == null ? new Configuration() : given;
    }

    List<Channel> channels() {
        return channels;
    }

    protected Thing populate(ThingImpl thing) {
        thing.setLabel(label);
        thing.setBridgeUID(bridgeUID);
        thing.setProperties(properties);
        thing.setLocation(location);
        thing.setSemanticEquipmentTag(semanticEquipmentTag);
        return thing;
    }

    public ThingBuilder withLabel(@Nullable String label) {
        this.label = label;
        return this;
    }

    public ThingBuilder withChannel(Channel channel) {
        if (channels.stream().anyMatch(c -> c.getUID().equals(channel.getUID()))) {
            throw new IllegalArgumentException("The channel '" + channel.getUID() + "' exists already");
        }
        if (!channel.getUID().getThingUID().equals(thingUID)) {
            throw new IllegalArgumentException(
                    "Channel '" + channel.getUID() + "' does not belong to the thing '" + thingUID + "'");
        }
        channels.add(channel);
        return this;
    }

    public ThingBuilder withChannels(Channel... channels) {
        return withChannels(Arrays.asList(channels));
    }

    public ThingBuilder withChannels(List<Channel> channels) {
        List<Channel> given = List.copyOf(channels);
        this.channels.clear();
        given.forEach(this::withChannel);
        return this;
    }

    public ThingBuilder withoutChannel(ChannelUID channelUID) {
        channels.removeIf(c -> c.getUID().equals(channelUID));
        return this;
    }

    public ThingBuilder withoutChannels(Channel... channels) {
        return withoutChannels(Arrays.asList(channels));
    }

    public ThingBuilder withoutChannels(List<Channel> channels) {
        List.copyOf(channels).forEach(c -> withoutChannel(c.getUID()));
        return this;
    }

    public ThingBuilder withConfiguration(Configuration configuration) {
        this.configuration = configuration;
        return this;
    }

    public ThingBuilder withBridge(@Nullable ThingUID bridgeUID) {
        this.bridgeUID = bridgeUID;
        return this;
    }

    public ThingBuilder withProperty(String key, @Nullable String value) {
        properties.put(key, value);
        return this;
    }

    public ThingBuilder withProperties(Map<String, String> properties) {
        this.properties.clear();
        this.properties.putAll(properties);
        return this;
    }

    public ThingBuilder withLocation(@Nullable String location) {
        this.location = location;
        return this;
    }

    public ThingBuilder withSemanticEquipmentTag(@Nullable String semanticEquipmentTag) {
        this.semanticEquipmentTag = semanticEquipmentTag;
        return this;
    }
}
