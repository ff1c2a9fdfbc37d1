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

import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.transport.TransportException.Unreachable;

/**
 * Modbus over one TCP connection. One request is in flight at a time, with the pause between requests that the vendor
 * asks for (solax.md §1.1). Whatever goes wrong with a connection ends it: the next request begins on a fresh one, so
 * that no late or foreign answer can be taken for another.
 */
@NonNullByDefault
public final class ModbusTcpTransport implements RegisterTransport {

    /** A connection that was not used for so long is looked at before it is used again. */
    private static final long IDLE_NANOS = 1_000_000_000L;

    /** What is done over a connection that stands. */
    private interface Exchange<T> {
        T over(ModbusConnection connection) throws TransportException, InterruptedException;
    }

    private final ModbusEndpoint endpoint;
    private final Ticker ticker;
    private final ReentrantLock oneAtATime = new ReentrantLock(true);
    private volatile @Nullable ModbusConnection current;
    private volatile @Nullable DeadlineSocket connecting;
    private volatile boolean closed;
    private volatile long connections;
    private final WritePace writePace;
    private long lastUse;

    public ModbusTcpTransport(ModbusEndpoint endpoint, Ticker ticker) {
        this.endpoint = endpoint;
        this.ticker = ticker;
        this.writePace = new WritePace(ticker, endpoint.writeGap());
        this.lastUse = ticker.nanos() - endpoint.requestGap().toNanos();
    }

    @Override
    public int[] read(int unit, RegisterSpace space, int start, int count)
            throws TransportException, InterruptedException {
        return inTurn(connection -> connection.read(unit, space, start, count));
    }

    @Override
    public void write(int unit, WriteFunction function, int start, int... words)
            throws TransportException, InterruptedException {
        inTurn(connection -> {
            writePace.await();
            connection.write(unit, function, start, words);
            return words;
        });
    }

    private <T> T inTurn(Exchange<T> exchange) throws TransportException, InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            ModbusConnection connection = connected();
            pace();
            try {
                return exchange.over(connection);
            } catch (TransportException.Refused refusal) {
                throw refusal;
            } catch (TransportException failure) {
                cut();
                throw failure;
            } finally {
                lastUse = ticker.nanos();
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    @Override
    public long connection() {
        return connections;
    }

    @Override
    public void cut() {
        DeadlineSocket socket = connecting;
        if (socket != null) {
            ModbusConnection.close(socket);
        }
        ModbusConnection connection = current;
        current = null;
        if (connection != null) {
            connection.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        cut();
    }

    private ModbusConnection connected() throws Unreachable {
        ModbusConnection connection = current;
        if (connection != null && (ticker.nanos() - lastUse < IDLE_NANOS || connection.isUsable())) {
            return connection;
        }
        cut();
        DeadlineSocket socket = new DeadlineSocket();
        connecting = socket;
        try {
            if (closed) {
                throw new Unreachable(endpoint.address(), "closed", null);
            }
            connection = ModbusConnection.open(socket, endpoint);
            current = connection;
            connections++;
            return connection;
        } finally {
            connecting = null;
        }
    }

    private void pace() throws InterruptedException {
        long wait = lastUse + endpoint.requestGap().toNanos() - ticker.nanos();
        if (wait > 0) {
            ticker.pause(wait);
        }
    }
}
