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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

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

/** How a wire lives: its connections, its pauses, and how it ends. */
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
        return new ModbusEndpoint("127.0.0.1", port, Framing.TCP, LONG, LONG, gap);
    }

    private static int[] read(RegisterTransport from) throws TransportException, InterruptedException {
        return from.read(1, RegisterSpace.INPUT, 5, 1);
    }

    /** A read on a thread of its own; ends with its failure. */
    private static CompletableFuture<Exception> failing(RegisterTransport from) {
        CompletableFuture<Exception> failure = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                failure.completeExceptionally(new AssertionError("answered " + read(from)[0]));
            } catch (TransportException | InterruptedException e) {
                failure.complete(e);
            } catch (RuntimeException e) {
                failure.completeExceptionally(e);
            }
        });
        return failure;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertTrue(condition.getAsBoolean());
    }

    @Test
    void idleConnectionThatWasClosedIsRenewedSilently() throws Exception {
        read(transport);
        simulator.dropConnections();
        await(() -> simulator.openConnections() == 0);
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
                await(() -> dongle.openConnections() == 0);
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
        await(() -> simulator.openConnections() == 0);
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
    void fullBacklogEndsAtTheConnectTimeout() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Socket> waiting = fill(deaf);
            ModbusEndpoint endpoint = new ModbusEndpoint("127.0.0.1", deaf.getLocalPort(), Framing.TCP,
                    Duration.ofMillis(300), LONG, Duration.ZERO);
            try (ModbusTcpTransport wire = new ModbusTcpTransport(endpoint, ticker)) {
                long before = System.nanoTime();
                assertThrows(Unreachable.class, () -> read(wire));
                long took = System.nanoTime() - before;
                assertTrue(took >= Duration.ofMillis(250).toNanos() && took < LONG.toNanos(), "took " + took);
            }
            closeAll(waiting);
        }
    }

    @Test
    void closeEndsConnectingAtOnce() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Socket> waiting = fill(deaf);
            ModbusTcpTransport wire = new ModbusTcpTransport(endpoint(deaf.getLocalPort(), Duration.ZERO), ticker);
            CompletableFuture<Exception> failure = failing(wire);
            Thread.sleep(100);
            wire.close();
            assertTrue(failure.get(2, TimeUnit.SECONDS) instanceof Unreachable);
            closeAll(waiting);
        }
    }

    /** Fills the backlog, so that the next client waits for ever. */
    private static List<Socket> fill(ServerSocket server) throws IOException {
        List<Socket> waiting = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Socket socket = new Socket();
            socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 1000);
            waiting.add(socket);
        }
        return waiting;
    }

    private static void closeAll(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void cutEndsARequestInFlightAndTheNextConnectsAnew() throws Exception {
        simulator.faults().add(new Fault.Silence(), Scope.next(1));
        CompletableFuture<Exception> failure = failing(transport);
        await(() -> simulator.requests().size() == 1);
        transport.cut();
        assertTrue(failure.get(2, TimeUnit.SECONDS) instanceof Unreachable);
        assertArrayEquals(new int[]{42}, read(transport));
        assertEquals(2, transport.connection());
    }

    @Test
    void closeEndsARequestInFlightAndAllToCome() throws Exception {
        simulator.faults().add(new Fault.Silence(), Scope.next(1));
        CompletableFuture<Exception> failure = failing(transport);
        await(() -> simulator.requests().size() == 1);
        transport.close();
        assertTrue(failure.get(2, TimeUnit.SECONDS) instanceof Unreachable);
        assertThrows(Unreachable.class, () -> read(transport));
        transport.close();
        assertEquals(1, simulator.requests().size());
        assertEquals(1, simulator.connectionsAccepted(), "no connection either");
        await(() -> simulator.openConnections() == 0);
    }

    @Test
    void cutAndCloseOfAnUnusedWireDoNothing() {
        transport.cut();
        transport.close();
        assertEquals(0, simulator.connectionsAccepted());
    }

    @Test
    void cutDuringThePauseIsNotLost() throws Exception {
        CountDownLatch pausing = new CountDownLatch(1);
        CountDownLatch cut = new CountDownLatch(1);
        Ticker slow = new Ticker() {
            @Override
            public long nanos() {
                return 0;
            }

            @Override
            public void pause(long nanos) throws InterruptedException {
                pausing.countDown();
                cut.await();
            }
        };
        try (ModbusTcpTransport wire = new ModbusTcpTransport(endpoint(simulator.port(), Duration.ofSeconds(1)),
                slow)) {
            read(wire);
            CompletableFuture<Exception> failure = failing(wire);
            pausing.await();
            wire.cut();
            cut.countDown();
            assertTrue(failure.get(2, TimeUnit.SECONDS) instanceof Unreachable);
            assertEquals(1, simulator.requests().size());
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

    @Test
    void interruptEndsWaitingForTheWire() throws Exception {
        simulator.faults().add(new Fault.Silence(), Scope.next(1));
        CompletableFuture<Exception> first = failing(transport);
        await(() -> simulator.requests().size() == 1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread waiting = Thread.ofPlatform().daemon().start(() -> {
            try {
                read(transport);
            } catch (InterruptedException e) {
                interrupted.complete(true);
            } catch (TransportException e) {
                interrupted.complete(false);
            }
        });
        Thread.sleep(30);
        waiting.interrupt();
        assertTrue(interrupted.get(2, TimeUnit.SECONDS));
        transport.cut();
        first.get(2, TimeUnit.SECONDS);
    }

    @Test
    void concurrentUsersGetOneRequestInFlightAtATime() throws Exception {
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ScriptedPeer peer = new ScriptedPeer(Framing.TCP, (socket, request) -> {
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            boolean nothingFollows = socket.getInputStream().available() == 0;
            inFlight.decrementAndGet();
            byte low = (byte) (nothingFollows ? request[9] : -1);
            ScriptedPeer.write(socket, new byte[]{request[0], request[1], 0, 0, 0, 5, request[6], 4, 2, 0, low});
        });
                ModbusTcpTransport wire = new ModbusTcpTransport(peer.endpoint(LONG), Ticker.SYSTEM);
                ExecutorService users = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                int address = i;
                answers.add(users.submit(
                        () -> wire.read(1 + address % 3, RegisterSpace.INPUT, address, 1)[0] == address));
            }
            for (Future<Boolean> answer : answers) {
                assertTrue(answer.get());
            }
            assertEquals(1, most.get());
            assertEquals(100, peer.requests());
            assertEquals(1, wire.connection());
        }
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        long threads = threads();
        for (int i = 0; i < 20; i++) {
            try (ModbusTcpTransport wire = new ModbusTcpTransport(endpoint(simulator.port(), Duration.ZERO), ticker)) {
                read(wire);
                simulator.faults().add(new Fault.Garbage(new byte[64]), Scope.next(1));
                assertThrows(TransportException.class, () -> read(wire));
                read(wire);
            }
        }
        await(() -> simulator.openConnections() == 0);
        assertTrue(threads() <= threads, "the wire has no threads of its own");
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !thread.getName().startsWith("sim-")
                        && !thread.getName().startsWith("ForkJoin"))
                .count();
    }
}
