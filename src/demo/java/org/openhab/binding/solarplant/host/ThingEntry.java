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
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;

/** A thing as a YAML file names it. */
@NonNullByDefault
public record ThingEntry(ThingUID uid, boolean bridge, @Nullable ThingUID bridgeUid, @Nullable String label,
        Map<String, Object> config) {

    /** The type, which is part of the identifier. */
    public ThingTypeUID type() {
        String[] segments = uid.getAsString().split(":");
        return new ThingTypeUID(segments[0], segments[1]);
    }
}
