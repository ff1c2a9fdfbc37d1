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

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceMemory;

/**
 * The memory of the one device of which a capture is: at first what the capture begins with. What is kept is kept for as
 * long as it is replayed.
 */
@NonNullByDefault
final class CapturedMemory implements DeviceMemory {

    private final Map<String, String> texts;

    /**
     * @param texts by name
     */
    CapturedMemory(Map<String, String> texts) {
        this.texts = new HashMap<>(texts);
    }

    @Override
    public Optional<String> recall(DeviceId device, String name) {
        return Optional.ofNullable(texts.get(name));
    }

    @Override
    public void keep(DeviceId device, String name, String text) {
        texts.put(name, text);
    }

    @Override
    public void forget(DeviceId device, String name) {
        texts.remove(name);
    }
}
