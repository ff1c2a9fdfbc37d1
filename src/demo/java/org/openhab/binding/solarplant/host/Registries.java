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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.items.ItemRegistry;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.ThingRegistry;
import org.openhab.core.thing.link.ItemChannelLinkRegistry;

/** Things, items and links of a host as openHAB's registries. */
@NonNullByDefault
public final class Registries {

    private final HostThings things;
    private final HostItems items = new HostItems();
    private final ItemRegistry itemRegistry = items.registry();
    private final HostLinks links;

    Registries(Core core) {
        things = new HostThings(core);
        links = new HostLinks(things, itemRegistry);
    }

    /** All things. */
    public ThingRegistry things() {
        return things;
    }

    /** All items. */
    public ItemRegistry items() {
        return itemRegistry;
    }

    /** All links. */
    public ItemChannelLinkRegistry links() {
        return links;
    }

    /** Adds an item, unless there is one of that name. */
    public void addItem(String name) {
        items.add(name);
    }

    /** Removes an item; its links stay, as they do in openHAB. */
    public void removeItem(String name) {
        items.remove(name);
    }

    /** Lets an item show a channel. */
    public void link(String item, ChannelUID channel) {
        links.link(item, channel);
    }

    /** Lets an item show a channel no longer. */
    public void unlink(String item, ChannelUID channel) {
        links.unlink(item, channel);
    }
}
