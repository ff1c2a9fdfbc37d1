/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How a simulator listens and who answers.
 *
 * @param port the TCP port on the loopback interface; 0 takes a free one
 * @param units the devices by unit id
 * @param anyUnit the device that answers every other unit id, as SolaX dongles do; without it such a request is
 *            answered with exception 0x0B, as gateways do
 * @param idle a connection without a request for so long is closed; zero never
 * @param maxConnections further connections are closed at once; dongles serve one
 */
@NonNullByDefault
public record SimulatorOptions(int port, Framing framing, Map<Integer, RegisterImage> units,
        Optional<RegisterImage> anyUnit, Duration idle, int maxConnections) {

    /** Modbus TCP on a free port, with no device yet. */
    public static SimulatorOptions modbusTcp() {
        return new SimulatorOptions(0, Framing.MBAP, Map.of(), Optional.empty(), Duration.ZERO, 16);
    }

    /** The same, on this port. */
    public SimulatorOptions port(int other) {
        return new SimulatorOptions(other, framing, units, anyUnit, idle, maxConnections);
    }

    /** The same, with this framing. */
    public SimulatorOptions framing(Framing other) {
        return new SimulatorOptions(port, other, units, anyUnit, idle, maxConnections);
    }

    /** The same, with one more device. */
    public SimulatorOptions unit(int id, RegisterImage image) {
        Map<Integer, RegisterImage> more = new HashMap<>(units);
        more.put(id, image);
        return new SimulatorOptions(port, framing, Map.copyOf(more), anyUnit, idle, maxConnections);
    }

    /** The same, with a device that does not look at the unit id. */
    public SimulatorOptions anyUnit(RegisterImage image) {
        return new SimulatorOptions(port, framing, units, Optional.of(image), idle, maxConnections);
    }

    /** The same, closing idle connections after so long. */
    public SimulatorOptions idle(Duration other) {
        return new SimulatorOptions(port, framing, units, anyUnit, other, maxConnections);
    }

    /** The same, with room for so many connections. */
    public SimulatorOptions maxConnections(int other) {
        return new SimulatorOptions(port, framing, units, anyUnit, idle, other);
    }

    Optional<RegisterImage> image(int unit) {
        return Optional.ofNullable(units.get(unit)).or(() -> anyUnit);
    }
}
