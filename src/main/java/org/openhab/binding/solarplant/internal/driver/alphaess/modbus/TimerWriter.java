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
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.profile.Session;
import org.openhab.binding.solarplant.internal.profile.WireFailure;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** Writes those timer registers that change, neighbours together. */
@NonNullByDefault
final class TimerWriter {

    private final EmsWriter writer;

    /** Registers next to each other. */
    private record Run(int start, List<Integer> words) {}

    TimerWriter(EmsWriter writer) {
        this.writer = writer;
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
                doubt = writer.write(run.start, run.words, IntStream.range(0, run.words.size()).boxed().toList(),
                        session);
            } catch (TransportException.Refused refusal) {
                if (isFirst) {
                    throw refusal;
                }
                return Optional.of(WireFailure.of(refusal));
            }
            if (doubt.isPresent()) {
                return doubt;
            }
            isFirst = false;
        }
        return Optional.empty();
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
