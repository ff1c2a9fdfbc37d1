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

import java.math.BigDecimal;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;

/** A thing of a plant: it shows one device. */
@NonNullByDefault
interface PlantMember {

    /** The device that it shows, as soon as that is known. */
    Optional<DeviceId> deviceId();

    /** Peak power of its panels in kWp, if the user wants them compared with others. */
    default Optional<BigDecimal> pvPeak() {
        return Optional.empty();
    }

    /** Whether it has anything from the plant's account. */
    default boolean usesAccount() {
        return false;
    }

    /** The plant runs, and what it knows can be had from it. */
    void plantStarted(PlantRuntime plant);

    /** The plant ends, or begins anew: nothing must be held of what it gave. */
    void plantStopped();

    /** The plant cannot run until its configuration changes. */
    void plantUnusable();

    /** Something about the device, or about the plant on which it hangs, is new. */
    void show(PlantSnapshot snapshot);
}
