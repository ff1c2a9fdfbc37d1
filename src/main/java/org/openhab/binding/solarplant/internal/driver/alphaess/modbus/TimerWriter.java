/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.modbus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.profile.Session;
import org.openhab.binding.solarplant.internal.profile.WireFailure;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.WriteFunction;

/**
 * Writes those timer registers that change: one by function 6, neighbours together by function 16. Where function 6 is
 * refused, 16 goes in its place at once; where it is not answered, as by SMILE-B3, only from the next time on, since the
 * first one may have been taken (alphaess.md §4.1).
 */
@NonNullByDefault
final class TimerWriter {

    private final RegisterTransport transport;
    private final int unit;
    private WriteFunction single = WriteFunction.SINGLE;

    /** Registers next to each other. */
    private record Run(int start, List<Integer> words) {}

    TimerWriter(RegisterTransport transport, int unit) {
        this.transport = transport;
        this.unit = unit;
    }

    /**
     * Writes what differs. What puts a direction in force comes last, what takes it out comes first: in between nothing
     * happens at times that nobody wanted.
     *
     * @param session with the device whose timers they are
     * @return why it ended before all was written; nothing if all was
     * @throws TransportException.Refused if the first write was refused
     */
    Optional<Failure> write(Timers before, Timers after, Session session)
            throws TransportException.Refused, InterruptedException {
        boolean isFirst = true;
        for (Run run : runs(before, after)) {
            Optional<Failure> doubt;
            try {
                doubt = session.send(() -> write(run));
            } catch (TransportException.Refused refusal) {
                if (isFirst) {
                    throw refusal;
                }
                return Optional.of(WireFailure.of(refusal));
            }
            if (doubt.isPresent() && !isSo(run, session)) {
                return doubt;
            }
            isFirst = false;
        }
        return Optional.empty();
    }

    /** Whether the registers hold what they were to hold, after the answer was lost. */
    private boolean isSo(Run run, Session session) throws InterruptedException {
        try {
            return Arrays.equals(words(run),
                    session.ask(() -> transport.read(unit, RegisterSpace.HOLDING, run.start, run.words.size())));
        } catch (TransportException e) {
            return false;
        }
    }

    private void write(Run run) throws TransportException, InterruptedException {
        if (run.words.size() > 1) {
            transport.write(unit, WriteFunction.MULTIPLE, run.start, words(run));
            return;
        }
        WriteFunction tried = single;
        try {
            transport.write(unit, tried, run.start, words(run));
        } catch (TransportException.TimedOut silence) {
            single = WriteFunction.MULTIPLE;
            throw silence;
        } catch (TransportException.Refused refusal) {
            if (refusal.code() != RegisterTransport.ILLEGAL_FUNCTION || tried == WriteFunction.MULTIPLE) {
                throw refusal;
            }
            single = WriteFunction.MULTIPLE;
            transport.write(unit, single, run.start, words(run));
        }
    }

    private static int[] words(Run run) {
        return run.words.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<Run> runs(Timers before, Timers after) {
        List<Run> runs = new ArrayList<>();
        for (int i = 1; i < after.words().size(); i++) {
            if (!after.words().get(i).equals(before.words().get(i))) {
                int last = i;
                while (last + 1 < after.words().size()
                        && !after.words().get(last + 1).equals(before.words().get(last + 1))) {
                    last++;
                }
                runs.add(new Run(TimerBlock.START + i, after.words().subList(i, last + 1)));
                i = last;
            }
        }
        if (!after.words().getFirst().equals(before.words().getFirst())) {
            runs.add(after.putsInForce(before) ? runs.size() : 0,
                    new Run(TimerBlock.START, after.words().subList(0, 1)));
        }
        return runs;
    }
}
