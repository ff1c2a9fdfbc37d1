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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.sim.DongleCapture;
import org.openhab.binding.solarplant.sim.DongleCapture.Kind;
import org.openhab.binding.solarplant.sim.DongleOptions;

/** Recordings over a real socket: as what other clients are answered, and as the registers of simulated devices. */
@NonNullByDefault
@Timeout(60)
class CaptureOverSocketTest {

    /** Time by which the heartbeats of half an hour, said in a moment, are no storm. */
    private static Ticker unhurried() {
        AtomicLong looks = new AtomicLong();
        return new Ticker() {
            @Override
            public long nanos() {
                return SYSTEM.nanos() + Duration.ofMillis(60).multipliedBy(looks.incrementAndGet()).toNanos();
            }

            @Override
            public void pause(long nanos) throws InterruptedException {
                SYSTEM.pause(nanos);
            }
        };
    }

    @BeforeEach
    void needsCaptures() {
        Captures.need();
    }

    static Stream<String> recordings() throws IOException {
        return Captures.recordings();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void whatOthersAreAnsweredIsHeard(String recording) throws Exception {
        try (Rig rig = Rig.start(unhurried(), endpoint -> endpoint.withFreshness(Duration.ofHours(1)))) {
            rig.status();
            for (DongleCapture.Line line : DongleCapture.lines(Captures.log(recording))) {
                if (line.kind() == Kind.DONGLE) {
                    rig.dongle.say(line.bytes());
                }
            }
            Tape tape = Tape.play(recording, false);
            Eventually.holds(() -> rig.transport.statistics().frames() == tape.frames(Kind.DONGLE).size() + 1);
            DongleStatistics statistics = rig.transport.statistics();
            assertEquals(tape.count(Kind.DONGLE, Frame.ReadResponse.class), statistics.foreign());
            assertEquals(tape.count(Kind.DONGLE, Frame.BadChecksum.class), statistics.badChecksums());
            assertEquals(tape.count(Kind.DONGLE, Frame.Heartbeat.class), statistics.heartbeats());
            assertEquals(0, statistics.malformed());
            for (DongleCapture.Block block : DongleCapture.blocks(Captures.json(recording))) {
                assertTrue(rig.transport.ask(CaptureReplayTest.key(block), Effort.REFRESH).overheard());
            }
            assertEquals(1, rig.asked());
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theDevicesCanBeAskedAgain(String recording) throws Exception {
        DongleOptions options = DongleOptions.empty().devices(DongleCapture.replayed(Captures.log(recording)));
        var serials = Tape.play(recording, false).frames(Kind.DONGLE).stream()
                .filter(frame -> frame instanceof Frame.ReadResponse).map(frame -> (Frame.ReadResponse) frame).toList();
        try (Rig rig = Rig.start(options, endpoint -> endpoint.withFreshness(Duration.ZERO))) {
            for (DongleCapture.Block block : DongleCapture.blocks(Captures.json(recording))) {
                Answer answer = rig.transport.ask(CaptureReplayTest.key(block), Effort.REFRESH);
                assertTrue(serials.stream().anyMatch(frame -> frame.block().unit() == block.unit()
                        && Answer.of(frame, false).serial().equals(answer.serial())));
            }
        }
        for (DongleCapture.Block block : DongleCapture.blocks(Captures.json(recording))) {
            var device = DongleCapture.devices(List.of(block), Wire.INVERTER);
            try (Rig rig = Rig.start(DongleOptions.empty().devices(device), endpoint -> endpoint)) {
                assertEquals(block.values(),
                        rig.transport.ask(CaptureReplayTest.key(block), Effort.REFRESH).values());
            }
        }
    }
}
