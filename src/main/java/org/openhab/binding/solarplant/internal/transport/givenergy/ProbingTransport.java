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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.WriteFunction;

/** A wire on which what is absent stays silent, so that the caller says how long an answer is worth waiting for. */
@NonNullByDefault
public interface ProbingTransport extends RegisterTransport {

    /**
     * Asks for consecutive registers; connects first where there is no connection.
     *
     * @throws TransportException.Unreachable if there is no connection, or it broke at every attempt
     * @throws TransportException.TimedOut if the last attempt was met with silence, or with wrong checksums only
     * @throws TransportException.Refused with code 0 if the last attempt was refused: the dialect gives no reason
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    Answer ask(BlockKey block, Effort effort) throws TransportException, InterruptedException;

    /**
     * Writes one register, once. That it was done is known only if this returns: what is met with silence may be done or not.
     *
     * @throws TransportException.Unreachable if there is no connection, or it broke
     * @throws TransportException.TimedOut if no echo came that names this register and this value
     * @throws TransportException.Refused with code 0 if the device will not
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    void writeOne(int unit, int register, int value) throws TransportException, InterruptedException;

    /** What happened on this wire so far. */
    DongleStatistics statistics();

    @Override
    default int[] read(int unit, RegisterSpace space, int start, int count)
            throws TransportException, InterruptedException {
        return ask(new BlockKey(unit, ReadFunction.of(space), start, count), Effort.REFRESH).registers();
    }

    @Override
    default void write(int unit, WriteFunction function, int start, int... words)
            throws TransportException, InterruptedException {
        if (function != WriteFunction.SINGLE || words.length != 1) {
            // devices know function 16, but no client was ever seen to use it (givenergy.md §1.4)
            throw new TransportException.Refused(ILLEGAL_FUNCTION);
        }
        writeOne(unit, start, words[0]);
    }

    /** Reads what is usually absent: like {@link #read}, but with a short wait and few attempts. */
    default int[] probe(int unit, RegisterSpace space, int start, int count)
            throws TransportException, InterruptedException {
        return ask(new BlockKey(unit, ReadFunction.of(space), start, count), Effort.PROBE).registers();
    }
}
