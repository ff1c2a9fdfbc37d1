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
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.common.registry.RegistryChangeListener;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingRegistry;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;

/** The things of a host as add-ons may look them up. They are changed through the host alone. */
@NonNullByDefault
final class HostThings implements ThingRegistry, HostListener {

    private final Core core;
    private final List<RegistryChangeListener<Thing>> listeners = new CopyOnWriteArrayList<>();

    HostThings(Core core) {
        this.core = core;
        core.events.add(this);
    }

    @Override
    public void thingChanged(Thing thing) {
        listeners.forEach(listener -> listener.updated(thing, thing));
    }

    @Override
    public void thingRemoved(Thing thing) {
        listeners.forEach(listener -> listener.removed(thing));
    }

    @Override
    public void addRegistryChangeListener(RegistryChangeListener<Thing> listener) {
        listeners.add(listener);
    }

    @Override
    public void removeRegistryChangeListener(RegistryChangeListener<Thing> listener) {
        listeners.remove(listener);
    }

    @Override
    public Collection<Thing> getAll() {
        return core.all().stream().map(Hosted::thing).toList();
    }

    @Override
    public Stream<Thing> stream() {
        return getAll().stream();
    }

    @Override
    public @Nullable Thing get(ThingUID uid) {
        Hosted hosted = core.find(uid);
        return hosted == null ? null : hosted.thing();
    }

    @Override
    public @Nullable Channel getChannel(ChannelUID channelUID) {
        Thing thing = get(channelUID.getThingUID());
        return thing == null ? null : thing.getChannel(channelUID);
    }

    @Override
    public Thing add(Thing element) {
        throw readOnly();
    }

    @Override
    public @Nullable Thing update(Thing element) {
        throw readOnly();
    }

    @Override
    public void updateConfiguration(ThingUID thingUID, Map<String, Object> configurationParameters) {
        throw readOnly();
    }

    @Override
    public @Nullable Thing remove(ThingUID thingUID) {
        throw readOnly();
    }

    @Override
    public @Nullable Thing forceRemove(ThingUID thingUID) {
        throw readOnly();
    }

    @Override
    public @Nullable Thing createThingOfType(ThingTypeUID thingTypeUID, @Nullable ThingUID thingUID,
            @Nullable ThingUID bridgeUID, @Nullable String label, Configuration configuration) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("things are changed through the host");
    }
}
