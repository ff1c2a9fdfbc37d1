/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.givenergy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.WriteFunction;
import org.openhab.binding.solarplant.sim.DongleFault;
import org.openhab.binding.solarplant.sim.DongleFrames;
import org.openhab.binding.solarplant.sim.Request;

/** Writes of one register: what counts as their echo, and that none is ever sent twice (givenergy.md §5.1). */
@NonNullByDefault
@Timeout(60)
class TransportWritesTest {
    private static final int ECO = 27;
    private static final Question.Write WRITE = new Question.Write(Rig.INVERTER, ECO, 1);
    private static final Request SENT = new Request(Rig.INVERTER, 6, ECO, 1, List.of(1));

    @Test
    void speaksAsInTheWorkedExample() {
        assertEquals(Wire.WRITE_REQUEST, Wire.hex(FrameEncoder.encode(WRITE.request("AB1234G567"))));
        Answer echo = WRITE.answer(Wire.decode(Wire.WRITE_RESPONSE)).orElseThrow();
        assertEquals(List.of(1), echo.values());
        assertEquals(Wire.INVERTER, echo.serial());
    }

    /** Settings of each model, with their frames worked out by hand from givenergy.md §1.4 and §1.5. */
    @ParameterizedTest
    @CsvSource({"27, 1, 1106001b00013a9d", "59, 0, 1106003b0000fa97", "96, 1, 1106006000014a84",
            "110, 20, 1106006e0014ea88", "94, 2330, 1106005e091a6d13", "32, 430, 1106002001ae0abc",
            "116, 80, 110600740050cb7c", "313, 100, 1106013900645b40", "318, 3, 1106013e0003ab6b",
            "246, 1, 110600f60001aaa8", "40, 59, 11060028003b4a81", "1109, 5, 1106045500055a79",
            "1112, 1, 110604580001ca79", "1113, 2359, 1106045909371dff", "2040, 0, 110607f800000bdf",
            "2053, 30, 11060805001e1933"})
    void hasTheseFrames(int register, int value, String body) {
        assertEquals("59590001001c0102414231323334473536370000000000000008" + body,
                Wire.hex(FrameEncoder.encode(new Question.Write(0x11, register, value).request("AB1234G567"))));
    }

