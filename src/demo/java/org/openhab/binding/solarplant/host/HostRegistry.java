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

/** The things of a host as openHAB's registry shows them. They come from files and the inbox alone. */
@NonNullByDefault
final class HostRegistry implements ThingRegistry {

    private final Host host;

    HostRegistry(Host host) {
        this.host = host;
    }

    @Override
    public Collection<Thing> getAll() {
        return List.copyOf(host.things());
    }

    @Override
    public Stream<Thing> stream() {
        return getAll().stream();
    }

    @Override
    public @Nullable Thing get(ThingUID uid) {
        return host.thing(uid);
    }

    @Override
    public @Nullable Channel getChannel(ChannelUID uid) {
        Thing thing = get(uid.getThingUID());
        return thing == null ? null : thing.getChannel(uid.getId());
    }

    @Override
    public void updateConfiguration(ThingUID uid, Map<String, Object> parameters) {
        host.updateConfiguration(uid, parameters);
    }

    @Override
    public @Nullable Thing remove(ThingUID uid) {
        Thing thing = get(uid);
        host.remove(uid);
        return thing;
    }

    @Override
    public @Nullable Thing forceRemove(ThingUID uid) {
        Thing thing = get(uid);
        host.forceRemove(uid);
        return thing;
    }

    @Override
    public Thing add(Thing thing) {
        throw new UnsupportedOperationException("things come from files and the inbox");
    }

    @Override
    public Thing update(Thing thing) {
        throw new UnsupportedOperationException("things are changed by their handlers and their configuration");
    }

    @Override
    public Thing createThingOfType(ThingTypeUID type, @Nullable ThingUID uid, @Nullable ThingUID bridge,
            @Nullable String label, Configuration configuration) {
        throw new UnsupportedOperationException("things come from files and the inbox");
    }

    @Override
    public void addRegistryChangeListener(RegistryChangeListener<Thing> listener) {
        throw new UnsupportedOperationException("listen to the host instead");
    }

    @Override
    public void removeRegistryChangeListener(RegistryChangeListener<Thing> listener) {
        throw new UnsupportedOperationException("listen to the host instead");
    }
}
