/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.ui;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.host.Host;
import org.openhab.binding.solarplant.host.ThingEntry;
import org.openhab.binding.solarplant.internal.handler.ChannelLabels;
import org.openhab.core.common.registry.Provider;
import org.openhab.core.common.registry.ProviderChangeListener;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.ui.components.RootUIComponent;

/** A provider of pages in a host without handlers; its delayed work is done when the test says so. */
@NonNullByDefault
final class PageRig implements AutoCloseable, ProviderChangeListener<RootUIComponent> {

    static final ThingUID HOME = new ThingUID("solarplant:plant:home");
    static final ThingUID ROOF = new ThingUID("solarplant:inverter:home:roof");

    final Host host;
    final PlantPageProvider provider;
    /** What openHAB heard of. */
    final List<String> heard = new ArrayList<>();
    /** The language that openHAB speaks. */
    Locale language;
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    PageRig(Locale locale) {
        language = locale;
        host = new Host(locale, ZoneOffset.UTC);
        host.install(Path.of("src", "main", "resources", "OH-INF"));
        ScheduledExecutorService scheduler = mock(ScheduledExecutorService.class);
        when(scheduler.schedule(any(Runnable.class), anyLong(), any())).thenAnswer(call -> {
            Runnable work = call.getArgument(0);
            waiting.add(work);
            ScheduledFuture<?> future = mock(ScheduledFuture.class);
            when(future.cancel(false)).thenAnswer(cancel -> waiting.remove(work));
            return future;
        });
        provider = new PlantPageProvider(host.registries().things(), host.registries().links(),
                host.registries().items(), new ChannelLabels(host.translations(), () -> language), scheduler);
        provider.addProviderChangeListener(this);
    }

    void plant(ThingUID uid, String label) {
        host.add(new ThingEntry(uid, true, null, label, Map.of()));
    }

    void inverter(ThingUID uid, ThingUID plant, String label) {
        host.add(new ThingEntry(uid, false, plant, label, Map.of("connection", "solax-modbus")));
    }

    /** Links a new item to a channel. */
    void link(String item, ThingUID thing, String channel) {
        host.registries().addItem(item);
        host.registries().link(item, new ChannelUID(thing, channel));
    }

    /** Lets the time pass that the provider waits; how much work was due. */
    int settle() {
        int works = 0;
        for (Runnable work = waiting.poll(); work != null; work = waiting.poll()) {
            work.run();
            works++;
        }
        return works;
    }

    /** The page of a plant, which there is. */
    RootUIComponent page(String uid) {
        return provider.getAll().stream().filter(page -> page.getUID().equals(uid)).findFirst().orElseThrow();
    }

    @Override
    public void added(Provider<RootUIComponent> provider, RootUIComponent page) {
        heard.add("added " + page.getUID());
    }

    @Override
    public void removed(Provider<RootUIComponent> provider, RootUIComponent page) {
        heard.add("removed " + page.getUID());
    }

    @Override
    public void updated(Provider<RootUIComponent> provider, RootUIComponent old, RootUIComponent page) {
        heard.add("updated " + page.getUID());
    }

    @Override
    public void close() {
        provider.deactivate();
        host.close();
    }
}
