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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.transport.TransportException.Unreachable;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.Request;
import org.openhab.binding.solarplant.sim.Scope;
import org.openhab.binding.solarplant.sim.SimulatorOptions;

/** One wire for all who talk to the same gateway. */
@NonNullByDefault
@Timeout(20)
class TransportPoolTest {
    private final FakeTicker ticker = new FakeTicker();
    private final TransportPool pool = new TransportPool(ticker);
    private ModbusSimulator gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = ModbusSimulator
                .start(SimulatorOptions.modbusTcp().unit(1, MapImage.of(Map.of(), Map.of(5, 11)))
                        .unit(2, MapImage.of(Map.of(), Map.of(5, 22))));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private RegisterTransport lease(Duration gap) {
        return pool.lease(new ModbusEndpoint("127.0.0.1", gateway.port(), Framing.TCP, Duration.ofSeconds(2),
                Duration.ofSeconds(10), gap, Duration.ZERO));
    }

    private static int read(RegisterTransport wire, int unit) throws TransportException, InterruptedException {
        return wire.read(unit, RegisterSpace.INPUT, 5, 1)[0];
    }

    private static CompletableFuture<Integer> reading(RegisterTransport wire, int unit) {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                answer.complete(read(wire, unit));
            } catch (TransportException | InterruptedException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    @Test
    void unitsShareOneConnectionAndItsGap() throws Exception {
        Duration gap = Duration.ofSeconds(1);
        try (RegisterTransport one = lease(gap); RegisterTransport two = lease(gap)) {
            assertEquals(11, read(one, 1));
            assertEquals(22, read(two, 2));
            assertEquals(1, one.connection());
            assertEquals(1, two.connection());
            assertEquals(1, gateway.connectionsAccepted());
            assertEquals(List.of(gap), ticker.pauses());
            assertEquals(List.of(Request.read(1, 4, 5, 1), Request.read(2, 4, 5, 1)), gateway.requests());
        }
    }

    @Test
    void wireIsClosedWithItsLastLease() throws Exception {
        RegisterTransport one = lease(Duration.ZERO);
        RegisterTransport two = lease(Duration.ZERO);
        read(one, 1);
        one.close();
        one.close();
        assertEquals(22, read(two, 2), "whoever lets go twice lets go once");
        assertEquals(1, gateway.openConnections());
        two.close();
        Await.until(() -> gateway.openConnections() == 0);
        RegisterTransport three = lease(Duration.ZERO);
        assertEquals(11, read(three, 1), "a new lease gets a new wire");
        assertEquals(2, gateway.connectionsAccepted());
        three.close();
    }

    @Test
    void whoLetGoIsServedNoMore() throws Exception {
        try (RegisterTransport stays = lease(Duration.ZERO)) {
            RegisterTransport leaves = lease(Duration.ZERO);
            leaves.close();
            assertThrows(Unreachable.class, () -> read(leaves, 1));
            assertEquals(List.of(), gateway.requests());
            assertEquals(22, read(stays, 2));
        }
    }

    @Test
    void whoLeavesDoesNotBreakTheRequestOfANeighbour() throws Exception {
        gateway.faults().add(new Fault.Latency(Duration.ofMillis(200)), Scope.next(1));
        RegisterTransport leaves = lease(Duration.ZERO);
        try (RegisterTransport stays = lease(Duration.ZERO)) {
            CompletableFuture<Integer> answer = reading(stays, 2);
            Await.until(() -> gateway.requests().size() == 1);
            leaves.cut();
            leaves.close();
            assertEquals(22, answer.get(5, TimeUnit.SECONDS));
            assertEquals(1, stays.connection());
        }
    }

    @Test
    void closingALeaseEndsItsOwnRequest() throws Exception {
        gateway.faults().add(new Fault.Silence(), Scope.next(1));
        RegisterTransport leaves = lease(Duration.ZERO);
        try (RegisterTransport stays = lease(Duration.ZERO)) {
            CompletableFuture<Integer> answer = reading(leaves, 1);
            Await.until(() -> gateway.requests().size() == 1);
            leaves.close();
            ExecutionException failure = assertThrows(ExecutionException.class, () -> answer.get(2, TimeUnit.SECONDS));
            assertTrue(failure.getCause() instanceof Unreachable);
            assertEquals(22, read(stays, 2));
            assertEquals(2, stays.connection());
        }
    }

    @Test
    void cutEndsOnesOwnRequest() throws Exception {
        gateway.faults().add(new Fault.Silence(), Scope.next(1));
        try (RegisterTransport wire = lease(Duration.ZERO)) {
            CompletableFuture<Integer> answer = reading(wire, 1);
            Await.until(() -> gateway.requests().size() == 1);
            wire.cut();
            assertThrows(ExecutionException.class, () -> answer.get(2, TimeUnit.SECONDS));
            assertArrayEquals(new int[]{11}, wire.read(1, RegisterSpace.INPUT, 5, 1));
        }
    }
}
