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

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.binding.solarplant.internal.handler.ChannelLabels;
import org.openhab.core.common.ThreadPoolManager;
import org.openhab.core.common.registry.AbstractProvider;
import org.openhab.core.common.registry.RegistryChangedRunnableListener;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.items.Item;
import org.openhab.core.items.ItemRegistry;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingRegistry;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.link.ItemChannelLink;
import org.openhab.core.thing.link.ItemChannelLinkRegistry;
import org.openhab.core.ui.components.RootUIComponent;
import org.openhab.core.ui.components.UIComponentProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives Main UI a page for each plant, made of the items that are linked to it and to its inverters, and follows what
 * users add, link and rename.
 */
@NonNullByDefault
@Component(service = UIComponentProvider.class)
public final class PlantPageProvider extends AbstractProvider<RootUIComponent> implements UIComponentProvider {

    /** At its start openHAB adds things, items and links by the hundred. */
    private static final Duration DELAY = Duration.ofSeconds(1);

    private final ThingRegistry things;
    private final ItemChannelLinkRegistry links;
    private final ItemRegistry items;
    private final ChannelLabels texts;
    private final Coalescer changes;
    private final RegistryChangedRunnableListener<Thing> thingListener;
    private final RegistryChangedRunnableListener<ItemChannelLink> linkListener;
    private final RegistryChangedRunnableListener<Item> itemListener;
    private volatile Map<String, Page> pages = Map.of();

    private record Page(Element content, RootUIComponent component) {}

    @Activate
    public PlantPageProvider(@Reference ThingRegistry things, @Reference ItemChannelLinkRegistry links,
            @Reference ItemRegistry items, @Reference TranslationProvider translations,
            @Reference LocaleProvider locales) {
        this(things, links, items, new ChannelLabels(translations, locales),
                ThreadPoolManager.getScheduledPool(ThreadPoolManager.THREAD_POOL_NAME_COMMON));
    }

    PlantPageProvider(ThingRegistry things, ItemChannelLinkRegistry links, ItemRegistry items, ChannelLabels texts,
            ScheduledExecutorService scheduler) {
        this.things = things;
        this.links = links;
        this.items = items;
        this.texts = texts;
        changes = new Coalescer(scheduler, DELAY, this::update);
        thingListener = new RegistryChangedRunnableListener<>(changes::changed);
        linkListener = new RegistryChangedRunnableListener<>(changes::changed);
        itemListener = new RegistryChangedRunnableListener<>(changes::changed);
        things.addRegistryChangeListener(thingListener);
        links.addRegistryChangeListener(linkListener);
        items.addRegistryChangeListener(itemListener);
        changes.changed();
    }

    /** openHAB speaks another language by now, or is heard for the first time. */
    @Reference(updated = "setLanguage")
    public void setLanguage(LocaleProvider language) {
        changes.changed();
    }

    /** The pages go with the binding. */
    @Deactivate
    public void deactivate() {
        things.removeRegistryChangeListener(thingListener);
        links.removeRegistryChangeListener(linkListener);
        items.removeRegistryChangeListener(itemListener);
        changes.close();
    }

    @Override
    public String getNamespace() {
        return "ui:page";
    }

    @Override
    public Collection<RootUIComponent> getAll() {
        return pages.values().stream().map(Page::component).toList();
    }

    /** One at a time: what listeners hear must follow on what they heard before. */
    private synchronized void update() {
        Map<String, Page> before = pages;
        Map<String, Page> after = new LinkedHashMap<>();
        things.getAll().stream().filter(thing -> SolarPlantBindingConstants.PLANT.equals(thing.getThingTypeUID()))
                .sorted(Comparator.comparing(thing -> thing.getUID().getAsString())).forEach(plant -> {
                    String uid = "solarplant_" + plant.getUID().getId();
                    Element content = PlantPage.of(shown(plant));
                    Page same = before.get(uid);
                    after.put(uid, same != null && same.content.equals(content) ? same : page(uid, content));
                });
        pages = after;
        tell(before, after);
    }

    private static Page page(String uid, Element content) {
        RootUIComponent component = content.into(new RootUIComponent(uid, content.component()));
        component.updateTimestamp();
        return new Page(content, component);
    }

    private void tell(Map<String, Page> before, Map<String, Page> after) {
        before.forEach((uid, page) -> {
            if (!after.containsKey(uid)) {
                notifyListenersAboutRemovedElement(page.component);
            }
        });
        after.forEach((uid, page) -> {
            Page old = before.get(uid);
            if (old == null) {
                notifyListenersAboutAddedElement(page.component);
            } else if (!old.equals(page)) {
                notifyListenersAboutUpdatedElement(old.component, page.component);
            }
        });
    }

    private Shown shown(Thing plant) {
        List<Shown.Device> inverters = things.getAll().stream()
                .filter(thing -> SolarPlantBindingConstants.INVERTER.equals(thing.getThingTypeUID())
                        && plant.getUID().equals(thing.getBridgeUID()))
                .map(thing -> new Shown.Device(thing.getUID(), label(thing)))
                .sorted(Comparator.comparing(Shown.Device::label).thenComparing(d -> d.uid().getAsString())).toList();
        return new Shown(plant.getUID(), label(plant), inverters, this::item, key -> texts.text(key).orElse(key));
    }

    /** The first by name of those that show a channel, so that the page stays as it is. */
    private Optional<Live> item(ThingUID thing, String channel) {
        return links.getLinkedItemNames(new ChannelUID(thing, channel)).stream()
                .filter(name -> items.get(name) != null).sorted().findFirst().map(Live::new);
    }

    /** Main UI takes what begins with an equals sign for an expression, which a label never is. */
    private static String label(Thing thing) {
        String label = Objects.requireNonNullElse(thing.getLabel(), thing.getUID().getId());
        return label.startsWith("=") ? " " + label : label;
    }
}
