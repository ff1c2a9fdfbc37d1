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
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.type.AutoUpdatePolicy;
import org.openhab.core.thing.type.ChannelGroupTypeUID;
import org.openhab.core.thing.type.ChannelTypeUID;

/** A thing type as its file describes it. */
@NonNullByDefault
public record ThingTypeInfo(ThingTypeUID uid, boolean bridge, boolean listed, List<String> bridgeTypes, String label,
        @Nullable String description, @Nullable String equipmentTag, List<ChannelEntry> channels,
        List<GroupEntry> groups, Map<String, String> properties, @Nullable String representationProperty, URI config) {

    /** A channel of a thing type or of a channel group type. */
    public record ChannelEntry(String id, ChannelTypeUID type, @Nullable String label, @Nullable String description,
            Map<String, String> properties, @Nullable AutoUpdatePolicy policy) {}

    /** A channel group of a thing type. */
    public record GroupEntry(String id, ChannelGroupTypeUID type, @Nullable String label,
            @Nullable String description) {}
}
