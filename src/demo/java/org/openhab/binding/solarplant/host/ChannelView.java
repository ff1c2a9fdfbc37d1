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

import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.type.ChannelKind;

/** A channel as a user interface shows it. */
@NonNullByDefault
public record ChannelView(ChannelUID uid, ChannelKind kind, String label, @Nullable String description,
        @Nullable String groupLabel, @Nullable String itemType, @Nullable String unit, @Nullable String pattern,
        boolean advanced, boolean readOnly, Map<String, String> options) {}
