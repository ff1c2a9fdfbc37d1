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
import org.openhab.binding.solarplant.internal.profile.BlankBlock;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.TransportException.Implausible;
import org.openhab.binding.solarplant.internal.transport.TransportException.Refused;

/**
 * The windows of time in which the battery is charged and discharged, and the limits of its charge (alphaess.md §4.7).
 * Hours and minutes lie apart, so that no register map can join them.
 */
@NonNullByDefault
final class TimerBlock {

    static final int START = 0x084F;
    /** All of it, without the minutes of charging, which SMILE-B3 has not, and without any minutes. */
    private static final List<Integer> COUNTS = List.of(19, 15, 11);

    private final RegisterTransport transport;
    private final int unit;
    private int refused;
    private long connection;
    private volatile Optional<Timers> last = Optional.empty();

    TimerBlock(RegisterTransport transport, int unit) {
        this.transport = transport;
        this.unit = unit;
    }

    /**
     * Asks for it; nothing if the device has none.
     *
     * @throws Implausible if nothing but 0xFFFF comes
     */
    Optional<Timers> read() throws TransportException, InterruptedException {
        if (connection != transport.connection()) {
            connection = transport.connection();
            refused = 0;
        }
        while (refused < COUNTS.size()) {
            try {
                int[] words = transport.read(unit, RegisterSpace.HOLDING, START, COUNTS.get(refused));
                if (BlankBlock.is(words)) {
                    throw new Implausible("blank timers");
                }
                Timers timers = new Timers(IntStream.of(words).boxed().toList());
                last = Optional.of(timers);
                return last;
            } catch (Refused refusal) {
                if (!refusal.concernsAddress()) {
                    throw refusal;
                }
                refused++;
            }
        }
        last = Optional.empty();
        return last;
    }

    /** What it said when it was asked last; nothing if it was not asked yet, or the device has none. */
    Optional<Timers> last() {
        return last;
    }
}
