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

import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.transport.TransportException.Garbled;
import org.openhab.binding.solarplant.internal.transport.TransportException.Refused;
import org.openhab.binding.solarplant.internal.transport.TransportException.TimedOut;
import org.openhab.binding.solarplant.sim.ExceptionCode;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.Scope;
import org.openhab.binding.solarplant.sim.SimulatorOptions;

/** Serial frames with their checksum over TCP, as transparent gateways pass them on. */
@NonNullByDefault
@Timeout(20)
class RtuOverTcpTest {
    private static final Duration PATIENCE = Duration.ofMillis(200);
    /** The vendor's example (solax.md §8): serial number H47522ZHENGWEN. */
    private static final String SERIAL_ANSWER = "01 03 0E 48 34 37 35 32 32 5A 48 45 4E 47 57 45 4E 63 26";
    private static final int[] SERIAL = {0x4834, 0x3735, 0x3232, 0x5A48, 0x454E, 0x4757, 0x454E};

    private static ModbusEndpoint rtu(int port) {
        return new ModbusEndpoint("127.0.0.1", port, Framing.RTU, Duration.ofSeconds(2), PATIENCE, Duration.ZERO,
                Duration.ZERO);
    }

    private static int[] readSerial(RegisterTransport transport) throws TransportException, InterruptedException {
        return transport.read(1, RegisterSpace.HOLDING, 0, 7);
    }

    @Test
    void unitsRefusalsAndFaults() throws Exception {
        MapImage image = MapImage.of(Map.of(0, 7), Map.of(5, 42));
        SimulatorOptions options = SimulatorOptions.modbusTcp().framing(org.openhab.binding.solarplant.sim.Framing.RTU)
                .unit(1, image).unit(200, image);
        try (ModbusSimulator simulator = ModbusSimulator.start(options);
                ModbusTcpTransport transport = new ModbusTcpTransport(rtu(simulator.port()), Ticker.SYSTEM)) {
            assertArrayEquals(new int[]{42}, transport.read(1, RegisterSpace.INPUT, 5, 1));
            assertArrayEquals(new int[]{7}, transport.read(200, RegisterSpace.HOLDING, 0, 1));
            assertEquals(2,
                    assertThrows(Refused.class, () -> transport.read(1, RegisterSpace.INPUT, 6, 1)).code());
            assertEquals(11,
                    assertThrows(Refused.class, () -> transport.read(9, RegisterSpace.INPUT, 6, 1)).code());
            assertEquals(1, transport.connection());

            simulator.faults().add(new Fault.Silence(), Scope.next(1));
            assertThrows(TimedOut.class, () -> transport.read(1, RegisterSpace.INPUT, 5, 1));
            simulator.faults().add(new Fault.Truncated(4), Scope.next(1));
            assertThrows(TimedOut.class, () -> transport.read(1, RegisterSpace.INPUT, 5, 1));
            simulator.faults().add(new Fault.OtherFunction(3), Scope.next(1));
            assertThrows(Garbled.class, () -> transport.read(1, RegisterSpace.INPUT, 5, 1));
            simulator.faults().add(new Fault.WrongLength(2), Scope.next(1));
            assertThrows(Garbled.class, () -> transport.read(1, RegisterSpace.INPUT, 5, 1));
            simulator.faults().add(new Fault.Dribble(Duration.ofMillis(5)), Scope.next(1));
            assertArrayEquals(new int[]{42}, transport.read(1, RegisterSpace.INPUT, 5, 1));
            simulator.faults().add(new Fault.Refuse(ExceptionCode.DEVICE_FAILURE), Scope.next(1));
            assertEquals(4,
                    assertThrows(Refused.class, () -> transport.read(1, RegisterSpace.INPUT, 5, 1)).code());
            assertEquals(5, transport.connection());
        }
    }

