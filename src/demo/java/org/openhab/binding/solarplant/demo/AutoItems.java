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

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.host.HostListener;
import org.openhab.binding.solarplant.host.Registries;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.type.ChannelKind;

/** Links an item to every channel as soon as it is there, as a user would who wants to see everything. */
@NonNullByDefault
final class AutoItems implements HostListener {

    private final Registries registries;
    private final Set<String> linked = ConcurrentHashMap.newKeySet();

    AutoItems(Registries registries) {
        this.registries = registries;
    }

    /** The name of the item that shows a channel. */
    static String name(String channel) {
        return channel.replaceFirst("^\\w+:", "").replaceAll("\\W", "_");
    }

    @Override
    public void thingChanged(Thing thing) {
        for (Channel channel : thing.getChannels()) {
            String name = name(channel.getUID().getAsString());
            if (channel.getKind() == ChannelKind.STATE && linked.add(name)) {
                registries.addItem(name);
                registries.link(name, channel.getUID());
            }
        }
    }
}
