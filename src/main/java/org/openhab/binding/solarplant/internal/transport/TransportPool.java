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

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Shares one wire among all who talk to the same address: a gateway with several units behind it takes one connection
 * and one request at a time. A wire is closed when the last who used it lets go.
 */
@NonNullByDefault
public final class TransportPool {

    private final Ticker ticker;
    private final Map<String, Shared> wires = new HashMap<>();

    public TransportPool(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * The wire to this address; the first who asks decides on its time limits and framing.
     *
     * @return a transport whose {@code close()} lets go of the wire
     */
    public synchronized RegisterTransport lease(ModbusEndpoint endpoint) {
        Shared shared = wires.computeIfAbsent(endpoint.address(),
                address -> new Shared(new ModbusTcpTransport(endpoint, ticker)));
        shared.users++;
        return new Lease(endpoint.address(), shared.wire);
    }

    private synchronized void release(String address) {
        Shared shared = wires.get(address);
        if (shared != null && --shared.users == 0) {
            wires.remove(address);
            shared.wire.close();
        }
    }

    private static final class Shared {
        private final ModbusTcpTransport wire;
        private int users;

        Shared(ModbusTcpTransport wire) {
            this.wire = wire;
        }
    }

    private final class Lease implements RegisterTransport {
        private final String address;
        private final RegisterTransport wire;
        private final AtomicBoolean released = new AtomicBoolean();
        private volatile boolean busy;

        Lease(String address, RegisterTransport wire) {
            this.address = address;
            this.wire = wire;
        }

        @Override
        public int[] read(int unit, RegisterSpace space, int start, int count)
                throws TransportException, InterruptedException {
            begin();
            try {
                return wire.read(unit, space, start, count);
            } finally {
                busy = false;
            }
        }

        @Override
        public void write(int unit, WriteFunction function, int start, int... words)
                throws TransportException, InterruptedException {
            begin();
            try {
                wire.write(unit, function, start, words);
            } finally {
                busy = false;
            }
        }

        /** A request is busy first and looks then, so that it either finds the lease released or is cut. */
        private void begin() throws TransportException {
            busy = true;
            if (released.get()) {
                busy = false;
                throw new TransportException.Unreachable(address, "closed", null);
            }
        }

        @Override
        public long connection() {
            return wire.connection();
        }

        /** Only for a request of its own: whoever leaves must not break what the others on the wire are doing. */
        @Override
        public void cut() {
            if (busy) {
                wire.cut();
            }
        }

        @Override
        public void close() {
            if (released.compareAndSet(false, true)) {
                cut();
                release(address);
            }
        }
    }
}
