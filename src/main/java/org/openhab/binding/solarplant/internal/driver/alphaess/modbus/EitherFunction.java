/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.modbus;

import java.util.HashSet;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.TransportException.Refused;
import org.openhab.binding.solarplant.internal.transport.WriteFunction;

/**
 * A wire to devices of which some firmware answers part of the holding registers to the function for input registers
 * only (alphaess.md §4.1). What is refused with the one function is tried once with the other, and what came of that is
 * remembered for the connection.
 */
@NonNullByDefault
final class EitherFunction implements RegisterTransport {

    /** Consecutive registers. */
    private record Area(int start, int count) {
        boolean covers(Area other) {
            return start <= other.start && other.start + other.count <= start + count;
        }
    }

    private final RegisterTransport wire;
    private final Set<Area> inputs = new HashSet<>();
    private final Set<Area> hopeless = new HashSet<>();
    private long connection;

    EitherFunction(RegisterTransport wire) {
        this.wire = wire;
    }

    @Override
    public int[] read(int unit, RegisterSpace space, int start, int count)
            throws TransportException, InterruptedException {
        Area area = new Area(start, count);
        forgetOtherConnections();
        if (space == RegisterSpace.INPUT || inputs.stream().anyMatch(input -> input.covers(area))) {
            return wire.read(unit, RegisterSpace.INPUT, start, count);
        }
        try {
            return wire.read(unit, RegisterSpace.HOLDING, start, count);
        } catch (Refused refusal) {
            forgetOtherConnections();
            if (!refusal.concernsAddress() || hopeless.contains(area)) {
                throw refusal;
            }
            return readInputs(unit, area, refusal);
        }
    }

    private int[] readInputs(int unit, Area area, Refused first) throws TransportException, InterruptedException {
        try {
            int[] words = wire.read(unit, RegisterSpace.INPUT, area.start, area.count);
            inputs.add(area);
            return words;
        } catch (Refused second) {
            if (!second.concernsAddress()) {
                throw second;
            }
            hopeless.add(area);
            throw first;
        }
    }

    private void forgetOtherConnections() {
        if (connection != wire.connection()) {
            connection = wire.connection();
            inputs.clear();
            hopeless.clear();
        }
    }

    @Override
    public void write(int unit, WriteFunction function, int start, int... words)
            throws TransportException, InterruptedException {
        wire.write(unit, function, start, words);
    }

    @Override
    public long connection() {
        return wire.connection();
    }

    @Override
    public void cut() {
        wire.cut();
    }

    @Override
    public void close() {
        wire.close();
    }
}
