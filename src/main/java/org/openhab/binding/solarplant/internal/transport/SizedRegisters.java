/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A wire that knows how many registers may be asked for at once. Some gateways to serial lines are silent above a number that
 * no document tells. What was found out is kept as long as the wire, over all connections.
 */
@NonNullByDefault
public final class SizedRegisters implements RegisterTransport {

    private final RegisterTransport wire;
    private volatile int most;

    /**
     * @param wire the wire, which is closed with this
     * @param most the most registers that one request may ask for, as far as is known
     */
    public SizedRegisters(RegisterTransport wire, int most) {
        this.wire = wire;
        this.most = most;
    }

    @Override
    public int mostRegisters() {
        return most;
    }

    @Override
    public void askForNoMoreThan(int fewer) {
        most = Math.min(most, fewer);
    }

    @Override
    public int[] read(int unit, RegisterSpace space, int start, int count)
            throws TransportException, InterruptedException {
        return wire.read(unit, space, start, count);
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
