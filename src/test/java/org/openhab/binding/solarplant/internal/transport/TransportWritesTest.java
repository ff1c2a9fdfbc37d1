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

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.solarplant.internal.transport.TransportException.Garbled;
import org.openhab.binding.solarplant.internal.transport.TransportException.Refused;
import org.openhab.binding.solarplant.internal.transport.TransportException.TimedOut;
import org.openhab.binding.solarplant.internal.transport.TransportException.Unreachable;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.Request;
import org.openhab.binding.solarplant.sim.Scope;
import org.openhab.binding.solarplant.sim.SimulatorOptions;

/** What goes over the wire when registers are written, and what becomes of each kind of answer. */
@NonNullByDefault
@Timeout(20)
class TransportWritesTest {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final MapImage image = MapImage.of(Map.of(0, 7, 1, 8, 2, 9), Map.of());
    private ModbusSimulator simulator;
    private ModbusTcpTransport transport;

    @BeforeEach
    void start() throws IOException {
        simulator = ModbusSimulator.serve(image);
        transport = over(simulator, Framing.TCP);
    }

    @AfterEach
    void stop() {
        transport.close();
        simulator.close();
    }

    private static ModbusTcpTransport over(ModbusSimulator simulator, Framing framing) {
        return new ModbusTcpTransport(new ModbusEndpoint("127.0.0.1", simulator.port(), framing, Duration.ofSeconds(2),
                PATIENCE, Duration.ZERO, Duration.ZERO), Ticker.SYSTEM);
    }

    private void writeOne(int word) throws TransportException, InterruptedException {
        transport.write(1, WriteFunction.SINGLE, 0, word);
    }

    @ParameterizedTest
    @EnumSource(Framing.class)
    void bothFunctionsInBothFramings(Framing framing) throws Exception {
        SimulatorOptions options = SimulatorOptions.modbusTcp()
                .framing(org.openhab.binding.solarplant.sim.Framing.values()[framing.ordinal()]).anyUnit(image);
        try (ModbusSimulator other = ModbusSimulator.start(options); ModbusTcpTransport wire = over(other, framing)) {
            wire.write(3, WriteFunction.SINGLE, 0, 0xFFFE);
            wire.write(3, WriteFunction.MULTIPLE, 1, 0x8000, 42);
            assertEquals(List.of(new Request(3, 6, 0, 1, List.of(0xFFFE)),
                    new Request(3, 16, 1, 2, List.of(0x8000, 42))), other.requests());
            assertArrayEquals(new int[]{0xFFFE, 0x8000, 42}, wire.read(3, RegisterSpace.HOLDING, 0, 3));
            assertEquals(1, wire.connection());
        }
    }

    @Test
    void refusalLeavesTheConnection() throws Exception {
        assertEquals(2, assertThrows(Refused.class, () -> transport.write(1, WriteFunction.SINGLE, 99, 1)).code());
        writeOne(5);
        assertEquals(1, transport.connection());
    }

    @Test
    void lostAnswerIsNotTriedTwice() {
        failsOnce(TimedOut.class, new Fault.Silence());
        failsOnce(Unreachable.class, new Fault.Drop());
        failsOnce(TimedOut.class, new Fault.Truncated(9));
    }

    @Test
    void answersToSomethingElse() {
        failsOnce(Garbled.class, new Fault.OtherFunction(16));
        failsOnce(Garbled.class, new Fault.EmptyHeader());
        // another address in the echo
        failsOnce(Garbled.class, new Fault.WrongLength(1));
        failsOnce(TimedOut.class, new Fault.WrongTransaction(1));
    }

    private void failsOnce(Class<? extends TransportException> type, Fault fault) {
        simulator.clearRequests();
        simulator.faults().add(fault, Scope.next(1));
        assertThrows(type, () -> writeOne(5));
        assertEquals(1, simulator.requests().size());
        simulator.faults().clear();
    }

    @Test
    void writesKeepTheirDistanceAndReadsDoNot() throws Exception {
        FakeTicker ticker = new FakeTicker();
        ModbusEndpoint endpoint = new ModbusEndpoint("127.0.0.1", simulator.port(), Framing.TCP, Duration.ofSeconds(2),
                PATIENCE, Duration.ZERO, WritePace.USUAL);
        try (ModbusTcpTransport wire = new ModbusTcpTransport(endpoint, ticker)) {
            wire.write(1, WriteFunction.SINGLE, 0, 1);
            wire.read(1, RegisterSpace.HOLDING, 0, 1);
            assertEquals(List.of(), ticker.pauses());
            ticker.pass(Duration.ofMillis(300));
            wire.write(1, WriteFunction.MULTIPLE, 1, 2, 3);
            wire.write(1, WriteFunction.SINGLE, 0, 4);
            assertEquals(List.of(Duration.ofMillis(700), Duration.ofSeconds(1)), ticker.pauses());
            ticker.pass(Duration.ofSeconds(2));
            wire.write(1, WriteFunction.SINGLE, 0, 5);
            assertEquals(2, ticker.pauses().size());
        }
    }

    @Test
    void leasesWriteUntilTheyAreReleased() throws Exception {
        ModbusEndpoint endpoint = new ModbusEndpoint("127.0.0.1", simulator.port(), Framing.TCP, Duration.ofSeconds(2),
                PATIENCE, Duration.ZERO, Duration.ZERO);
        RegisterTransport lease = new TransportPool(Ticker.SYSTEM).lease(endpoint);
        lease.write(1, WriteFunction.SINGLE, 2, 4711);
        assertArrayEquals(new int[]{4711}, lease.read(1, RegisterSpace.HOLDING, 2, 1));
        lease.close();
        assertThrows(Unreachable.class, () -> lease.write(1, WriteFunction.SINGLE, 2, 1));
    }
}
