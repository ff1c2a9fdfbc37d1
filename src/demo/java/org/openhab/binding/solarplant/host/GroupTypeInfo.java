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

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.thing.type.ChannelGroupTypeUID;

/** A channel group type as its file describes it. */
@NonNullByDefault
public record GroupTypeInfo(ChannelGroupTypeUID uid, String label, @Nullable String description,
        List<ThingTypeInfo.ChannelEntry> channels) {}
