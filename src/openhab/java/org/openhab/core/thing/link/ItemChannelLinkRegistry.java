/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.thing.link;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.common.registry.RegistryChangeListener;
import org.openhab.core.events.Event;
import org.openhab.core.events.EventSubscriber;
import org.openhab.core.items.Item;
import org.openhab.core.items.ItemBuilderFactory;
import org.openhab.core.items.ItemRegistry;
import org.openhab.core.thing.ThingRegistry;
import org.openhab.core.thing.UID;
import org.osgi.framework.BundleContext;

/** All links between items and channels. */
@NonNullByDefault
public class ItemChannelLinkRegistry extends AbstractLinkRegistry<ItemChannelLink, ItemChannelLinkProvider>
        implements
            RegistryChangeListener<Item>,
            EventSubscriber {

    private final ItemRegistry items;

    public ItemChannelLinkRegistry(Map<String, Object> properties, final ThingRegistry thingRegistry,
            final ItemRegistry itemRegistry, final ItemBuilderFactory itemBuilderFactory, BundleContext bundleContext) {
        super(ItemChannelLinkProvider.class);
        items = itemRegistry;
    }

    /** A link may be older than its item. */
    @Override
    public Set<String> getLinkedItemNames(final UID uid) {
        return super.getLinkedItemNames(uid).stream().filter(name -> items.get(name) != null)
                .collect(Collectors.toSet());
    }

    @Override
    public void added(Item item) {
        // nothing is derived from items here
    }

    @Override
    public void removed(Item item) {
        // nothing is derived from items here
    }

    @Override
    public void updated(Item oldItem, Item item) {
        // nothing is derived from items here
    }

    @Override
    public Set<String> getSubscribedEventTypes() {
        return Set.of();
    }

    @Override
    public void receive(Event event) {
        // no event is of interest
    }
}
