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

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.config.core.ConfigDescription;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.ThingHandlerFactory;
import org.openhab.core.thing.type.ChannelTypeUID;

/** What all parts of a host share. */
@NonNullByDefault
final class Core {

    final Types types = new Types();
    final Texts texts;
    final Events events = new Events();
    final Guard guard = new Guard();
    final Channels channels;
    final ConfigCheck check;
    final List<ThingHandlerFactory> factories = new CopyOnWriteArrayList<>();

    private final Map<ThingUID, Hosted> things = new ConcurrentHashMap<>();

    Core(Locale locale) {
        texts = new Texts(locale);
        channels = new Channels(types, texts);
        check = new ConfigCheck(PlainOsgi.bundle(), texts);
    }

    synchronized void put(Hosted hosted) {
        if (things.putIfAbsent(hosted.uid(), hosted) != null) {
            throw new IllegalArgumentException("The thing " + hosted.uid() + " exists already");
        }
        Hosted bridge = bridge(hosted);
        if (bridge != null && bridge.thing() instanceof Bridge parent) {
            Children.add(parent, hosted.thing());
        }
        if (hosted.thing() instanceof Bridge own) {
            children(hosted).forEach(child -> Children.add(own, child.thing()));
        }
    }

    synchronized void drop(Hosted hosted) {
        Hosted bridge = bridge(hosted);
        if (bridge != null && bridge.thing() instanceof Bridge parent) {
            Children.remove(parent, hosted.thing());
        }
        things.remove(hosted.uid());
    }

    /** What the registry does when a thing is changed from inside. */
    void replace(Hosted hosted, Thing changed) {
        exchange(hosted, changed);
        events.tell(l -> l.thingChanged(changed));
    }

    /** One at a time: else a child could be added to a bridge that has just been replaced. */
    private synchronized void exchange(Hosted hosted, Thing changed) {
        Thing before = hosted.thing();
        hosted.replace(changed);
        Hosted bridge = bridge(hosted);
        if (before != changed && bridge != null && bridge.thing() instanceof Bridge parent) {
            Children.remove(parent, before);
            Children.add(parent, changed);
        }
    }

    @Nullable
    Hosted find(@Nullable ThingUID uid) {
        return uid == null ? null : things.get(uid);
    }

    Hosted get(ThingUID uid) {
        Hosted hosted = things.get(uid);
        if (hosted == null) {
            throw new IllegalArgumentException("There is no thing " + uid);
        }
        return hosted;
    }

    /** All things, bridges before their children. */
    List<Hosted> all() {
        return things.values().stream().sorted(Comparator.comparingInt(this::depth)).toList();
    }

    private int depth(Hosted hosted) {
        Hosted bridge = bridge(hosted);
        return bridge == null || bridge == hosted ? 0 : 1 + depth(bridge);
    }

    @Nullable
    Hosted bridge(Hosted hosted) {
        return find(hosted.thing().getBridgeUID());
    }

    List<Hosted> children(Hosted bridge) {
        return things.values().stream().filter(h -> bridge.uid().equals(h.thing().getBridgeUID())).toList();
    }

    @Nullable
    ConfigDescription configDescription(ThingTypeUID uid) {
        ThingTypeInfo type = types.thingType(uid);
        return type == null ? null : types.configDescription(type.config());
    }

    @Nullable
    ConfigDescription configDescription(@Nullable ChannelTypeUID uid) {
        ChannelTypeInfo type = types.channelType(uid);
        return type == null ? null : types.configDescription(type.config());
    }
}
