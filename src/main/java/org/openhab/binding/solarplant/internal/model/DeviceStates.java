/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The devices of a plant at one moment, which never change afterwards. The one after a poll shares with the one before
 * where each device is found, so that it costs an array of references, however many devices there are; only a device
 * that joins has that made anew.
 */
@NonNullByDefault
final class DeviceStates extends AbstractMap<DeviceId, DeviceState> {

    /** No devices. */
    static final DeviceStates NONE = new DeviceStates(Map.of(), new DeviceState[0]);

    /** Where in the array each device is. */
    private final Map<DeviceId, Integer> places;
    private final DeviceState[] states;

    private DeviceStates(Map<DeviceId, Integer> places, DeviceState[] states) {
        this.places = places;
        this.states = states;
    }

    /** The same devices with these in place of what was known of them, and beside those that were not known. */
    DeviceStates with(Map<DeviceId, DeviceState> changed) {
        Map<DeviceId, Integer> all = places.keySet().containsAll(changed.keySet()) ? places : joined(changed.keySet());
        DeviceState[] others = new DeviceState[all.size()];
        System.arraycopy(states, 0, others, 0, states.length);
        for (Entry<DeviceId, DeviceState> entry : changed.entrySet()) {
            others[Objects.requireNonNull(all.get(entry.getKey()))] = entry.getValue();
        }
        return new DeviceStates(all, others);
    }

    /** The other devices. */
    DeviceStates without(DeviceId id) {
        Map<DeviceId, DeviceState> others = new LinkedHashMap<>(this);
        others.remove(id);
        return NONE.with(others);
    }

    private Map<DeviceId, Integer> joined(Set<DeviceId> more) {
        Map<DeviceId, Integer> all = new LinkedHashMap<>(places);
        for (DeviceId id : more) {
            all.putIfAbsent(id, all.size());
        }
        return Collections.unmodifiableMap(all);
    }

    @Override
    public @Nullable DeviceState get(@Nullable Object id) {
        Integer place = places.get(id);
        return place == null ? null : states[place];
    }

    @Override
    public boolean containsKey(@Nullable Object id) {
        return places.containsKey(id);
    }

    @Override
    public Set<DeviceId> keySet() {
        return places.keySet();
    }

    @Override
    public Set<Entry<DeviceId, DeviceState>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<DeviceId, DeviceState>> iterator() {
                Iterator<Entry<DeviceId, Integer>> each = places.entrySet().iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return each.hasNext();
                    }

                    @Override
                    public Entry<DeviceId, DeviceState> next() {
                        Entry<DeviceId, Integer> place = each.next();
                        return Map.entry(place.getKey(), states[place.getValue()]);
                    }
                };
            }

            @Override
            public int size() {
                return states.length;
            }
        };
    }
}
