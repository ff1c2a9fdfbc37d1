/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A thing as it may be shown: its configuration, which may hold secrets, is left out.
 *
 * @param type the thing type's id without the binding's
 * @param status ONLINE, OFFLINE, …
 * @param detail NONE, COMMUNICATION_ERROR, …
 * @param description what the thing says about its status, may be empty
 */
@NonNullByDefault
public record ThingView(String uid, String label, String type, String status, String detail, String description,
        Map<String, String> properties, List<ChannelView> channels) {

    /** Whether it works. */
    public boolean isOnline() {
        return "ONLINE".equals(status);
    }

    /** What its plant is called in its UID: the third part, the plant's own id or that of its bridge. */
    public String plant() {
        String[] parts = uid.split(":");
        return parts.length > 2 ? parts[2] : "";
    }

    /** The channel with this id (<code>group#channel</code>). */
    public Optional<ChannelView> channel(String id) {
        return channels.stream().filter(channel -> channel.id().equals(id)).findFirst();
    }
}
