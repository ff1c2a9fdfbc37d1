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

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.host.CoreServices;
import org.openhab.binding.solarplant.host.Host;
import org.openhab.binding.solarplant.host.MemoryStorage;
import org.openhab.binding.solarplant.host.Pages;
import org.openhab.binding.solarplant.host.SharedHttp;
import org.openhab.core.config.discovery.DiscoveryService;
import org.openhab.core.config.discovery.inbox.Inbox;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TimeZoneProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.io.console.extensions.ConsoleCommandExtension;
import org.openhab.core.io.net.http.HttpClientFactory;
import org.openhab.core.items.ItemRegistry;
import org.openhab.core.net.NetworkAddressService;
import org.openhab.core.storage.StorageService;
import org.openhab.core.thing.ThingRegistry;
import org.openhab.core.thing.binding.ThingHandlerFactory;
import org.openhab.core.thing.link.ItemChannelLinkRegistry;
import org.openhab.core.ui.components.UIComponentProvider;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** An add-on at work in an OSGi framework, with a small openHAB as its host. */
@NonNullByDefault
public final class HostedPlant implements PlantView, AutoCloseable {
    private final FelixRuntime runtime;
    private final Host host;
    private final SharedHttp http = SharedHttp.start();
    private final Pages pages = new Pages();
    private final HostView view;
    private final DemoConsole console = new DemoConsole();

    private HostedPlant(FelixRuntime runtime, Host host) {
        this.runtime = runtime;
        this.host = host;
        view = new HostView(host, pages);
        host.addListener(new AutoItems(host.registries()));
    }

    /**
     * Starts the add-on with the things of a file.
     *
     * @param cache folder for the framework's own files
     * @param jar the add-on
     * @param things in openHAB's YAML format
     */
    public static HostedPlant start(Path cache, Path jar, Path things) throws BundleException {
        HostedPlant plant = new HostedPlant(FelixRuntime.start(cache, ClassPath.ofThisProgram()),
                new Host(Locale.ENGLISH, ZoneId.systemDefault()));
        try {
            plant.run(jar, things);
            return plant;
        } catch (BundleException | RuntimeException e) {
            plant.close();
            throw e;
        }
    }

    /** The host, to look closer. */
    public Host host() {
        return host;
    }

    /** The framework, to look closer. */
    public FelixRuntime runtime() {
        return runtime;
    }

    @Override
    public List<ThingView> things() {
        return view.things();
    }

    @Override
    public List<InboxView> inbox() {
        return view.inbox();
    }

    @Override
    public List<PageView> pages() {
        return view.pages();
    }

    @Override
    public Map<String, ItemView> items() {
        return view.items();
    }

    @Override
    public Answer command(String channel, String command) {
        return view.command(channel, command);
    }

    @Override
    public String console(String line) {
        return console.run(line);
    }

    @Override
    public void close() {
        // the framework first: as in openHAB, a factory that goes takes its handlers with it
        runtime.close();
        host.close();
        http.close();
    }

    private void run(Path jar, Path things) throws BundleException {
        runtime.offer(TranslationProvider.class, host.translations());
        runtime.offer(LocaleProvider.class, host.localeProvider());
        runtime.offer(TimeZoneProvider.class, host.timeZoneProvider());
        runtime.offer(HttpClientFactory.class, http.factory());
        runtime.offer(StorageService.class, new MemoryStorage());
        runtime.offer(ThingRegistry.class, host.registries().things());
        runtime.offer(ItemRegistry.class, host.registries().items());
        runtime.offer(ItemChannelLinkRegistry.class, host.registries().links());
        runtime.follow(UIComponentProvider.class, pages::add, pages::remove);
        runtime.offer(NetworkAddressService.class, CoreServices.addresses());
        runtime.offer(Inbox.class, CoreServices.inbox(host));
        runtime.follow(ConsoleCommandExtension.class, console::add, console::remove);
        runtime.follow(ThingHandlerFactory.class, host::addFactory, host::removeFactory);
        runtime.follow(DiscoveryService.class, host.inbox()::add, host.inbox()::remove);
        Bundle addOn = runtime.install(jar);
        host.install(addOn);
        addOn.start();
        host.load(things);
    }
}
