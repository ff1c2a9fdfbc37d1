/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.SizedRegisters;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** Gateways that are silent when they are asked for many registers at once. */
@NonNullByDefault
class SizedRegistersTest {

    private static final int BLOCK = 100;

    private final RegisterImage image = new RegisterImage();
    private final RegisterTransport wire = new SizedRegisters(image, RegisterTransport.MOST_REGISTERS);

    @Test
    void userMaySayHowManyRegistersARequestAsksFor() throws Exception {
        reader(new SizedRegisters(image, 40)).read(longs(0, 45));
        assertEquals(List.of("0x0000+40", "0x0028+40", "0x0050+10"), image.asked(), "no number is torn apart");
    }

    @Test
    void silenceAboveANumberIsFoundOut() throws Exception {
        image.silentAbove(30);
        RegisterReader reader = reader(wire);
        Words words = reader.read(longs(0, 45));
        assertEquals(List.of(), words.missing(longs(0, 45)));
        assertEquals(List.of("0x0000+90", "0x0000+4", "0x0000+90", "0x0000+44", "0x0000+4", "0x0000+44", "0x0000+22",
                "0x0016+22", "0x002C+22", "0x0042+22", "0x0058+2"), image.asked());
        reader.read(longs(0, 45));
        List<String> known = List.of("0x0000+22", "0x0016+22", "0x002C+22", "0x0042+22", "0x0058+2");
        assertEquals(known, image.asked());
        image.reconnect();
        reader.read(longs(0, 45));
        assertEquals(known, image.asked(), "it is the wire's, not the connection's");
        reader(wire).read(longs(0, 20));
        assertEquals(List.of("0x0000+22", "0x0016+18"), image.asked(), "all who read over the wire know");
    }

    @Test
    void oneLostAnswerSaysNothingOfTheSize() throws Exception {
        image.silent(1);
        reader(wire).read(longs(0, 45));
        assertEquals(List.of("0x0000+90", "0x0000+4", "0x0000+90"), image.asked());
        assertEquals(RegisterTransport.MOST_REGISTERS, wire.mostRegisters());
    }

    @Test
    void whoIsSilentAltogetherIsNotAskedOn() {
        image.silent(9);
        assertThrows(TransportException.TimedOut.class, () -> reader(wire).read(longs(0, 45)));
        assertEquals(List.of("0x0000+90", "0x0000+4"), image.asked());
        assertEquals(RegisterTransport.MOST_REGISTERS, wire.mostRegisters());
    }

    @Test
    void aRefusedPartIsAnAnswer() throws Exception {
        image.refuse(2).silentAbove(50);
        Words words = reader(wire).read(longs(0, 45));
        assertEquals(List.of(longs(0, 45).get(1)), words.missing(longs(0, 45)));
    }

    @Test
    void aWireThatForgetsIsSilent() {
        image.silentAbove(30);
        assertThrows(TransportException.TimedOut.class, () -> reader(image).read(longs(0, 45)));
    }

    private static RegisterReader reader(RegisterTransport transport) {
        return new RegisterReader(transport, 1, new ReadPlanner(BLOCK, BLOCK, List.of()));
    }

    /** So many numbers of two registers each. */
    private static List<Register> longs(int from, int count) {
        List<Register> registers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            registers.add(new Register(1, RegisterSpace.INPUT, from + 2 * i, RegisterType.U32,
                    new Codec.Scaled(Factor.ONE), new Target.OfMetric(Metrics.of("pv#power")), List.of(Decoder.SELF),
                    null, Register.Pace.FULL, new Condition(Map.of())));
        }
        return registers;
    }
}
