/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceMemory;

/** A memory that lasts as long as this object. */
@NonNullByDefault
public final class MapMemory implements DeviceMemory {

    private final Map<String, String> texts = new ConcurrentHashMap<>();

    @Override
    public Optional<String> recall(DeviceId device, String name) {
        return Optional.ofNullable(texts.get(device + "/" + name));
    }

    @Override
    public void keep(DeviceId device, String name, String text) {
        texts.put(device + "/" + name, text);
    }

    @Override
    public void forget(DeviceId device, String name) {
        texts.remove(device + "/" + name);
    }
}
