/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.own;

import java.time.InstantSource;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.ModbusDriver;
import org.openhab.binding.solarplant.internal.driver.Orders;
import org.openhab.binding.solarplant.internal.driver.ToldCapacity;
import org.openhab.binding.solarplant.internal.profile.OwnProfiles;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;

/** What a Modbus driver needs to know to poll a device that a register map of the user's own describes. */
@NonNullByDefault
public final class OwnDriver {

    private OwnDriver() {}

    /**
     * A driver of such a device.
     *
     * @param transport the wire, which the driver lets go of when it is closed
     * @param settings what the user says of the device
     * @param profiles the user's register maps
     * @param clock the time of readings
     */
    public static ModbusDriver of(RegisterTransport transport, OwnSettings settings, OwnProfiles profiles,
            InstantSource clock) {
        return new ModbusDriver(transport, settings.unit(), new OwnDetection(transport, settings, profiles),
                new ToldCapacity(settings.batteryCapacity()), Orders.NONE, clock);
    }
}
