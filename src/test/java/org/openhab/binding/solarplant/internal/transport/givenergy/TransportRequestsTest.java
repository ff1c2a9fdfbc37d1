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
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.sim.DongleFault;
import org.openhab.binding.solarplant.sim.DongleFrames;

/** Requests and what can go wrong with their answers. */
@NonNullByDefault
@Timeout(60)
class TransportRequestsTest {

    @Test
    void readsRegisters() throws Exception {
        try (Rig rig = Rig.start()) {
            assertArrayEquals(new int[]{1, 3054, 3029, 3881, 0, 2389},
                    rig.transport.read(Rig.INVERTER, RegisterSpace.INPUT, 0, 6));
            assertArrayEquals(new int[]{0x2001}, rig.transport.probe(Rig.INVERTER, RegisterSpace.HOLDING, 0, 1));
            Answer answer = rig.transport.ask(Rig.CELLS, Effort.DETECTION);
            assertEquals(3256, answer.values().getFirst());
            assertEquals("BG1234G567", answer.serial());
            assertEquals(1, rig.transport.connection());
            assertEquals(3, rig.transport.statistics().frames());
        }
    }

    static Stream<DongleFault> onceHarmless() {
        DongleFrames other = Wire.FRAMES;
        byte[] nearMisses = Stream.of(other.read(0x31, 4, Wire.INVERTER, 0, List.of(9, 9, 9, 9, 9, 9)),
                other.read(0x11, 3, Wire.INVERTER, 0, List.of(9, 9, 9, 9, 9, 9)),
                other.read(0x11, 4, Wire.INVERTER, 1, List.of(9, 9, 9, 9, 9, 9)),
                other.read(0x11, 4, Wire.INVERTER, 0, List.of(9, 9, 9, 9, 9)),
                other.refused(0x31, 4, Wire.INVERTER, 0, 6), other.refused(0x11, 3, Wire.INVERTER, 0, 0),
                other.written(0x11, Wire.INVERTER, 27, 1), other.nothing(0x11),
                other.lan("192.0.2.10,255.255.255.0,192.0.2.1\r\n\r\n"), other.heartbeat(),
                other.answer(0x11, 0x21, Wire.INVERTER, new byte[4]), Wire.bytes(Wire.READ_REQUEST))
                .reduce(new byte[0], (all, one) -> Wire.bytes(Wire.hex(all), Wire.hex(one)));
        return Stream.of(new DongleFault.Late(Duration.ofMillis(300)), new DongleFault.Split(1),
                new DongleFault.Split(30), new DongleFault.Preceded(Wire.bytes("59590001ffff00112233")),
                new DongleFault.Preceded(nearMisses), new DongleFault.Repeated());
    }

    @ParameterizedTest
    @MethodSource("onceHarmless")
    void oneRequestIsEnough(DongleFault fault) throws Exception {
        try (Rig rig = Rig.start()) {
            rig.fault(fault, 1);
            assertEquals(Rig.STATUS_VALUES, rig.status());
            assertEquals(List.of(Rig.request(Rig.STATUS)), rig.dongle.requests());
            assertEquals(1, rig.transport.connection());
        }
    }

    static Stream<DongleFault> likeSilence() {
        return Stream.of(new DongleFault.Silence(), new DongleFault.BadChecksum(), new DongleFault.ZeroTail(46),
                new DongleFault.Null(), new DongleFault.Truncated(30), new DongleFault.Truncated(53));
    }

