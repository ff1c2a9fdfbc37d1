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
import java.util.concurrent.ConcurrentSkipListMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.common.registry.Provider;
import org.openhab.core.common.registry.ProviderChangeListener;
import org.openhab.core.ui.components.RootUIComponent;
import org.openhab.core.ui.components.UIComponentProvider;

/** The pages that add-ons register, as openHAB's registry of them keeps them. */
@NonNullByDefault
public final class Pages implements ProviderChangeListener<RootUIComponent> {

    private final Map<String, RootUIComponent> all = new ConcurrentSkipListMap<>();

    /** A provider came. */
    public void add(UIComponentProvider provider) {
        if ("ui:page".equals(provider.getNamespace())) {
            provider.addProviderChangeListener(this);
            provider.getAll().forEach(page -> added(provider, page));
        }
    }

    /** A provider went, and its pages with it. */
    public void remove(UIComponentProvider provider) {
        provider.removeProviderChangeListener(this);
        provider.getAll().forEach(page -> removed(provider, page));
    }

    /** All pages, by their UIDs. */
    public Collection<RootUIComponent> all() {
        return List.copyOf(all.values());
    }

    @Override
    public void added(Provider<RootUIComponent> provider, RootUIComponent page) {
        all.putIfAbsent(page.getUID(), page);
    }

    @Override
    public void removed(Provider<RootUIComponent> provider, RootUIComponent page) {
        all.remove(page.getUID());
    }

    @Override
    public void updated(Provider<RootUIComponent> provider, RootUIComponent old, RootUIComponent page) {
        all.put(page.getUID(), page);
    }
}
