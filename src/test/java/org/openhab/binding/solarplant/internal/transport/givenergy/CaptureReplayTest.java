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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.solarplant.sim.DongleCapture;
import org.openhab.binding.solarplant.sim.DongleCapture.Kind;

/** Recordings of real plants: no sound frame is lost, no other is believed, and the registers are those expected. */
@NonNullByDefault
class CaptureReplayTest {
    private static final Map<String, ReadFunction> TYPES = Map.of("HR", ReadFunction.HOLDING, "IR", ReadFunction.INPUT,
            "MR", ReadFunction.METER_PRODUCT);

    @BeforeEach
    void needsCaptures() {
        Captures.need();
    }

    static Stream<String> recordings() throws IOException {
        return Captures.recordings();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void everyFrameIsCountedAsWhatItIs(String recording) throws IOException {
        Tape tape = Tape.play(recording, false);
        Map<String, Integer> counted = new HashMap<>();
        counted.put("frames_rx", tape.frames(Kind.DONGLE).size());
        counted.put("read_response", tape.count(Kind.DONGLE, Frame.ReadResponse.class));
        counted.put("heartbeat_rx", tape.count(Kind.DONGLE, Frame.Heartbeat.class));
        counted.put("crc_bad", tape.count(Kind.DONGLE, Frame.BadChecksum.class));
        counted.put("error_response", tape.count(Kind.DONGLE, Frame.ErrorResponse.class));
        counted.put("null_response", tape.count(Kind.DONGLE, Frame.NullResponse.class));
        counted.put("frames_tx", tape.frames(Kind.CLIENT).size());
        counted.put("heartbeat_tx", tape.count(Kind.CLIENT, Frame.Heartbeat.class));
        counted.put("rejected_all_zero", new Blocks().dropOuts(tape));
        counted.values().removeIf(count -> count == 0);
        var expected = Captures.read(recording).getAsJsonObject("frameStatistics").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getAsInt()));
        assertEquals(expected, counted);
        // one recording has a lone byte before a reconnect
        assertTrue(tape.skipped() <= 1);
        int requests = tape.count(Kind.CLIENT, Frame.Request.class);
        assertEquals(tape.frames(Kind.CLIENT).size(), requests + tape.count(Kind.CLIENT, Frame.Heartbeat.class));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theRegistersAreThoseExpected(String recording) throws IOException {
        Blocks blocks = new Blocks();
        blocks.dropOuts(Tape.play(recording, false));
        Map<BlockKey, List<Integer>> expected = DongleCapture.blocks(Captures.json(recording)).stream()
                .collect(Collectors.toMap(CaptureReplayTest::key, DongleCapture.Block::values));
        assertEquals(expected, blocks.last);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void anyChunkingGivesTheSame(String recording) throws IOException {
        Tape whole = Tape.play(recording, false);
        Tape chopped = Tape.play(recording, true);
        for (Kind side : Set.of(Kind.DONGLE, Kind.CLIENT)) {
            assertEquals(whole.frames(side), chopped.frames(side));
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void requestsAreWrittenAsTheClientsDid(String recording) throws IOException {
        for (DongleCapture.Line line : DongleCapture.lines(Captures.log(recording))) {
            if (line.kind() == Kind.CLIENT) {
                byte[] written = switch (FrameDecoder.decode(line.bytes())) {
                    case Frame.Request request -> FrameEncoder.encode(request);
                    case Frame.Heartbeat heartbeat -> FrameEncoder.encode(heartbeat);
                    default -> new byte[0];
                };
                assertEquals(Wire.hex(line.bytes()), Wire.hex(written));
            }
        }
    }

    static BlockKey key(DongleCapture.Block block) {
        return new BlockKey(block.unit(), TYPES.getOrDefault(block.type(), ReadFunction.INPUT), block.base(),
                block.count());
    }

    /** The last registers of each block, but for drop-outs: 60 zeros where there was something (givenergy.md §6.4 #2). */
    private static final class Blocks {
        private final Map<BlockKey, List<Integer>> last = new HashMap<>();

        int dropOuts(Tape tape) {
            int dropOuts = 0;
            for (Frame frame : tape.frames(Kind.DONGLE)) {
                if (frame instanceof Frame.ReadResponse response) {
                    if (isZero(response.registers()) && response.block().count() == 60
                            && !isZero(last.getOrDefault(response.block(), List.of()))) {
                        dropOuts++;
                    } else {
                        last.put(response.block(), response.registers());
                    }
                }
            }
            return dropOuts;
        }

        private static boolean isZero(List<Integer> registers) {
            return registers.stream().allMatch(register -> register == 0);
        }
    }
}
