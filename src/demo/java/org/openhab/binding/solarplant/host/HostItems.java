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
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.common.registry.RegistryChangeListener;
import org.openhab.core.items.Item;
import org.openhab.core.items.ItemRegistry;

/** The items of a host: names without types, since here a channel keeps the state. */
@NonNullByDefault
final class HostItems {

    private final Map<String, Item> items = new ConcurrentSkipListMap<>();
    private final List<RegistryChangeListener<Item>> listeners = new CopyOnWriteArrayList<>();

    void add(String name) {
        Item item = Partial.of(Item.class,
                (called, arguments) -> called.equals("getName") || called.equals("getUID") ? name : null);
        if (items.putIfAbsent(name, item) == null) {
            tell(listener -> listener.added(item));
        }
    }

    void remove(String name) {
        Item item = items.remove(name);
        if (item != null) {
            tell(listener -> listener.removed(item));
        }
    }

    private void tell(Consumer<RegistryChangeListener<Item>> event) {
        listeners.forEach(event);
    }

    /** The items as add-ons may look them up. */
    @SuppressWarnings("unchecked")
    ItemRegistry registry() {
        return Partial.of(ItemRegistry.class, (called, arguments) -> switch (called) {
            case "addRegistryChangeListener" -> listeners.add((RegistryChangeListener<Item>) arguments[0]);
            case "removeRegistryChangeListener" -> listeners.remove(arguments[0]);
            case "getAll", "getItems" -> List.copyOf(items.values());
            case "stream" -> items.values().stream();
            case "get" -> items.get(arguments[0]);
            default -> throw new UnsupportedOperationException(called);
        });
    }
}
