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

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.capture.TapPoint;
import org.openhab.binding.solarplant.internal.capture.TappedRegisters;
import org.openhab.binding.solarplant.internal.config.InverterConfiguration;
import org.openhab.binding.solarplant.internal.config.PlantConfiguration;
import org.openhab.binding.solarplant.internal.driver.Driver;
import org.openhab.binding.solarplant.internal.transport.Framing;
import org.openhab.binding.solarplant.internal.transport.ModbusEndpoint;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.SizedRegisters;
import org.openhab.binding.solarplant.internal.transport.WritePace;

/** What a user configures of a Modbus connection, where the vendor's own ways fill the gaps. */
@NonNullByDefault
final class ModbusWire {

    private final InverterConfiguration device;
    private final ModbusEndpoint endpoint;

    /**
     * @param usualGap the pause between two requests that the vendor asks for
     */
    ModbusWire(InverterConfiguration device, PlantConfiguration plant, Duration usualGap) {
        this.device = device;
        this.endpoint = new ModbusEndpoint(device.host.strip(), device.port().orElse(ModbusEndpoint.PORT),
                framing(device),
                Duration.ofSeconds(plant.connectTimeout), Duration.ofSeconds(plant.requestTimeout),
                device.requestGap().orElse(usualGap), WritePace.USUAL);
    }

    /** How messages are wrapped on the way to this device. */
    static Framing framing(InverterConfiguration device) {
        return "rtu".equals(device.framing) ? Framing.RTU : Framing.TCP;
    }

    /** The wire, shared with all who use the same address, and such that this device's part of it can be listened to. */
    RegisterTransport lease(PlantRuntime runtime, TapPoint taps) {
        return new SizedRegisters(new TappedRegisters(runtime.wire(endpoint), taps),
                device.blockSize().orElse(RegisterTransport.MOST_REGISTERS));
    }

    /**
     * The driver at the end of this wire as something to poll.
     *
     * @param source of what a capture of it is made
     * @param mostRequests what no poll of it exceeds
     */
    DriverTarget target(Driver driver, CaptureSource source, int mostRequests) {
        Duration request = endpoint.requestTimeout().plus(endpoint.requestGap());
        return new DriverTarget(driver, source, endpoint.address(),
                endpoint.connectTimeout().plus(request.multipliedBy(mostRequests)), device.fullInterval());
    }
}
