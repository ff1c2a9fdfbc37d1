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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.transport.TransportException.Garbled;
import org.openhab.binding.solarplant.internal.transport.TransportException.Refused;
import org.openhab.binding.solarplant.internal.transport.TransportException.TimedOut;
import org.openhab.binding.solarplant.internal.transport.TransportException.Unreachable;
import org.openhab.binding.solarplant.sim.ExceptionCode;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.Request;
import org.openhab.binding.solarplant.sim.Scope;

/** What becomes of each kind of answer on a Modbus TCP connection, good and bad. */
@NonNullByDefault
@Timeout(20)
class TransportAnswersTest {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private ModbusSimulator simulator;
    private ModbusTcpTransport transport;

    @BeforeEach
    void start() throws IOException {
        simulator = ModbusSimulator.serve(MapImage.of(Map.of(0, 7, 1, 0xFFFF), Map.of(5, 42, 6, 0x8000)));
        transport = new ModbusTcpTransport(endpoint(simulator.port(), PATIENCE), Ticker.SYSTEM);
    }

    @AfterEach
    void stop() {
        transport.close();
        simulator.close();
    }

    private ModbusEndpoint endpoint(int port, Duration patience) {
        return new ModbusEndpoint("127.0.0.1", port, Framing.TCP, Duration.ofSeconds(2), patience, Duration.ZERO,
                Duration.ZERO);
    }

    private int[] read() throws TransportException, InterruptedException {
        return transport.read(1, RegisterSpace.INPUT, 5, 2);
    }

    /** One request fails so; the next is answered, on a connection of its own. No request is made behind our back. */
    private <T extends TransportException> T failsOnce(Class<T> type, Fault fault) throws Exception {
        read();
        simulator.clearRequests();
        long before = transport.connection();
        simulator.faults().add(fault, Scope.next(1));
        T failure = assertThrows(type, this::read);
        assertEquals(1, simulator.requests().size(), "no hidden retry");
        simulator.faults().clear();
        assertArrayEquals(new int[]{42, 0x8000}, read());
        assertEquals(2, simulator.requests().size());
        assertEquals(before + 1, transport.connection(), "a fresh socket after an error");
        return failure;
    }

    /** This answer is nothing to worry about. */
    private void isTaken(Fault fault) throws Exception {
        simulator.faults().add(fault, Scope.next(1));
        assertArrayEquals(new int[]{42, 0x8000}, read());
        assertEquals(1, transport.connection());
    }

    @Test
    void bothSpacesAndUnitsReachTheWire() throws Exception {
        assertArrayEquals(new int[]{7, 0xFFFF}, transport.read(1, RegisterSpace.HOLDING, 0, 2));
        assertArrayEquals(new int[]{42}, transport.read(247, RegisterSpace.INPUT, 5, 1));
        assertEquals(java.util.List.of(Request.read(1, 3, 0, 2), Request.read(247, 4, 5, 1)), simulator.requests());
        assertEquals(1, transport.connection());
        assertEquals(1, simulator.connectionsAccepted());
    }

