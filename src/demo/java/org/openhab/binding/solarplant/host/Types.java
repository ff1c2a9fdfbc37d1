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

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.config.core.ConfigDescription;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.type.ChannelGroupTypeUID;
import org.openhab.core.thing.type.ChannelTypeUID;

/** All types that the installed bindings describe. */
@NonNullByDefault
public final class Types {

    private final Map<ThingTypeUID, ThingTypeInfo> things = new ConcurrentHashMap<>();
    private final Map<ChannelTypeUID, ChannelTypeInfo> channels = new ConcurrentHashMap<>();
    private final Map<ChannelGroupTypeUID, GroupTypeInfo> groups = new ConcurrentHashMap<>();
    private final Map<URI, ConfigDescription> configs = new ConcurrentHashMap<>();

    Types() {
        SystemChannels.all().forEach(this::add);
    }

    /** All thing types. */
    public Collection<ThingTypeInfo> thingTypes() {
        return List.copyOf(things.values());
    }

    /** A thing type, or null if nobody describes it. */
    public @Nullable ThingTypeInfo thingType(ThingTypeUID uid) {
        return things.get(uid);
    }

    /** A channel type, or null if nobody describes it. */
    public @Nullable ChannelTypeInfo channelType(@Nullable ChannelTypeUID uid) {
        return uid == null ? null : channels.get(uid);
    }

    /** A channel group type, or null if nobody describes it. */
    public @Nullable GroupTypeInfo groupType(ChannelGroupTypeUID uid) {
        return groups.get(uid);
    }

    /** A configuration description, or null if nobody gives it. */
    public @Nullable ConfigDescription configDescription(@Nullable URI uri) {
        return uri == null ? null : configs.get(uri);
    }

    void add(ThingTypeInfo type) {
        things.put(type.uid(), type);
    }

    void add(ChannelTypeInfo type) {
        channels.put(type.uid(), type);
    }

    void add(GroupTypeInfo type) {
        groups.put(type.uid(), type);
    }

    void add(ConfigDescription description) {
        configs.put(description.getUID(), description);
    }

    /** What a thing type refers to and nobody describes, or null if all is there. */
    @Nullable
    String missing(ThingTypeInfo type) {
        List<ThingTypeInfo.ChannelEntry> entries = new ArrayList<>(type.channels());
        for (ThingTypeInfo.GroupEntry group : type.groups()) {
            GroupTypeInfo groupType = groups.get(group.type());
            if (groupType == null) {
                return "channel group type " + group.type();
            }
            entries.addAll(groupType.channels());
        }
        return entries.stream().map(ThingTypeInfo.ChannelEntry::type).filter(uid -> !channels.containsKey(uid))
                .findFirst().map(uid -> "channel type " + uid).orElse(null);
    }
}
