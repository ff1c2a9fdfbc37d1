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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.transport.TransportException.Unreachable;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.Scope;

/** How connecting, requests and wires end, and how many users share one. */
@NonNullByDefault
@Timeout(30)
class TransportEndTest {
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

    @Test
    void fullBacklogEndsAtTheConnectTimeout() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Socket> waiting = fill(deaf);
            ModbusEndpoint endpoint = new ModbusEndpoint("127.0.0.1", deaf.getLocalPort(), Framing.TCP,
                    Duration.ofMillis(300), LONG, Duration.ZERO, Duration.ZERO);
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
        Await.until(() -> simulator.requests().size() == 1);
        transport.cut();
        assertTrue(failure.get(2, TimeUnit.SECONDS) instanceof Unreachable);
        assertArrayEquals(new int[]{42}, read(transport));
        assertEquals(2, transport.connection());
    }

    @Test
    void closeEndsARequestInFlightAndAllToCome() throws Exception {
        simulator.faults().add(new Fault.Silence(), Scope.next(1));
        CompletableFuture<Exception> failure = failing(transport);
        Await.until(() -> simulator.requests().size() == 1);
        transport.close();
        assertTrue(failure.get(2, TimeUnit.SECONDS) instanceof Unreachable);
        assertThrows(Unreachable.class, () -> read(transport));
        transport.close();
        assertEquals(1, simulator.requests().size());
        assertEquals(1, simulator.connectionsAccepted(), "no connection either");
        Await.until(() -> simulator.openConnections() == 0);
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
    void interruptEndsWaitingForTheWire() throws Exception {
        simulator.faults().add(new Fault.Silence(), Scope.next(1));
        CompletableFuture<Exception> first = failing(transport);
        Await.until(() -> simulator.requests().size() == 1);
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
        Await.until(() -> simulator.openConnections() == 0);
        assertTrue(threads() <= threads, "the wire has no threads of its own");
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !thread.getName().startsWith("sim-")
                        && !thread.getName().startsWith("ForkJoin"))
                .count();
    }
}
