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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.thing.type.AutoUpdatePolicy;
import org.openhab.core.thing.type.ChannelGroupTypeUID;
import org.openhab.core.thing.type.ChannelKind;
import org.openhab.core.thing.type.ChannelTypeUID;

/** Reads channel types and channel group types. */
@NonNullByDefault
final class ChannelTypeReader {

    private final String binding;
    private final Types types;

    ChannelTypeReader(String binding, Types types) {
        this.binding = binding;
        this.types = types;
    }

    void readGroup(Element type) {
        ChannelGroupTypeUID uid = new ChannelGroupTypeUID(binding, type.required("id"));
        String label = type.requiredText("label");
        String description = type.nextText("description");
        type.nextText("category");
        List<ThingTypeInfo.ChannelEntry> channels = type.listed("channels", "channel").stream()
                .map(c -> ThingTypeReader.channel(c, binding)).toList();
        type.end();
        types.add(new GroupTypeInfo(uid, label, description, channels));
    }

    void readType(Element type) {
        ChannelTypeUID uid = new ChannelTypeUID(binding, type.required("id"));
        boolean advanced = type.flag("advanced");
        type.flag("system");
        Element item = type.next("item-type");
        String unitHint = item == null ? null : item.attribute("unitHint");
        String itemType = item == null ? null : item.text();
        ChannelKind kind = ChannelKind.parse(type.nextText("kind"));
        check(type, kind, itemType, unitHint);
        String label = type.requiredText("label");
        String description = type.nextText("description");
        String category = type.nextText("category");
        Set<String> tags = type.listed("tags", "tag").stream().map(Element::text).collect(Collectors.toSet());
        ChannelTypeInfo.StateInfo state = state(type.next("state"));
        Map<String, String> commands = options(type.next("command"));
        Map<String, String> events = options(type.next("event"));
        String policy = type.nextText("autoUpdatePolicy");
        URI config = null;
        Element own = type.next("config-description");
        if (own != null) {
            config = URI.create("channel-type:" + uid);
            types.add(ConfigReader.read(own, config));
        }
        type.end();
        types.add(new ChannelTypeInfo(uid, advanced, itemType, unitHint, kind, label, description, category, tags,
                state, commands, events, policy == null ? null : AutoUpdatePolicy.parse(policy), config));
    }

    private static void check(Element type, ChannelKind kind, @Nullable String itemType, @Nullable String unitHint) {
        if (kind == ChannelKind.TRIGGER && itemType != null) {
            throw new DescriptionException(type.where(), "a trigger channel has no item type");
        }
        if (kind == ChannelKind.STATE && (itemType == null || itemType.isBlank())) {
            throw new DescriptionException(type.where(), "a state channel needs an item type");
        }
        if (unitHint != null && (itemType == null || !itemType.startsWith("Number:"))) {
            throw new DescriptionException(type.where(), "only a Number with a dimension has a unit hint");
        }
    }

    private static ChannelTypeInfo.@Nullable StateInfo state(@Nullable Element state) {
        if (state == null) {
            return null;
        }
        return new ChannelTypeInfo.StateInfo(state.number("min"), state.number("max"), state.number("step"),
                state.attribute("pattern"), state.flag("readOnly"), options(state));
    }

    private static Map<String, String> options(@Nullable Element element) {
        Map<String, String> options = new LinkedHashMap<>();
        if (element != null) {
            for (Element option : element.listed("options", "option")) {
                options.put(option.required("value"), option.text());
            }
            element.end();
        }
        return Collections.unmodifiableMap(options);
    }
}