    @ParameterizedTest
    @MethodSource("likeSilence")
    void asksAgainWhereNothingUsefulCame(DongleFault fault) throws Exception {
        try (Rig rig = Rig.hasty(100)) {
            rig.fault(fault, 1);
            assertEquals(Rig.STATUS_VALUES, rig.status());
            DongleStatistics statistics = rig.transport.statistics();
            assertEquals(1, statistics.connections());
            assertTrue(statistics.retries() >= 1);
            assertTrue(statistics.silences() >= statistics.retries());
            Eventually.holds(() -> rig.asked() == statistics.retries() + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("likeSilence")
    void givesUpAfterAllAttempts(DongleFault fault) throws Exception {
        try (Rig rig = Rig.hasty(3)) {
            rig.fault(fault, 3);
            assertThrows(TransportException.TimedOut.class, rig::status);
            assertEquals(3, rig.asked());
        }
    }

    @ParameterizedTest
    @MethodSource("likeSilence")
    void probesGiveUpTooAndKeepTheConnection(DongleFault fault) throws Exception {
        try (Rig rig = Rig.start(endpoint -> endpoint.withProbe(Rig.hasty(2, Duration.ZERO)))) {
            rig.fault(fault, 2);
            assertThrows(TransportException.TimedOut.class, () -> rig.transport.ask(Rig.STATUS, Effort.PROBE));
            assertEquals(2, rig.asked());
            assertEquals(Rig.STATUS_VALUES, rig.status());
            assertEquals(1, rig.transport.connection());
        }
    }

    @Test
    void refusalsMayPass() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.fault(new DongleFault.Refuse(false), 1);
            assertEquals(Rig.STATUS_VALUES, rig.status());
            assertEquals(1, rig.transport.statistics().refusals());
            assertEquals(1, rig.transport.statistics().retries());
        }
    }

    @Test
    void refusalsThatLastAreTold() throws Exception {
        try (Rig rig = Rig.start()) {
            BlockKey tooMany = Wire.input(Rig.INVERTER, 0, 61);
            var refused = assertThrows(TransportException.Refused.class,
                    () -> rig.transport.ask(tooMany, Effort.REFRESH));
            assertEquals(0, refused.code());
            assertEquals(2, rig.asked());
            // whoever answers is there: the connection stays
            assertEquals(Rig.STATUS_VALUES, rig.status());
            assertEquals(1, rig.transport.connection());
        }
    }

    @Test
    void zerosAreAnAnswer() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.fault(new DongleFault.Zeros(), 1);
            assertEquals(List.of(0, 0, 0, 0, 0, 0), rig.status());
        }
    }

    @Test
    void answersMayComeMerged() throws Exception {
        try (Rig rig = Rig.hasty(100)) {
            rig.fault(new DongleFault.Merged(), 1);
            assertEquals(Rig.STATUS_VALUES, rig.status());
            Eventually.holds(() -> rig.transport.statistics().frames() == rig.asked());
        }
    }

    @Test
    void aLateAnswerComesInTimeWhileResting() throws Exception {
        try (Rig rig = Rig.start(endpoint -> endpoint.withRefresh(Rig.hasty(2, Duration.ofSeconds(30))))) {
            rig.fault(new DongleFault.Late(Duration.ofMillis(500)), 1);
            assertEquals(Rig.STATUS_VALUES, rig.status());
            assertEquals(1, rig.asked());
            assertEquals(0, rig.transport.statistics().retries());
        }
    }

    @Test
    void aLateAnswerCompletesTheRetry() throws Exception {
        try (Rig rig = Rig.hasty(1000)) {
            rig.fault(new DongleFault.Silence(), 1000);
            var request = rig.begin();
            Eventually.holds(() -> rig.asked() > 1);
            rig.dongle.say(Wire.bytes(Wire.READ_RESPONSE));
            assertFalse(request.get().overheard());
        }
    }

    @Test
    void nothingThatAPeerSaysDisturbsForLong() throws Exception {
        // time flies, so that no number of heartbeats is a storm
        try (Rig rig = Rig.start(flying(), endpoint -> endpoint.withFreshness(Duration.ZERO))) {
            rig.status();
            for (int seed = 0; seed < 3000; seed++) {
                rig.dongle.say(new Babble(seed).stream());
            }
            // whatever was announced last has its fill by then
            rig.dongle.say(new byte[Layout.MOST_BYTES]);
            assertEquals(Rig.STATUS_VALUES, rig.status());
            assertEquals(1, rig.transport.connection());
            assertEquals(1, rig.readers().size());
        }
    }

    private static Ticker flying() {
        AtomicLong nanos = new AtomicLong();
        return new Ticker() {
            @Override
            public long nanos() {
                return nanos.addAndGet(Duration.ofMillis(100).toNanos());
            }

            @Override
            public void pause(long time) {}
        };
    }

    @Test
    void badChecksumsAreBelievedOnRequestOnly() throws Exception {
        try (Rig rig = Rig.start(endpoint -> endpoint.withAcceptBadChecksum(true))) {
            rig.fault(new DongleFault.BadChecksum(), 1);
            assertEquals(Rig.STATUS_VALUES, rig.status());
            assertEquals(1, rig.asked());
            assertEquals(1, rig.transport.statistics().badChecksums());
        }
    }

    @Test
    void countsWhatCame() throws Exception {
        try (Rig rig = Rig.start()) {
            byte[] malformed = Wire.bytes(Wire.READ_RESPONSE);
            malformed[20] = 1;
            rig.fault(new DongleFault.Preceded(Wire.bytes("0102030405", Wire.hex(malformed),
                    Wire.hex(Wire.FRAMES.nothing(0x33)), Wire.hex(Wire.FRAMES.heartbeat()),
                    Wire.hex(Wire.FRAMES.read(0x31, 4, Wire.INVERTER, 0, List.of(1))))), 1);
            rig.status();
            assertEquals(new DongleStatistics(1, 5, 1, 0, 1, 5, 1, 0, 1, 0, 0, 0),
                    Stream.generate(rig.transport::statistics).filter(one -> one.skippedBytes() > 0).findFirst()
                            .orElseThrow());
        }
    }
}
