/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceMemory;
import org.openhab.core.storage.Storage;
import org.openhab.core.storage.StorageService;
import org.openhab.core.thing.ThingUID;

/**
 * The memory for devices in openHAB's storage service: one storage for the whole binding, which outlives restarts, plants
 * and things. Values are plain texts, since openHAB restores these whatever the version of the binding.
 */
@NonNullByDefault
public final class DeviceStore implements DeviceMemory {

    /** The name of the storage, and of openHAB's file with it. */
    static final String NAME = "org.openhab.binding.solarplant.devices";

    /** Of objects: somebody may have edited the file. */
    private final Storage<Object> storage;

    /**
     * @param storages openHAB's service
     */
    public DeviceStore(StorageService storages) {
        storage = storages.getStorage(NAME);
    }

    @Override
    public Optional<String> recall(DeviceId device, String name) {
        String key = key(device, name);
        if (!storage.containsKey(key)) {
            return Optional.empty();
        }
        Object value = storage.get(key);
        return Optional.of(value == null ? "" : value.toString());
    }

    @Override
    public void keep(DeviceId device, String name, String text) {
        put(key(device, name), text);
    }

    @Override
    public void forget(DeviceId device, String name) {
        storage.remove(key(device, name));
    }

    /** Which device a thing showed last; nothing if it never showed one. */
    Optional<DeviceId> shownBy(ThingUID thing) {
        return Optional.ofNullable(storage.get(key(thing))).map(Object::toString).flatMap(DeviceId::parse);
    }

    /** A thing shows this device now. */
    void shows(ThingUID thing, DeviceId device) {
        put(key(thing), device.toString());
    }

    /** A thing is gone for good; what is known of its device stays, for the next thing of it. */
    void removed(ThingUID thing) {
        storage.remove(key(thing));
    }

    /** openHAB writes the whole file anew for each value that is put. */
    private void put(String key, String text) {
        if (!text.equals(storage.get(key))) {
            storage.put(key, text);
        }
    }

    private static String key(ThingUID thing) {
        return "thing/" + thing;
    }

    private static String key(DeviceId device, String name) {
        return device + "/" + name;
    }
}
