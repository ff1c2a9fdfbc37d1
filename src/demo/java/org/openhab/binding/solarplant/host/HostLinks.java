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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.common.registry.AbstractProvider;
import org.openhab.core.items.ItemBuilderFactory;
import org.openhab.core.items.ItemRegistry;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.ThingRegistry;
import org.openhab.core.thing.link.ItemChannelLink;
import org.openhab.core.thing.link.ItemChannelLinkProvider;
import org.openhab.core.thing.link.ItemChannelLinkRegistry;

/** The links of a host. */
@NonNullByDefault
final class HostLinks extends ItemChannelLinkRegistry {

    private final Links links = new Links();

    HostLinks(ThingRegistry things, ItemRegistry items) {
        super(Map.of(), things, items, Partial.of(ItemBuilderFactory.class, (called, arguments) -> null),
                PlainOsgi.context(service -> {}, service -> {}));
        addProvider(links);
    }

    void link(String item, ChannelUID channel) {
        links.add(new ItemChannelLink(item, channel));
    }

    void unlink(String item, ChannelUID channel) {
        links.remove(new ItemChannelLink(item, channel));
    }

    private static final class Links extends AbstractProvider<ItemChannelLink> implements ItemChannelLinkProvider {

        private final List<ItemChannelLink> all = new CopyOnWriteArrayList<>();

        void add(ItemChannelLink link) {
            all.add(link);
            notifyListenersAboutAddedElement(link);
        }

        void remove(ItemChannelLink link) {
            if (all.remove(link)) {
                notifyListenersAboutRemovedElement(link);
            }
        }

        @Override
        public Collection<ItemChannelLink> getAll() {
            return List.copyOf(all);
        }
    }
}
