/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.givenergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.driver.WallClock;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.profile.Session;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.WriteFunction;

/** The clock of a device is set by its registers 35 to 40, in the time of the plant. It is noon there. */
@NonNullByDefault
class DeviceClockTest {

    private final TestClock clock = new TestClock();
    private final Wire wire = new Wire();
    private final DeviceClock device = new DeviceClock(wire, GuardedWire.OWNER,
            new WallClock(clock, () -> ZoneId.of("Europe/Berlin")));

    /** Holding registers to which each write takes a while, as it does on real wires. */
    private final class Wire implements RegisterTransport {
        private final int[] page = new int[60];
        private final List<String> written = new ArrayList<>();
        private long secondsPerWrite;
        private int writesUntilFailure = Integer.MAX_VALUE;
        private TransportException failure = new TransportException.Refused(0);
        private boolean takes = true;
        private int lost;

        @Override
        public int[] read(int unit, RegisterSpace space, int start, int count) throws TransportException {
            if (writesUntilFailure < 0) {
                throw failure;
            }
            return Arrays.copyOfRange(page, start, start + count);
        }

        @Override
        public void write(int unit, WriteFunction function, int start, int... words) throws TransportException {
            if (writesUntilFailure-- <= 0) {
                throw failure;
            }
            clock.pass(secondsPerWrite);
            written.add(start + "=" + words[0]);
            page[start] = takes ? words[0] : page[start];
            if (lost-- > 0) {
                throw new TransportException.TimedOut(Duration.ofSeconds(1));
            }
        }

        @Override
        public long connection() {
            return 1;
        }

        @Override
        public void cut() {
            throw new AssertionError("nobody cuts it");
        }

        @Override
        public void close() {
            throw new AssertionError("nobody closes it");
        }
    }

    private Outcome set() throws InterruptedException {
        return device.set(new Session(wire, () -> true, wire.connection()));
    }

    private void shows(int... fields) {
        System.arraycopy(fields, 0, wire.page, 35, fields.length);
    }

    @ParameterizedTest
    @CsvSource({"11;58;30, '39=0, 40=0'", "12;7;0, '39=0, 40=0'", "12;0;20, '40=0'", "9;0;0, '38=12, 40=0'"})
    void writesWhatDiffers(String time, String written) throws Exception {
        int[] fields = Arrays.stream(time.split(";")).mapToInt(Integer::parseInt).toArray();
        shows(26, 6, 1, fields[0], fields[1], fields[2]);
        if (fields[0] == 11) {
            written = "38=12, " + written;
        }
        assertInstanceOf(Outcome.Verified.class, set());
        assertEquals(written, String.join(", ", wire.written));
    }

    @Test
    void writesAllOfATimeThatIsNone() throws Exception {
        shows(25, 13, 31, 25, 61, 99);
        assertInstanceOf(Outcome.Verified.class, set());
        assertEquals(List.of("35=26", "36=6", "37=1", "38=12", "39=0", "40=0"), wire.written);
    }

    @Test
    void leavesAClockAloneThatIsRight() throws Exception {
        shows(26, 6, 1, 12, 0, 5);
        assertEquals(new Outcome.Unchanged(), set());
        assertEquals(List.of(), wire.written);
    }

    /** What the writes take is added to the second, but must not begin another minute. */
    @Test
    void theWritesTakeTheirTime() throws Exception {
        wire.secondsPerWrite = 1;
        shows(25, 1, 2, 3, 4, 5);
        assertInstanceOf(Outcome.Verified.class, set());
        assertEquals("40=5", wire.written.getLast());
        clock.pass(49);
        shows(25, 1, 2, 3, 4, 5);
        assertInstanceOf(Outcome.Verified.class, set());
        assertEquals("40=59", wire.written.getLast());
        assertEquals(0, wire.page[39]);
    }

    /** Their effect shows when the clock is read afterwards. */
    @Test
    void lostAnswersAreNotTheEnd() throws Exception {
        shows(25, 1, 2, 3, 4, 5);
        wire.lost = 2;
        assertInstanceOf(Outcome.Verified.class, set());
        assertEquals(List.of("35=26", "36=6", "37=1", "38=12", "39=0", "40=0"), wire.written);
    }

    @Test
    void whatIsNotTakenIsTold() throws Exception {
        wire.takes = false;
        Outcome.Unverified ignored = assertInstanceOf(Outcome.Unverified.class, set());
        assertEquals(Failure.Kind.NOT_TAKEN, ignored.why().kind());
    }

    @Test
    void refusalsAndSilenceAreTold() throws Exception {
        wire.writesUntilFailure = 0;
        assertEquals(new Outcome.Refused(new Refusal(Refusal.Kind.DEVICE, "0")), set());
        wire.writesUntilFailure = 2;
        assertEquals(Failure.Kind.REFUSED, assertInstanceOf(Outcome.Unverified.class, set()).why().kind());
        wire.writesUntilFailure = 0;
        wire.failure = new TransportException.Garbled("nonsense", null);
        assertEquals(Failure.Kind.PROTOCOL, assertInstanceOf(Outcome.Unverified.class, set()).why().kind());
        wire.writesUntilFailure = -1;
        assertEquals(new Outcome.Refused(new Refusal(Refusal.Kind.NOT_CONNECTED)), set());
    }
}
