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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.transport.Ticker;

/** Answers to other clients: never taken for ours while ours is asked for, but good for the next time. */
@NonNullByDefault
@Timeout(60)
class OverhearingTest {
    private static final Frame.ReadResponse HEARD = (Frame.ReadResponse) Wire.decode(Wire.READ_RESPONSE);

    private final FakeTicker ticker = new FakeTicker();
    private final Overheard overheard = new Overheard(ticker, Duration.ofSeconds(5));

    @Test
    void anAnswerToAnotherClientServesOnce() throws Exception {
        try (Rig rig = Rig.start();
                var other = new GivEnergyTransport(Rig.patient(rig.dongle), Ticker.SYSTEM)) {
            rig.transport.ask(Rig.CELLS, Effort.REFRESH);
            other.ask(Rig.STATUS, Effort.REFRESH);
            Eventually.holds(() -> rig.transport.statistics().foreign() == 1);
            Answer answer = rig.transport.ask(Rig.STATUS, Effort.REFRESH);
            assertTrue(answer.overheard());
            assertEquals(Rig.STATUS_VALUES, answer.values());
            assertEquals(2, rig.asked());
            assertEquals(1, rig.transport.statistics().foreignUsed());
            assertFalse(rig.transport.ask(Rig.STATUS, Effort.REFRESH).overheard());
            assertEquals(3, rig.asked());
        }
    }

    @Test
    void nothingIsKeptWhereNothingMayBeOld() throws Exception {
        try (Rig rig = Rig.start(endpoint -> endpoint.withFreshness(Duration.ZERO));
                var other = new GivEnergyTransport(Rig.patient(rig.dongle), Ticker.SYSTEM)) {
            rig.transport.ask(Rig.CELLS, Effort.REFRESH);
            other.ask(Rig.STATUS, Effort.REFRESH);
            Eventually.holds(() -> rig.transport.statistics().foreign() == 1);
            assertFalse(rig.transport.ask(Rig.STATUS, Effort.REFRESH).overheard());
        }
    }

    @Test
    void anotherConnectionBeginsWithoutMemories() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.status();
            rig.dongle.say(Wire.bytes(Wire.READ_RESPONSE));
            Eventually.holds(() -> rig.transport.statistics().foreign() == 1);
            rig.transport.cut();
            assertFalse(rig.transport.ask(Rig.STATUS, Effort.REFRESH).overheard());
        }
    }

    @Test
    void whatIsOldDoesNotServe() {
        overheard.add(HEARD);
        ticker.pass(Duration.ofSeconds(6));
        assertTrue(overheard.take(HEARD.block()).isEmpty());
        assertEquals(0, overheard.size());
    }

    @Test
    void aWriteMakesSettingsOld() {
        BlockKey settings = new BlockKey(0x11, ReadFunction.HOLDING, 0, 60);
        List<Integer> zeros = Collections.nCopies(60, 0);
        for (BlockKey block : List.of(settings, Wire.input(0x11, 0, 60),
                new BlockKey(0x31, ReadFunction.HOLDING, 0, 60), new BlockKey(0x11, ReadFunction.HOLDING, 60, 60))) {
            overheard.add(new Frame.ReadResponse(Wire.DONGLE, block, Wire.INVERTER, zeros));
        }
        overheard.written(0x11, 59);
        assertEquals(3, overheard.size());
        assertTrue(overheard.take(settings).isEmpty());
    }

    @Test
    void theOldestGiveWay() {
        for (int start = 0; start < 1000; start++) {
            overheard.add(new Frame.ReadResponse(Wire.DONGLE, Wire.input(0x11, start, 1), Wire.INVERTER, List.of(0)));
        }
        assertEquals(64, overheard.size());
        assertTrue(overheard.take(Wire.input(0x11, 935, 1)).isEmpty());
        assertTrue(overheard.take(Wire.input(0x11, 936, 1)).isPresent());
    }

    @Test
    void paddingOfSerialsIsTakenOff() {
        var padded = new Frame.ReadResponse(Wire.DONGLE, HEARD.block(), "SA12\0\0\0\0  ", HEARD.registers());
        assertEquals("SA12", Answer.of(padded, false).serial());
    }
}
