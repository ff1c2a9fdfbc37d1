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

import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.TransportException.Refused;
import org.openhab.binding.solarplant.internal.transport.WriteFunction;

/** Who commands the battery, which anybody may: also the vendor's cloud writes these registers (alphaess.md §4.7). */
@NonNullByDefault
final class DispatchBlock {

    private static final int START = 0x0880;
    private static final long NEVER = -1;

    private final RegisterTransport transport;
    private final int unit;
    /** The connection over which the device said that it has no such registers. */
    private long absentOn = NEVER;

    DispatchBlock(RegisterTransport transport, int unit) {
        this.transport = transport;
        this.unit = unit;
    }

    /** Asks for it; nothing if the device has none. */
    Optional<DispatchCommand> read() throws TransportException, InterruptedException {
        if (absentOn == transport.connection()) {
            return Optional.empty();
        }
        try {
            int[] words = transport.read(unit, RegisterSpace.HOLDING, START, DispatchCommand.COUNT);
            return Optional.of(new DispatchCommand(IntStream.of(words).boxed().toList()));
        } catch (Refused refusal) {
            if (!refusal.concernsAddress()) {
                throw refusal;
            }
            absentOn = transport.connection();
            return Optional.empty();
        }
    }

    /** Writes all of it in one request. */
    void write(DispatchCommand command) throws TransportException, InterruptedException {
        transport.write(unit, WriteFunction.MULTIPLE, START, command.registers());
    }
}