    @Test
    void vendorsExample() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.saying(Framing.RTU, SERIAL_ANSWER);
                ModbusTcpTransport transport = new ModbusTcpTransport(peer.endpoint(PATIENCE), Ticker.SYSTEM)) {
            assertArrayEquals(SERIAL, readSerial(transport));
        }
    }

    @Test
    void wrongChecksum() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.saying(Framing.RTU, SERIAL_ANSWER.replace("63 26", "63 27"));
                ModbusTcpTransport transport = new ModbusTcpTransport(peer.endpoint(PATIENCE), Ticker.SYSTEM)) {
            assertEquals("wrong checksum", assertThrows(Garbled.class, () -> readSerial(transport)).detail());
        }
        try (ScriptedPeer peer = ScriptedPeer.saying(Framing.RTU, SERIAL_ANSWER.replace("48 34", "48 35"));
                ModbusTcpTransport transport = new ModbusTcpTransport(peer.endpoint(PATIENCE), Ticker.SYSTEM)) {
            assertEquals("wrong checksum", assertThrows(Garbled.class, () -> readSerial(transport)).detail());
        }
    }

    @Test
    void answerOfAnotherUnitOnTheLine() throws Exception {
        try (ModbusSimulator simulator = ModbusSimulator
                .start(SimulatorOptions.modbusTcp().framing(org.openhab.binding.solarplant.sim.Framing.RTU)
                        .anyUnit(MapImage.of(Map.of(), Map.of(5, 42))));
                ModbusTcpTransport transport = new ModbusTcpTransport(rtu(simulator.port()), Ticker.SYSTEM)) {
            simulator.faults().add(new Fault.OtherUnit(2), Scope.next(1));
            assertEquals("an answer of another unit",
                    assertThrows(Garbled.class, () -> transport.read(1, RegisterSpace.INPUT, 5, 1)).detail());
        }
    }

    @Test
    void frameThatComesTwiceIsNoAnswerToTheNextRequest() throws Exception {
        HexFormat hex = HexFormat.ofDelimiter(" ");
        byte[] first = hex.parseHex("01 04 02 00 2A 38 EF");
        byte[] second = hex.parseHex("01 04 02 00 2B F9 2F");
        java.util.concurrent.CountDownLatch again = new java.util.concurrent.CountDownLatch(1);
        try (ScriptedPeer peer = new ScriptedPeer(Framing.RTU, (socket, request) -> {
            if (request[3] == 5) {
                ScriptedPeer.write(socket, first);
                sleep();
                ScriptedPeer.write(socket, first);
                again.countDown();
            } else {
                ScriptedPeer.write(socket, second);
            }
        }); ModbusTcpTransport transport = new ModbusTcpTransport(peer.endpoint(PATIENCE), Ticker.SYSTEM)) {
            assertArrayEquals(new int[]{0x2A}, transport.read(1, RegisterSpace.INPUT, 5, 1));
            again.await();
            sleep();
            assertArrayEquals(new int[]{0x2B}, transport.read(1, RegisterSpace.INPUT, 6, 1));
        }
    }

    @Test
    void answerAndMoreInOneGoIsNotTrusted() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.saying(Framing.RTU, SERIAL_ANSWER + " 01 02");
                ModbusTcpTransport transport = new ModbusTcpTransport(peer.endpoint(PATIENCE), Ticker.SYSTEM)) {
            assertThrows(Garbled.class, () -> readSerial(transport));
        }
    }

    @Test
    void frameThatHidesBehindAnAnswerIsNotTakenForTheNext() throws Exception {
        // made so that the checksum over both is right
        try (ScriptedPeer peer = ScriptedPeer.saying(Framing.RTU, "01 04 02 00 2A 38 EF 01 04 02 00 2B DD 2F");
                ModbusTcpTransport transport = new ModbusTcpTransport(peer.endpoint(PATIENCE), Ticker.SYSTEM)) {
            assertThrows(Garbled.class, () -> transport.read(1, RegisterSpace.INPUT, 5, 1));
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(30);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
