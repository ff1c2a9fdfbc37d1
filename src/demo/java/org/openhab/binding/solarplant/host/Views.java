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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.UID;
import org.openhab.core.thing.type.ChannelTypeUID;

/** Joins channels with what their types say, in the language of the host. */
@NonNullByDefault
final class Views {

    private final Core core;

    Views(Core core) {
        this.core = core;
    }

    String typeLabel(ThingTypeUID uid) {
        ThingTypeInfo type = core.types.thingType(uid);
        return type == null ? uid.getAsString() : core.texts.label(key(uid, "thing-type") + ".label", type.label());
    }

    List<ChannelView> of(Thing thing) {
        return thing.getChannels().stream().map(channel -> of(thing, channel)).toList();
    }

    private ChannelView of(Thing thing, Channel channel) {
        ChannelTypeUID typeUid = channel.getChannelTypeUID();
        ChannelTypeInfo type = core.types.channelType(typeUid);
        ChannelTypeInfo.StateInfo state = type == null ? null : type.state();
        String pattern = typeUid == null || state == null || state.pattern() == null
                ? null
                : core.texts.label(key(typeUid, "channel-type") + ".state.pattern", state.pattern());
        String label = channel.getLabel();
        return new ChannelView(channel.getUID(), channel.getKind(), label == null ? channel.getUID().getId() : label,
                channel.getDescription(), groupLabel(thing, channel.getUID().getGroupId()),
                channel.getAcceptedItemType(), unit(type, pattern), pattern, type != null && type.advanced(),
                state != null && state.readOnly(), typeUid == null ? Map.of() : options(typeUid, type));
    }

    private Map<String, String> options(ChannelTypeUID uid, @Nullable ChannelTypeInfo type) {
        if (type == null) {
            return Map.of();
        }
        ChannelTypeInfo.StateInfo state = type.state();
        boolean commands = !type.commands().isEmpty();
        Map<String, String> given = commands ? type.commands() : state == null ? type.events() : state.options();
        String key = key(uid, "channel-type") + (commands ? ".command.option." : ".state.option.");
        Map<String, String> options = new LinkedHashMap<>();
        given.forEach((value, label) -> options.put(value, core.texts.label(key + value, label)));
        return options;
    }

    private static @Nullable String unit(@Nullable ChannelTypeInfo type, @Nullable String pattern) {
        String hint = type == null ? null : type.unitHint();
        if (hint != null || pattern == null) {
            return hint;
        }
        String last = pattern.substring(pattern.lastIndexOf(' ') + 1);
        return last.equals("%%") ? "%" : last.startsWith("%") ? null : last;
    }

    private @Nullable String groupLabel(Thing thing, @Nullable String group) {
        ThingTypeInfo type = core.types.thingType(thing.getThingTypeUID());
        if (group == null || type == null) {
            return null;
        }
        for (ThingTypeInfo.GroupEntry entry : type.groups()) {
            if (entry.id().equals(group)) {
                String own = entry.label();
                GroupTypeInfo groupType = core.types.groupType(entry.type());
                if (own != null) {
                    return core.texts.label(key(type.uid(), "thing-type") + ".group." + group + ".label", own);
                }
                return groupType == null
                        ? group
                        : core.texts.label(key(entry.type(), "channel-group-type") + ".label", groupType.label());
            }
        }
        return group;
    }

    private static String key(UID uid, String kind) {
        return kind + "." + uid.getAsString().replace(':', '.');
    }
}
