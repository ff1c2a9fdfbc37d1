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
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every fault as a client sees it. */
@NonNullByDefault
@Timeout(20)
class FaultTest {
    private static final String ASK = "00 01 00 00 00 06 01 04 00 05 00 01";
    private static final String ANSWER = "00 01 00 00 00 05 01 04 02 00 2a";

    private ModbusSimulator simulator;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        simulator = ModbusSimulator.serve(MapImage.of(Map.of(), Map.of(5, 42)));
        client = new RawClient(simulator);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        simulator.close();
    }

    @Test
    void latency() throws IOException {
        simulator.faults().add(new Fault.Latency(Duration.ofMillis(120)), Scope.next(1));
        long before = System.nanoTime();
        assertEquals(ANSWER, client.ask(ASK, ANSWER));
        assertTrue(System.nanoTime() - before >= 100_000_000);
    }

    @Test
    void drop() throws IOException {
        simulator.faults().add(new Fault.Drop(), Scope.next(1));
        client.send(ASK);
        assertThrows(EOFException.class, () -> client.receive(1));
    }

    @Test
    void exceptionForAnAddressRangeOfOneFunction() throws IOException {
        simulator.faults().add(new Fault.Refuse(ExceptionCode.DEVICE_FAILURE), Scope.ALWAYS.at(4, 6).function(4));
        simulator.faults().add(new Fault.Refuse(ExceptionCode.ILLEGAL_VALUE), Scope.ALWAYS.at(6, 9).unit(7));
        assertEquals("00 01 00 00 00 03 01 84 04", client.ask(ASK, "00 01 00 00 00 03 01 84 04"));
        assertEquals("00 01 00 00 00 03 01 84 02",
                client.ask("00 01 00 00 00 06 01 04 00 07 00 01", "00 01 00 00 00 03 01 84 02"));
        simulator.faults().clear();
        assertEquals(ANSWER, client.ask(ASK, ANSWER));
    }

    @Test
    void garbage() throws IOException {
        simulator.faults().add(new Fault.Garbage((byte) 0xCA, (byte) 0xFE), Scope.next(1));
        assertEquals("ca fe", client.ask(ASK, "ca fe"));
    }

    @Test
    void wrongTransaction() throws IOException {
        simulator.faults().add(new Fault.WrongTransaction(-2), Scope.next(1));
        assertEquals("ff ff 00 00 00 05 01 04 02 00 2a", client.ask(ASK, ANSWER));
    }

    @Test
    void wrongLength() throws IOException {
        simulator.faults().add(new Fault.WrongLength(2), Scope.next(1));
        String longer = "00 01 00 00 00 07 01 04 04 00 2a 00 00";
        assertEquals(longer, client.ask(ASK, longer));
        simulator.faults().add(new Fault.WrongLength(0), Scope.next(1));
        String shorter = "00 01 00 00 00 03 01 04 00";
        assertEquals(shorter, client.ask(ASK, shorter));
    }

    @Test
    void truncated() throws IOException {
        simulator.faults().add(new Fault.Truncated(8), Scope.next(1));
        assertEquals("00 01 00 00 00 05 01 04", client.ask(ASK, "00 01 00 00 00 05 01 04"));
        assertThrows(SocketTimeoutException.class, () -> client.patience(80).receive(1));
    }

    @Test
    void silence() throws IOException {
        simulator.faults().add(new Fault.Silence(), Scope.next(1));
        client.send(ASK);
        assertThrows(SocketTimeoutException.class, () -> client.patience(80).receive(1));
        assertEquals(ANSWER, client.ask(ASK, ANSWER), "the connection itself is in order");
    }

    @Test
    void otherUnitAndFunction() throws IOException {
        simulator.faults().add(new Fault.OtherUnit(0), Scope.next(1));
        assertEquals("00 01 00 00 00 05 00 04 02 00 2a", client.ask(ASK, ANSWER));
        simulator.faults().add(new Fault.OtherFunction(3), Scope.next(1));
        assertEquals("00 01 00 00 00 05 01 03 02 00 2a", client.ask(ASK, ANSWER));
    }

    @Test
    void dribble() throws IOException {
        simulator.faults().add(new Fault.Dribble(Duration.ofMillis(10)), Scope.next(1));
        assertEquals(ANSWER, client.ask(ASK, ANSWER));
    }

    @Test
    void emptyHeader() throws IOException {
        simulator.faults().add(new Fault.EmptyHeader(), Scope.next(1));
        assertEquals("00 01 00 00 00 00", client.ask(ASK, "00 01 00 00 00 00"));
    }

    @Test
    void foreignFramesWithoutEnd() throws IOException {
        simulator.faults().add(new Fault.ForeignFrames(Duration.ofMillis(1)), Scope.next(1));
        client.send(ASK);
        for (int i = 2; i < 30; i++) {
            assertEquals("00 %02x 00 00 00 05 41 04 02 00 2a".formatted(i), client.receive(11));
        }
        simulator.close();
        assertEquals(0, simulator.openConnections());
    }
}