    @Test
    void writesARegister() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.transport.write(Rig.INVERTER, WriteFunction.SINGLE, ECO, 1);
            assertEquals(List.of(SENT), rig.dongle.requests());
            assertEquals(1, eco(rig));
            assertEquals(1, rig.transport.connection());
        }
    }

    @Test
    void writesNoMoreThanOneAtATime() throws Exception {
        try (Rig rig = Rig.start()) {
            for (var wrong : List.of(assertThrows(TransportException.Refused.class,
                    () -> rig.transport.write(Rig.INVERTER, WriteFunction.MULTIPLE, ECO, 1)),
                    assertThrows(TransportException.Refused.class,
                            () -> rig.transport.write(Rig.INVERTER, WriteFunction.SINGLE, ECO, 1, 1)))) {
                assertEquals(1, wrong.code());
            }
            assertEquals(List.of(), rig.dongle.requests());
        }
    }

    static Stream<DongleFault> notDone() {
        return Stream.of(new DongleFault.Refuse(true), new DongleFault.Refuse(false));
    }

    @ParameterizedTest
    @MethodSource("notDone")
    void aRefusalIsToldAtOnce(DongleFault fault) throws Exception {
        try (Rig rig = Rig.start()) {
            rig.fault(fault, 1);
            var refused = assertThrows(TransportException.Refused.class,
                    () -> rig.transport.writeOne(Rig.INVERTER, ECO, 1));
            assertEquals(0, refused.code());
            assertEquals(List.of(SENT), rig.dongle.requests());
            assertEquals(0, eco(rig));
        }
    }

    @Test
    void refusesWhatTheDeviceDoesNotHave() throws Exception {
        try (Rig rig = Rig.start()) {
            assertThrows(TransportException.Refused.class, () -> rig.transport.writeOne(Rig.INVERTER, 999, 7));
            assertEquals(1, rig.asked());
        }
    }

    static Stream<DongleFault> unclear() {
        return Stream.of(new DongleFault.Silence(), new DongleFault.BadChecksum(), new DongleFault.Null(),
                new DongleFault.Truncated(30), new DongleFault.OtherEcho(0, 1), new DongleFault.OtherEcho(0, 0),
                new DongleFault.OtherEcho(ECO, 0), new DongleFault.OtherEcho(28, 1));
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void anEchoThatSaysSomethingElseIsNone(DongleFault fault) throws Exception {
        try (Rig rig = Rig.hasty(100)) {
            rig.fault(fault, 1);
            assertThrows(TransportException.TimedOut.class, () -> rig.transport.writeOne(Rig.INVERTER, ECO, 1));
            assertEquals(List.of(SENT), rig.dongle.requests(), "never twice");
            assertEquals(0, rig.transport.statistics().retries());
            // it was done all the same, on a connection that stays
            assertEquals(1, eco(rig));
            assertEquals(1, rig.transport.connection());
        }
    }

    @Test
    void whatWasNotHeardIsNotRepeated() throws Exception {
        try (Rig rig = Rig.hasty(100)) {
            rig.fault(new DongleFault.Deaf(), 1);
            assertThrows(TransportException.TimedOut.class, () -> rig.transport.writeOne(Rig.INVERTER, ECO, 1));
            assertEquals(List.of(SENT), rig.dongle.requests());
            assertEquals(0, eco(rig));
        }
    }

    @Test
    void aConnectionThatBreaksIsNotMadeAnewForIt() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.fault(new DongleFault.Drop(), 1);
            assertThrows(TransportException.Unreachable.class, () -> rig.transport.writeOne(Rig.INVERTER, ECO, 1));
            assertEquals(List.of(SENT), rig.dongle.requests());
            assertEquals(1, rig.dongle.connectionsAccepted());
        }
    }

    @Test
    void othersDoNotDisturb() throws Exception {
        DongleFrames other = Wire.FRAMES;
        byte[] nearMisses = Stream.of(other.written(0x31, Wire.INVERTER, ECO, 1),
                other.written(0x11, Wire.INVERTER, ECO, 0), other.written(0x11, Wire.INVERTER, 59, 1),
                other.refused(0x11, 6, Wire.INVERTER, 59, 1), other.refused(0x11, 6, Wire.INVERTER, ECO, 7),
                other.refused(0x31, 6, Wire.INVERTER, ECO, 1), other.refused(0x11, 3, Wire.INVERTER, ECO, 1),
                other.read(0x11, 3, Wire.INVERTER, ECO, List.of(1)), other.nothing(0x11), other.heartbeat())
                .reduce(new byte[0], (all, one) -> Wire.bytes(Wire.hex(all), Wire.hex(one)));
        try (Rig rig = Rig.start()) {
            rig.fault(new DongleFault.Preceded(nearMisses), 1);
            rig.transport.writeOne(Rig.INVERTER, ECO, 1);
            assertEquals(1, rig.asked());
        }
    }

    @Test
    void garbageInTheSerialIsNoMatter() throws Exception {
        Question.Write gateway = new Question.Write(0x11, 96, 1);
        assertTrue(gateway.answer(FrameDecoder.decode(Wire.FRAMES.written(0x11, "\0\1\u00ff\0\0\0\0\0\0\0", 96, 1)))
                .isPresent());
    }

    @Test
    void aWriteToRegisterZeroIsNeverConfirmed() {
        assertTrue(new Question.Write(0x11, 0, 1).answer(FrameDecoder.decode(Wire.FRAMES.written(0x11, Wire.INVERTER,
                0, 1))).isEmpty());
    }

    /** What was heard of another client's read before is of before, even if the echo is lost. */
    @Test
    void whatWasHeardBeforeDoesNotServeAsReadBack() throws Exception {
        try (Rig rig = Rig.hasty(100);
                var other = new GivEnergyTransport(Rig.patient(rig.dongle), Ticker.SYSTEM)) {
            rig.status();
            other.read(Rig.INVERTER, RegisterSpace.HOLDING, ECO, 1);
            Eventually.holds(() -> rig.transport.statistics().foreign() == 1);
            rig.fault(new DongleFault.Silence(), 1);
            assertThrows(TransportException.TimedOut.class, () -> rig.transport.writeOne(Rig.INVERTER, ECO, 1));
            Answer back = rig.transport.ask(new BlockKey(Rig.INVERTER, ReadFunction.HOLDING, ECO, 1), Effort.REFRESH);
            assertFalse(back.overheard());
            assertEquals(List.of(1), back.values());
        }
    }

    @Test
    void anEchoOfRegisterZeroMakesAllSettingsOld() {
        Overheard overheard = new Overheard(new FakeTicker(), Duration.ofSeconds(5));
        BlockKey settings = new BlockKey(0x11, ReadFunction.HOLDING, 60, 1);
        overheard.add(new Frame.ReadResponse(Wire.DONGLE, settings, Wire.INVERTER, List.of(1)));
        overheard.written(0x11, 0);
        assertTrue(overheard.take(settings).isEmpty());
    }

    private static int eco(Rig rig) throws Exception {
        int[] words = rig.transport.read(Rig.INVERTER, RegisterSpace.HOLDING, ECO, 1);
        assertArrayEquals(new int[]{words[0]}, words);
        return words[0];
    }
}
