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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.type.AutoUpdatePolicy;
import org.openhab.core.thing.type.ChannelGroupTypeUID;
import org.openhab.core.thing.type.ChannelTypeUID;

/** Reads thing types and bridge types. */
@NonNullByDefault
final class ThingTypeReader {

    private final String binding;
    private final Types types;

    ThingTypeReader(String binding, Types types) {
        this.binding = binding;
        this.types = types;
    }

    void read(Element type) {
        ThingTypeUID uid = new ThingTypeUID(binding, type.required("id"));
        boolean listed = type.flag("listed", true);
        type.attribute("extensible");
        List<String> bridges = type.listed("supported-bridge-type-refs", "bridge-type-ref").stream()
                .map(this::bridge).toList();
        String label = type.requiredText("label");
        String description = type.nextText("description");
        type.nextText("category");
        String tag = type.nextText("semantic-equipment-tag");
        List<ThingTypeInfo.ChannelEntry> channels = type.listed("channels", "channel").stream()
                .map(c -> channel(c, binding)).toList();
        List<ThingTypeInfo.GroupEntry> groups = channels.isEmpty()
                ? type.listed("channel-groups", "channel-group").stream().map(this::group).toList()
                : List.of();
        Map<String, String> properties = properties(type);
        String representation = type.nextText("representation-property");
        URI config = config(type, URI.create("thing-type:" + uid));
        type.end();
        types.add(new ThingTypeInfo(uid, type.name().equals("bridge-type"), listed, bridges, label, description, tag,
                channels, groups, properties, representation, config));
    }

    private String bridge(Element reference) {
        String owner = reference.attribute("bindingId");
        String id = reference.required("id");
        reference.end();
        return (owner == null ? binding : owner) + ":" + id;
    }

    private ThingTypeInfo.GroupEntry group(Element group) {
        ThingTypeInfo.GroupEntry entry = new ThingTypeInfo.GroupEntry(group.required("id"),
                new ChannelGroupTypeUID(binding, group.required("typeId")), group.nextText("label"),
                group.nextText("description"));
        group.end();
        return entry;
    }

    static ThingTypeInfo.ChannelEntry channel(Element channel, String binding) {
        String typeId = channel.required("typeId");
        ChannelTypeUID type = typeId.startsWith("system.")
                ? new ChannelTypeUID("system", typeId.substring("system.".length()))
                : new ChannelTypeUID(binding, typeId);
        String id = channel.required("id");
        String label = channel.nextText("label");
        String description = channel.nextText("description");
        Map<String, String> properties = properties(channel);
        String policy = channel.nextText("autoUpdatePolicy");
        channel.end();
        return new ThingTypeInfo.ChannelEntry(id, type, label, description, properties,
                policy == null ? null : AutoUpdatePolicy.parse(policy));
    }

    private static Map<String, String> properties(Element element) {
        Map<String, String> properties = new LinkedHashMap<>();
        element.listed("properties", "property").forEach(p -> properties.put(p.required("name"), p.text()));
        return properties;
    }

    /** The description that stands in the element becomes known under the URI. */
    private URI config(Element type, URI uri) {
        Element own = type.next("config-description");
        if (own != null) {
            types.add(ConfigReader.read(own, uri));
            return uri;
        }
        Element reference = type.next("config-description-ref");
        if (reference == null) {
            return uri;
        }
        URI other = URI.create(reference.required("uri"));
        reference.end();
        return other;
    }
}
