/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.alert;

import java.math.BigDecimal;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.DeviceState;

/**
 * A thing at one moment.
 *
 * @param name its UID
 * @param kind what it stands for
 * @param contact whether there is contact with its device
 * @param state what is known of its device; nothing before it was first seen
 * @param pvPeak peak power of its panels in kWp; nothing if the user does not compare it with others
 */
@NonNullByDefault
public record Watched(String name, DeviceKind kind, Contact contact, Optional<DeviceState> state,
        Optional<BigDecimal> pvPeak) {

    /** The device that its own belongs to. */
    Optional<DeviceId> owner() {
        return state.flatMap(known -> Optional.ofNullable(known.device().owner()));
    }

    /** The device that it shows, as soon as anything is known of that. */
    Optional<DeviceId> device() {
        return state.map(known -> known.device().id());
    }

    /** Whether what its device tells is of now. */
    boolean isLive() {
        return contact == Contact.ONLINE && state.filter(DeviceState::isLive).isPresent();
    }
}
