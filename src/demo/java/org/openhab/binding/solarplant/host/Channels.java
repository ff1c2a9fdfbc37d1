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

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.config.core.ConfigDescription;
import org.openhab.core.config.core.ConfigUtil;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelGroupUID;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.builder.ChannelBuilder;
import org.openhab.core.thing.type.ChannelGroupTypeUID;
import org.openhab.core.thing.type.ChannelTypeUID;

/** Makes channels of channel types. */
@NonNullByDefault
final class Channels {

    private final Types types;
    private final Texts texts;

    Channels(Types types, Texts texts) {
        this.types = types;
        this.texts = texts;
    }

    ChannelBuilder builder(ChannelUID uid, ChannelTypeUID typeUid) {
        ChannelTypeInfo type = types.channelType(typeUid);
        if (type == null) {
            throw new IllegalArgumentException("Channel type '" + typeUid + "' is not known");
        }
        String key = "channel-type." + typeUid.getBindingId() + "." + typeUid.getId();
        ChannelBuilder builder = ChannelBuilder.create(uid, type.itemType()).withType(typeUid).withKind(type.kind())
                .withLabel(texts.label(key + ".label", type.label())).withDefaultTags(type.tags())
                .withAutoUpdatePolicy(type.policy());
        String description = type.description();
        if (description != null) {
            builder.withDescription(texts.label(key + ".description", description));
        }
        ConfigDescription config = types.configDescription(type.config());
        if (config != null) {
            Configuration defaults = new Configuration();
            ConfigUtil.applyDefaultConfiguration(defaults, config);
            builder.withConfiguration(defaults);
        }
        return builder;
    }

    List<ChannelBuilder> builders(ChannelGroupUID group, ChannelGroupTypeUID typeUid) {
        GroupTypeInfo type = types.groupType(typeUid);
        if (type == null) {
            throw new IllegalArgumentException("Channel group type '" + typeUid + "' is not known");
        }
        String key = "channel-group-type." + typeUid.getBindingId() + "." + typeUid.getId();
        return type.channels().stream().map(entry -> builder(new ChannelUID(group, entry.id()), entry, key)).toList();
    }

    /** The channels that every thing of the type has. */
    List<Channel> of(ThingUID thing, ThingTypeInfo type) {
        List<Channel> result = new ArrayList<>();
        String key = "thing-type." + type.uid().getBindingId() + "." + type.uid().getId();
        for (ThingTypeInfo.ChannelEntry entry : type.channels()) {
            result.add(builder(new ChannelUID(thing, entry.id()), entry, key).build());
        }
        for (ThingTypeInfo.GroupEntry group : type.groups()) {
            builders(new ChannelGroupUID(thing, group.id()), group.type()).forEach(b -> result.add(b.build()));
        }
        return result;
    }

    private ChannelBuilder builder(ChannelUID uid, ThingTypeInfo.ChannelEntry entry, String owner) {
        ChannelBuilder builder = builder(uid, entry.type()).withProperties(entry.properties());
        String key = owner + ".channel." + entry.id();
        String label = entry.label();
        if (label != null) {
            builder.withLabel(texts.label(key + ".label", label));
        }
        String description = entry.description();
        if (description != null) {
            builder.withDescription(texts.label(key + ".description", description));
        }
        if (entry.policy() != null) {
            builder.withAutoUpdatePolicy(entry.policy());
        }
        return builder;
    }
}
