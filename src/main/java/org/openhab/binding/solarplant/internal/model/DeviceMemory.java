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
 * What must still be known of devices after a restart, as short texts under names. It belongs to the device: whichever
 * thing shows it, and in whichever plant, finds the same.
 */
@NonNullByDefault
public interface DeviceMemory {

    /** The text under this name; nothing if there is none. What cannot be read any more is an empty text. */
    Optional<String> recall(DeviceId device, String name);

    /** Keeps a text in place of the one that may be there. */
    void keep(DeviceId device, String name, String text);

    /** There is no such text any more. */
    void forget(DeviceId device, String name);
}
