/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import java.math.BigDecimal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.WriteFunction;

/**
 * How models of a family are made to take settings (solax.md §1.4).
 *
 * @param line the line in the profile's file, for messages
 * @param write the register that takes the code, with function 6
 * @param code the code
 * @param state where it is told whether the device is unlocked; null if nowhere: then the code is sent each time
 * @param when the models that need it
 */
@NonNullByDefault
record Unlock(int line, int write, int code, @Nullable State state, Condition when) {

    /**
     * Where it is told whether the device is unlocked.
     *
     * @param space where the register lies
     * @param address the register
     * @param unlocked what it says if it is
     */
    record State(RegisterSpace space, int address, Interval unlocked) {

        boolean isOpen(RegisterTransport transport, int unit) throws TransportException, InterruptedException {
            return unlocked.contains(BigDecimal.valueOf(transport.read(unit, space, address, 1)[0]));
        }
    }

    /** {@code {"write": "0x0000", "code": 2014, "space": "input", "state": "0x0054", "unlocked": "1..2"}}. */
    static Unlock read(int line, JsonFields fields) {
        State state = fields.has("state")
                ? new State(ProfileHead.constant(RegisterSpace.class, fields.text("space")), fields.number("state"),
                        fields.parsed("unlocked", Interval::parse))
                : null;
        Unlock unlock = new Unlock(line, fields.number("write"), fields.number("code"), state,
                LineReader.condition(fields));
        if ((unlock.write | unlock.code | (state == null ? 0 : state.address)) >>> 16 != 0) {
            throw new IllegalArgumentException("\"unlock\" names registers and a code, each 0 to 65535");
        }
        return unlock;
    }

    /**
     * Sees to it that the device takes settings, and tells whether it does. A code whose answer is lost may be taken all the
     * same.
     */
    boolean unlocks(RegisterTransport transport, int unit, Session session)
            throws TransportException, InterruptedException {
        State told = state;
        if (told != null && session.ask(() -> told.isOpen(transport, unit))) {
            return true;
        }
        session.send(() -> transport.write(unit, WriteFunction.SINGLE, write, code));
        return told == null || session.ask(() -> told.isOpen(transport, unit));
    }
}
