/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames of the SolaX protocol documents (hybrid G3 V3.29, G4 V3.36, MIC) and their answers, byte for byte. */
@NonNullByDefault
@Timeout(20)
class ModbusSimulatorTest {
    private final MapImage image = MapImage.of(Map.of(0x7C, 0, 0x7D, 0, 0x7E, 0, 0x7F, 0, 0x80, 0),
            Map.of(0, 0x0898, 1, 0x0055, 2, 0x074E, 0x46, 0xFD2D, 0x47, 0xFFFF, 0x94, 0x3AB7, 0x95, 0x0004));

    @ParameterizedTest
    @CsvSource({ //
            "10 40 00 00 00 06 01 04 00 00 00 03,10 40 00 00 00 09 01 04 06 08 98 00 55 07 4e",
            "00 0d 00 00 00 06 01 04 00 46 00 02,00 0d 00 00 00 07 01 04 04 fd 2d ff ff",
            "00 0a 00 00 00 06 01 04 00 94 00 02,00 0a 00 00 00 07 01 04 04 3a b7 00 04",
            "09 71 00 00 00 11 01 10 00 7c 00 05 0a 00 01 03 e8 00 00 fc 18 ff ff,09 71 00 00 00 06 01 10 00 7c 00 05",
            "00 07 00 00 00 06 01 06 00 7c 00 02,00 07 00 00 00 06 01 06 00 7c 00 02",
            "00 01 00 00 00 06 01 03 04 3a 00 04,00 01 00 00 00 03 01 83 02",
            "00 02 00 00 00 06 01 04 00 00 00 7e,00 02 00 00 00 03 01 84 03",
            "00 03 00 00 00 06 01 04 00 00 00 00,00 03 00 00 00 03 01 84 03",
            "00 04 00 00 00 06 01 2b 00 00 00 00,00 04 00 00 00 03 01 ab 01",
            "00 05 00 00 00 06 01 06 04 00 00 01,00 05 00 00 00 03 01 86 02"})
    void answersOverModbusTcp(String request, String answer) throws IOException {
        try (var simulator = ModbusSimulator.serve(image); var client = new RawClient(simulator)) {
            assertEquals(answer, client.ask(request, answer));
        }
    }

    @ParameterizedTest
    @CsvSource({ //
            "01 03 00 00 00 07 04 08,01 03 0e 48 34 37 35 32 32 5a 48 45 4e 47 57 45 4e 63 26",
            "01 06 00 02 00 3c 28 1b,01 06 00 02 00 3c 28 1b",
            "01 04 04 00 00 07 b0 f8,01 04 0e 09 62 06 82 00 36 00 4e 09 5e 09 5d 09 5c 64 68"})
    void answersInRtuFrames(String request, String answer) throws IOException {
        image.putText(Space.HOLDING, 0, 7, "H47522ZHENGWEN");
        image.put(Space.INPUT, 0x400, 0x962, 0x682, 0x36, 0x4E, 0x95E, 0x95D, 0x95C);
        var options = SimulatorOptions.modbusTcp().framing(Framing.RTU).unit(1, image);
        try (var simulator = ModbusSimulator.start(options); var client = new RawClient(simulator)) {
            assertEquals(answer, client.ask(request, answer));
        }
    }

    @Test
    void writesManyRegistersInRtuFrames() throws IOException {
        var options = SimulatorOptions.modbusTcp().framing(Framing.RTU).unit(1, image);
        try (var simulator = ModbusSimulator.start(options); var client = new RawClient(simulator)) {
            byte[] body = java.util.HexFormat.of().parseHex("0110007c00020400010002");
            int crc = Crc16.of(body, body.length);
            client.send("01 10 00 7c 00 02 04 00 01 00 02 %02x %02x".formatted(crc & 0xFF, crc >> 8));
            assertTrue(client.receive(8).startsWith("01 10 00 7c 00 02"));
            assertEquals(2, image.read(Space.HOLDING, 0x7D).orElseThrow());
        }
    }

    @Test
    void closesTheConnectionOnAWrongChecksum() throws IOException {
        var options = SimulatorOptions.modbusTcp().framing(Framing.RTU).unit(1, image);
        try (var simulator = ModbusSimulator.start(options); var client = new RawClient(simulator)) {
            client.send("01 03 00 00 00 07 04 09");
            assertThrows(IOException.class, () -> client.receive(1));
        }
    }

    @Test
    void everyUnitHasItsOwnRegisters() throws IOException {
        var other = MapImage.of(Map.of(), Map.of(0, 7));
        var options = SimulatorOptions.modbusTcp().unit(1, image).unit(2, other);
        try (var simulator = ModbusSimulator.start(options); var client = new RawClient(simulator)) {
            client.send("00 01 00 00 00 06 01 04 00 00 00 01");
            assertEquals("00 01 00 00 00 05 01 04 02 08 98", client.receive(11));
            client.send("00 02 00 00 00 06 02 04 00 00 00 01");
            assertEquals("00 02 00 00 00 05 02 04 02 00 07", client.receive(11));
            client.send("00 03 00 00 00 06 03 04 00 00 00 01");
            assertEquals("00 03 00 00 00 03 03 84 0b", client.receive(9));
            assertEquals(List.of(Request.read(1, 4, 0, 1), Request.read(2, 4, 0, 1), Request.read(3, 4, 0, 1)),
                    simulator.requests());
            simulator.clearRequests();
            assertEquals(List.of(), simulator.requests());
        }
    }

    @Test
    void dropsConnectionsOnDemandAndWhenIdle() throws IOException {
        var options = SimulatorOptions.modbusTcp().anyUnit(image).idle(Duration.ofMillis(50));
        try (var simulator = ModbusSimulator.start(options); var client = new RawClient(simulator)) {
            assertThrows(EOFException.class, () -> client.receive(1));
            assertEquals(1, simulator.connectionsAccepted());
        }
        try (var simulator = ModbusSimulator.serve(image); var client = new RawClient(simulator)) {
            client.ask("00 01 00 00 00 06 01 04 00 00 00 01", "00 01 00 00 00 05 01 04 02 08 98");
            assertEquals(1, simulator.openConnections());
            simulator.dropConnections();
            assertThrows(IOException.class, () -> client.receive(1));
        }
    }

    @Test
    void turnsAwayMoreClientsThanItHasRoomFor() throws IOException {
        var options = SimulatorOptions.modbusTcp().anyUnit(image).maxConnections(1);
        try (var simulator = ModbusSimulator.start(options); var first = new RawClient(simulator)) {
            first.ask("00 01 00 00 00 06 01 04 00 00 00 01", "00 01 00 00 00 05 01 04 02 08 98");
            try (var second = new RawClient(simulator)) {
                assertThrows(IOException.class, () -> second.receive(1));
            }
        }
    }

    @Test
    void leavesNothingBehindWhenClosed() throws IOException {
        ModbusSimulator simulator = ModbusSimulator.serve(image);
        try (var client = new RawClient(simulator)) {
            client.ask("00 01 00 00 00 06 01 04 00 00 00 01", "00 01 00 00 00 05 01 04 02 08 98");
            assertThrows(BindException.class,
                    () -> ModbusSimulator.start(SimulatorOptions.modbusTcp().port(simulator.port())));
            simulator.close();
            assertThrows(IOException.class, () -> client.receive(1));
        }
        assertEquals(0, simulator.openConnections());
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("sim-" + simulator.port())));
    }
}
