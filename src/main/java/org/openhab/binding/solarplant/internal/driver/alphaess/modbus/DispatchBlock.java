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

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.profile.BlankBlock;
import org.openhab.binding.solarplant.internal.profile.Session;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.TransportException.Implausible;
import org.openhab.binding.solarplant.internal.transport.TransportException.Refused;
import org.openhab.binding.solarplant.internal.transport.WriteFunction;

/** Who commands the battery, which anybody may: also the vendor's cloud writes these registers (alphaess.md §4.7). */
@NonNullByDefault
final class DispatchBlock {

    private static final int START = 0x0880;
    private static final long NEVER = -1;
    /** One by one: mode, powers, target and time go before what starts it, and behind what ends it (alphaess.md §4.7). */
    private static final List<Integer> START_LAST = List.of(5, 1, 2, 3, 4, 6, 7, 8, 0);
    private static final List<Integer> START_FIRST = List.of(0, 5, 1, 2, 3, 4, 6, 7, 8);

    private final RegisterTransport transport;
    private final int unit;
    private final EmsWriter writer;
    /** The connection over which the device said that it has no such registers. */
    private long absentOn = NEVER;

    DispatchBlock(RegisterTransport transport, int unit, EmsWriter writer) {
        this.transport = transport;
        this.unit = unit;
        this.writer = writer;
    }

    /**
     * Asks for it; nothing if the device has none.
     *
     * @throws Implausible if nothing but 0xFFFF comes
     */
    Optional<DispatchCommand> read() throws TransportException, InterruptedException {
        if (absentOn == transport.connection()) {
            return Optional.empty();
        }
        try {
            int[] words = transport.read(unit, RegisterSpace.HOLDING, START, DispatchCommand.COUNT);
            if (BlankBlock.is(words)) {
                throw new Implausible("a blank dispatch");
            }
            return Optional.of(new DispatchCommand(IntStream.of(words).boxed().toList()));
        } catch (Refused refusal) {
            if (!refusal.concernsAddress()) {
                throw refusal;
            }
            absentOn = transport.connection();
            return Optional.empty();
        }
    }

    /**
     * Writes all of it, in one request where the device takes that.
     *
     * @return why it ended before all was written; nothing if all was
     * @throws Refused if nothing was written
     */
    Optional<Failure> write(DispatchCommand command, Session session) throws Refused, InterruptedException {
        return writer.write(START, command.words(), command.isRunning() ? START_LAST : START_FIRST, session);
    }

    /** Ends what is commanded, whatever comes of it: nobody waits for it. */
    void release() throws TransportException, InterruptedException {
        int[] words = DispatchCommand.release().registers();
        if (writer.writesOneByOne()) {
            transport.write(unit, WriteFunction.SINGLE, START, words[0]);
        } else {
            transport.write(unit, WriteFunction.MULTIPLE, START, words);
        }
    }
}
