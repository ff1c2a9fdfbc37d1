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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.transport.TransportException.Unreachable;
import org.openhab.binding.solarplant.sim.ExceptionCode;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.Scope;
import org.openhab.binding.solarplant.sim.SimulatorOptions;

/** How a wire lives: its connections and its pauses. */
@NonNullByDefault
@Timeout(30)
class TransportLifeTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofSeconds(2);

    private final FakeTicker ticker = new FakeTicker();
    private ModbusSimulator simulator;
    private ModbusTcpTransport transport;

    @BeforeEach
    void start() throws IOException {
        simulator = ModbusSimulator.serve(MapImage.of(Map.of(), Map.of(5, 42)));
        transport = new ModbusTcpTransport(endpoint(simulator.port(), Duration.ZERO), ticker);
    }

    @AfterEach
    void stop() {
        transport.close();
        simulator.close();
    }

    private static ModbusEndpoint endpoint(int port, Duration gap) {
        return new ModbusEndpoint("127.0.0.1", port, Framing.TCP, LONG, LONG, gap, Duration.ZERO);
    }

    private static int[] read(RegisterTransport from) throws TransportException, InterruptedException {
        return from.read(1, RegisterSpace.INPUT, 5, 1);
    }

    @Test
    void idleConnectionThatWasClosedIsRenewedSilently() throws Exception {
        read(transport);
        simulator.dropConnections();
        Await.until(() -> simulator.openConnections() == 0);
        ticker.pass(IDLE);
        assertArrayEquals(new int[]{42}, read(transport));
        assertEquals(2, transport.connection());
        assertEquals(2, simulator.requests().size());
    }

    @Test
    void idleConnectionThatStandsIsKept() throws Exception {
        read(transport);
        for (int i = 0; i < 3; i++) {
            ticker.pass(IDLE);
            read(transport);
        }
        assertEquals(1, transport.connection());
        assertEquals(1, simulator.connectionsAccepted());
    }

    @Test
    void dongleThatClosesIdleConnectionsByItself() throws Exception {
        try (ModbusSimulator dongle = ModbusSimulator.start(SimulatorOptions.modbusTcp().idle(Duration.ofMillis(50))
                .anyUnit(MapImage.of(Map.of(), Map.of(5, 42))));
                ModbusTcpTransport wire = new ModbusTcpTransport(endpoint(dongle.port(), Duration.ZERO), ticker)) {
            for (int i = 1; i <= 3; i++) {
                assertArrayEquals(new int[]{42}, read(wire));
                assertEquals(i, wire.connection());
                Await.until(() -> dongle.openConnections() == 0);
                ticker.pass(IDLE);
            }
        }
    }

    @Test
    void bytesThatNobodyAskedForEndAnIdleConnection() throws Exception {
        AtomicReference<Socket> client = new AtomicReference<>();
        try (ScriptedPeer peer = new ScriptedPeer(Framing.TCP, (socket, request) -> {
            client.set(socket);
            ScriptedPeer.write(socket, new byte[]{request[0], request[1], 0, 0, 0, 5, 1, 4, 2, 0, 42});
        }); ModbusTcpTransport wire = new ModbusTcpTransport(peer.endpoint(LONG), ticker)) {
            read(wire);
            ScriptedPeer.write(client.get(), new byte[]{0, 2, 0, 0, 0, 5, 1, 4, 2, 6, 6});
            Thread.sleep(30);
            ticker.pass(IDLE);
            assertArrayEquals(new int[]{42}, read(wire), "the answer that came unasked is nobody's");
            assertEquals(2, wire.connection());
        }
    }

    @Test
    void connectionClosedShortlyAfterUseCostsOneRequest() throws Exception {
        read(transport);
        simulator.dropConnections();
        Await.until(() -> simulator.openConnections() == 0);
        assertThrows(Unreachable.class, () -> read(transport));
        assertArrayEquals(new int[]{42}, read(transport));
        assertEquals(2, transport.connection());
    }

    @Test
    void deviceThatTurnsConnectionsAwayIsUnreachable() throws Exception {
        try (ModbusSimulator busy = ModbusSimulator.start(SimulatorOptions.modbusTcp().maxConnections(0)
                .anyUnit(new MapImage()));
                ModbusTcpTransport wire = new ModbusTcpTransport(
                        endpoint(busy.port(), Duration.ZERO), ticker)) {
            assertThrows(Unreachable.class, () -> read(wire));
            assertEquals(0, busy.requests().size());
        }
    }

    @Test
    void gapIsKeptBetweenRequestsAndNowhereElse() throws Exception {
        Duration gap = Duration.ofSeconds(1);
        try (ModbusTcpTransport wire = new ModbusTcpTransport(endpoint(simulator.port(), gap), ticker)) {
            read(wire);
            assertEquals(List.of(), ticker.pauses(), "the first request has nothing to wait for");
            read(wire);
            ticker.pass(Duration.ofMillis(300));
            read(wire);
            ticker.pass(gap);
            read(wire);
            assertEquals(List.of(gap, Duration.ofMillis(700)), ticker.pauses());
        }
    }

    @Test
    void gapIsKeptAfterFailuresToo() throws Exception {
        Duration gap = Duration.ofSeconds(1);
        try (ModbusTcpTransport wire = new ModbusTcpTransport(endpoint(simulator.port(), gap), ticker)) {
            simulator.faults().add(new Fault.Drop(), Scope.next(1));
            assertThrows(Unreachable.class, () -> read(wire));
            simulator.faults().add(new Fault.Refuse(ExceptionCode.ILLEGAL_ADDRESS), Scope.next(1));
            assertThrows(TransportException.Refused.class, () -> read(wire));
            read(wire);
            assertEquals(List.of(gap, gap), ticker.pauses());
        }
    }

    @Test
    void systemTickerLetsTimePass() throws Exception {
        long before = Ticker.SYSTEM.nanos();
        Ticker.SYSTEM.pause(Duration.ofMillis(5).toNanos());
        assertTrue(Ticker.SYSTEM.nanos() - before >= Duration.ofMillis(5).toNanos());
    }
}