    @Test
    void closedPort() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        try (ModbusTcpTransport nobody = new ModbusTcpTransport(endpoint(port, PATIENCE), Ticker.SYSTEM)) {
            Unreachable failure = assertThrows(Unreachable.class,
                    () -> nobody.read(1, RegisterSpace.INPUT, 0, 1));
            assertEquals("127.0.0.1:" + port, failure.detail());
            assertEquals(0, nobody.connection());
        }
    }

    @Test
    void unknownHost() {
        ModbusEndpoint endpoint = new ModbusEndpoint("host.invalid", 502, Framing.TCP, PATIENCE, PATIENCE,
                Duration.ZERO, Duration.ZERO);
        try (ModbusTcpTransport nobody = new ModbusTcpTransport(endpoint, Ticker.SYSTEM)) {
            assertEquals("host.invalid:502",
                    assertThrows(Unreachable.class, () -> nobody.read(1, RegisterSpace.INPUT, 0, 1)).detail());
        }
    }

    @Test
    void silenceEndsAtTheRequestTimeout() throws Exception {
        long before = System.nanoTime();
        TimedOut failure = failsOnce(TimedOut.class, new Fault.Silence());
        assertEquals("0.2", failure.detail());
        assertTrue(System.nanoTime() - before < Duration.ofSeconds(2).toNanos());
    }

    @Test
    void droppedConnection() throws Exception {
        assertEquals("127.0.0.1:" + simulator.port(), failsOnce(Unreachable.class, new Fault.Drop()).detail());
    }

    @Test
    void dribblingBytesEndAtTheSameDeadline() throws Exception {
        long before = System.nanoTime();
        failsOnce(TimedOut.class, new Fault.Dribble(Duration.ofMillis(120)));
        assertTrue(System.nanoTime() - before < Duration.ofMillis(1000).toNanos(), "each byte begins no new wait");
    }

    @Test
    void dribblingBytesInTimeAreAnAnswer() throws Exception {
        isTaken(new Fault.Dribble(Duration.ofMillis(5)));
    }

    @Test
    void latencyWithinTheTime() throws Exception {
        isTaken(new Fault.Latency(Duration.ofMillis(60)));
    }

    @Test
    void garbage() throws Exception {
        failsOnce(Garbled.class, new Fault.Garbage("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes()));
    }

    @Test
    void tooFewBytesOfGarbageAreNoAnswerAtAll() throws Exception {
        failsOnce(TimedOut.class, new Fault.Garbage((byte) 1, (byte) 2));
    }

    @Test
    void headerOfLengthZero() throws Exception {
        failsOnce(Garbled.class, new Fault.EmptyHeader());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 120})
    void wrongRegisterCount(int registers) throws Exception {
        Garbled failure = failsOnce(Garbled.class, new Fault.WrongLength(registers));
        assertEquals(registers + " registers instead of 2", failure.detail());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 7, 9, 12})
    void truncatedAnswer(int bytes) throws Exception {
        failsOnce(TimedOut.class, new Fault.Truncated(bytes));
    }

    @Test
    void answerToAnotherTransactionIsPassedOver() throws Exception {
        failsOnce(TimedOut.class, new Fault.WrongTransaction(1));
    }

    @Test
    void endlessForeignAnswersEndAtTheDeadline() throws Exception {
        long before = System.nanoTime();
        failsOnce(TimedOut.class, new Fault.ForeignFrames(Duration.ofMillis(10)));
        assertTrue(System.nanoTime() - before < Duration.ofSeconds(2).toNanos());
    }

    @Test
    void floodOfForeignAnswersIsGivenUpBeforeItFillsTheMemory() throws Exception {
        failsOnce(Garbled.class, new Fault.ForeignFrames(Duration.ZERO));
    }

    @Test
    void unitIdZeroIsTolerated() throws Exception {
        isTaken(new Fault.OtherUnit(0));
    }

    @Test
    void answerToAnotherFunction() throws Exception {
        assertEquals("an answer to another function",
                failsOnce(Garbled.class, new Fault.OtherFunction(3)).detail());
    }

    @Test
    void exceptionToAnotherFunction() throws Exception {
        failsOnce(Garbled.class, new Fault.OtherFunction(0x83));
    }

    @Test
    void functionThatDoesNotExist() throws Exception {
        failsOnce(Garbled.class, new Fault.OtherFunction(0x63));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 11})
    void refusalKeepsTheConnection(int code) throws Exception {
        ExceptionCode exception = java.util.stream.Stream.of(ExceptionCode.values())
                .filter(one -> one.code() == code).findFirst().orElseThrow();
        simulator.faults().add(new Fault.Refuse(exception), Scope.next(1));
        Refused refusal = assertThrows(Refused.class, this::read);
        assertEquals(code, refusal.code());
        assertEquals(Integer.toString(code), refusal.detail());
        assertEquals(code <= 4, refusal.concernsAddress());
        assertArrayEquals(new int[]{42, 0x8000}, read());
        assertEquals(1, transport.connection());
        assertEquals(2, simulator.requests().size());
    }

    @Test
    void unknownAddressIsRefused() {
        assertEquals(2, assertThrows(Refused.class, () -> transport.read(1, RegisterSpace.INPUT, 6, 2)).code());
    }

    @Test
    void lateAndForeignAnswersBeforeTheRightOneAreSkipped() throws Exception {
        try (ScriptedPeer peer = new ScriptedPeer(Framing.TCP, (socket, request) -> {
            byte[] foreign = {0x77, 0x77, 0, 0, 0, 5, 9, 4, 2, 0, 1};
            ScriptedPeer.write(socket, foreign);
            ScriptedPeer.write(socket, new byte[]{request[0], request[1], 0, 0, 0, 5, 1, 4, 2, 0, 42});
            ScriptedPeer.write(socket, foreign);
        }); ModbusTcpTransport wire = new ModbusTcpTransport(peer.endpoint(PATIENCE), Ticker.SYSTEM)) {
            for (int i = 0; i < 4; i++) {
                assertArrayEquals(new int[]{42}, wire.read(1, RegisterSpace.INPUT, 5, 1));
            }
            assertEquals(1, wire.connection(), "what came after an answer is skipped by the next request");
        }
    }

    @Test
    void headerShorterThanItsBodySaysNothingOfTheLastAnswer() throws Exception {
        // the body announces two registers, the header cuts them off: what a buffer still holds must not fill the gap
        try (ScriptedPeer peer = new ScriptedPeer(Framing.TCP, (socket, request) -> {
            boolean first = request[1] == 1;
            ScriptedPeer.write(socket,
                    first
                            ? new byte[]{request[0], request[1], 0, 0, 0, 7, 1, 4, 4, 1, 1, 2, 2}
                            : new byte[]{request[0], request[1], 0, 0, 0, 3, 1, 4, 4});
        }); ModbusTcpTransport wire = new ModbusTcpTransport(peer.endpoint(PATIENCE), Ticker.SYSTEM)) {
            assertArrayEquals(new int[]{0x101, 0x202}, wire.read(1, RegisterSpace.INPUT, 5, 2));
            assertThrows(Garbled.class, () -> wire.read(1, RegisterSpace.INPUT, 5, 2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00 01 00 00 FF FF 01 04 02 00 2A", "00 01 00 00 7F FF 01 04 02 00 2A",
            "00 01 00 00 00 01 01 04 02 00 2A", "00 01 00 00 00 02 01 04 02 00 2A"})
    void wrongLengthInTheHeader(String answer) throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.saying(Framing.TCP, answer);
                ModbusTcpTransport wire = new ModbusTcpTransport(peer.endpoint(PATIENCE), Ticker.SYSTEM)) {
            assertThrows(Garbled.class, () -> wire.read(1, RegisterSpace.INPUT, 5, 1));
            assertEquals(1, peer.requests());
        }
    }

    @Test
    void longerHeaderThanBodyEndsAtTheDeadline() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.saying(Framing.TCP, "00 01 00 00 00 40 01 04 02 00 2A");
                ModbusTcpTransport wire = new ModbusTcpTransport(peer.endpoint(PATIENCE), Ticker.SYSTEM)) {
            assertThrows(TimedOut.class, () -> wire.read(1, RegisterSpace.INPUT, 5, 1));
        }
    }

    @Test
    void resetConnectionIsNotAGarbledAnswer() throws Exception {
        try (ScriptedPeer peer = new ScriptedPeer(Framing.TCP, (socket, request) -> {
            socket.setSoLinger(true, 0);
            socket.close();
        }); ModbusTcpTransport wire = new ModbusTcpTransport(peer.endpoint(PATIENCE), Ticker.SYSTEM)) {
            assertThrows(Unreachable.class, () -> wire.read(1, RegisterSpace.INPUT, 5, 1));
            assertThrows(Unreachable.class, () -> wire.read(1, RegisterSpace.INPUT, 5, 1));
            assertEquals(2, wire.connection());
        }
    }

    @Test
    void moreRequestsThanTransactionIdsWouldFitInAByte() throws Exception {
        for (int i = 0; i < 300; i++) {
            read();
        }
        assertEquals(1, transport.connection());
        assertFalse(simulator.requests().isEmpty());
    }
}
