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

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A device's lasting identity: its kind and a key. The key is the serial number; a device that has none is named after
 * its owner as {@code <owner serial>-<kind>-<n>}. It is never an IP or bus address, which may change under a device.
 */
@NonNullByDefault
public record DeviceId(DeviceKind kind, String key) {

    public DeviceId {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a device needs a key");
        }
    }

    /** The id of the n-th part of that kind of this device, for parts without a serial number of their own. */
    public DeviceId part(DeviceKind partKind, int number) {
        return new DeviceId(partKind, key + "-" + partKind.id() + "-" + number);
    }

    /** Reads {@code kind:key}; nothing if the text is not of that form. */
    public static Optional<DeviceId> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || text.substring(colon + 1).isBlank()) {
            return Optional.empty();
        }
        return DeviceKind.of(text.substring(0, colon))
                .map(kind -> new DeviceId(kind, text.substring(colon + 1).strip()));
    }

    /** {@code kind:key}, the form that {@link #parse} reads. */
    @Override
    public String toString() {
        return kind.id() + ":" + key;
    }
}
