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

import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.thing.type.AutoUpdatePolicy;
import org.openhab.core.thing.type.ChannelKind;
import org.openhab.core.thing.type.ChannelTypeUID;

/** A channel type as its file describes it. */
@NonNullByDefault
public record ChannelTypeInfo(ChannelTypeUID uid, boolean advanced, @Nullable String itemType,
        @Nullable String unitHint, ChannelKind kind, String label, @Nullable String description,
        @Nullable String category, Set<String> tags, @Nullable StateInfo state, Map<String, String> commands,
        Map<String, String> events, @Nullable AutoUpdatePolicy policy, @Nullable URI config) {

    /** How a state looks. */
    public record StateInfo(@Nullable BigDecimal minimum, @Nullable BigDecimal maximum, @Nullable BigDecimal step,
            @Nullable String pattern, boolean readOnly, Map<String, String> options) {}
}
