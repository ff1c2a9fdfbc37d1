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

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.type.AutoUpdatePolicy;
import org.openhab.core.thing.type.ChannelKind;
import org.openhab.core.thing.type.ChannelTypeUID;

/** Builds a {@link Channel}. */
@NonNullByDefault
public class ChannelBuilder {

    private final ChannelUID uid;
    private @Nullable String acceptedItemType;
    private ChannelKind kind = ChannelKind.STATE;
    private @Nullable Configuration configuration;
    private Set<String> defaultTags = new LinkedHashSet<>();
    private @Nullable Map<String, String> properties;
    private @Nullable String label;
    private @Nullable String description;
    private @Nullable ChannelTypeUID type;
    private @Nullable AutoUpdatePolicy autoUpdatePolicy;

    private ChannelBuilder(ChannelUID uid, @Nullable String acceptedItemType) {
        this.uid = uid;
        this.acceptedItemType = acceptedItemType;
    }

    public static ChannelBuilder create(ChannelUID uid) {
        return new ChannelBuilder(uid, null);
    }

    public static ChannelBuilder create(ChannelUID uid, @Nullable String acceptedItemType) {
        return new ChannelBuilder(uid, acceptedItemType);
    }

    public static ChannelBuilder create(Channel channel) {
        ChannelBuilder builder = create(channel.getUID(), channel.getAcceptedItemType())
                .withConfiguration(channel.getConfiguration()).withDefaultTags(channel.getDefaultTags())
                .withKind(channel.getKind()).withProperties(channel.getProperties()).withType(
                        channel.getChannelTypeUID())
                .withAutoUpdatePolicy(channel.getAutoUpdatePolicy());
        builder.label = channel.getLabel();
        builder.description = channel.getDescription();
        return builder;
    }

    public ChannelBuilder withType(@Nullable ChannelTypeUID channelTypeUID) {
        type = channelTypeUID;
        return this;
    }

    public ChannelBuilder withConfiguration(Configuration configuration) {
        this.configuration = configuration;
        return this;
    }

    public ChannelBuilder withProperties(Map<String, String> properties) {
        properties.forEach((key, value) -> {
            if (key == null || value == null) {
                throw new IllegalArgumentException("A property must have a key and a value");
            }
        });
        this.properties = new HashMap<>(properties);
        return this;
    }

    public ChannelBuilder withLabel(String label) {
        this.label = label;
        return this;
    }

    public ChannelBuilder withDescription(String description) {
        this.description = description;
        return this;
    }

    public ChannelBuilder withDefaultTags(Set<String> defaultTags) {
        this.defaultTags = new LinkedHashSet<>(defaultTags);
        return this;
    }

    public ChannelBuilder withKind(ChannelKind kind) {
        this.kind = kind;
        return this;
    }

    public ChannelBuilder withAcceptedItemType(@Nullable String acceptedItemType) {
        this.acceptedItemType = acceptedItemType;
        return this;
    }

    public ChannelBuilder withAutoUpdatePolicy(@Nullable AutoUpdatePolicy policy) {
        autoUpdatePolicy = policy;
        return this;
    }

    public Channel build() {
        return new ChannelImpl(uid, type, acceptedItemType, kind, configuration, defaultTags, properties, label,
                description, autoUpdatePolicy);
    }

    private static final class ChannelImpl extends Channel {

        ChannelImpl(ChannelUID uid, @Nullable ChannelTypeUID type, @Nullable String acceptedItemType, ChannelKind kind,
                @Nullable Configuration configuration, Set<String> defaultTags,
                @Nullable Map<String, String> properties, @Nullable String label, @Nullable String description,
                @Nullable AutoUpdatePolicy policy) {
            super(uid, type, acceptedItemType, kind, configuration, defaultTags, properties, label, description,
                    policy);
        }
    }
}
