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
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/** Which news count for a request that waits (givenergy.md §1.8). */
@NonNullByDefault
class PendingTest {
    private static final Frame.ReadResponse ANSWER = (Frame.ReadResponse) Wire.decode(Wire.READ_RESPONSE);

    private final Pending pending = new Pending(new Question.Read(ANSWER.block()));
    private final Inbox inbox = new Inbox(GivEnergyEndpoint.of("dongle", 1), new FakeTicker(), new Counters());

    @Test
    void theFirstAnswerCounts() throws InterruptedException {
        assertTrue(pending.answered(ANSWER));
        assertFalse(pending.answered(new Frame.ReadResponse(Wire.DONGLE, ANSWER.block(), "other", List.of())));
        assertEquals(Answer.of(ANSWER, false), pending.answer());
        assertEquals(Pending.State.ANSWERED, pending.await(Duration.ofSeconds(15)));
    }

    @Test
    void nothingTakesAnAnswerBack() throws InterruptedException {
        pending.answered(ANSWER);
        pending.broken();
        pending.refused((Frame.ErrorResponse) FrameDecoder.decode(Wire.FRAMES.refused(0x11, 4, Wire.INVERTER, 0, 6)));
        assertFalse(pending.again());
        assertEquals(Pending.State.ANSWERED, pending.await(Duration.ZERO));
    }

    @Test
    void anotherAttemptBeginsAfresh() throws InterruptedException {
        pending.broken();
        assertEquals(Pending.State.BROKEN, pending.await(Duration.ofSeconds(15)));
        assertTrue(pending.again());
        assertEquals(Pending.State.SILENT, pending.await(Duration.ZERO));
    }

    @Test
    void aConnectionThatEndedBeforeTellsSo() {
        inbox.ended();
        inbox.expect(pending);
        assertEquals(Pending.State.BROKEN, pending.state());
    }

    @Test
    void whatIsNoLongerWaitedForIsAnotherClients() {
        inbox.expect(pending);
        inbox.expectNothing();
        inbox.accept(ANSWER);
        inbox.accept(FrameDecoder.decode(Wire.FRAMES.refused(0x11, 4, Wire.INVERTER, 0, 6)));
        inbox.ended();
        assertEquals(Pending.State.SILENT, pending.state());
        assertTrue(inbox.overheard(ANSWER.block()).orElseThrow().overheard());
    }
}
