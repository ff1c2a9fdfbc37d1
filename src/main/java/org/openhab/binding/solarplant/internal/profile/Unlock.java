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
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.WriteFunction;

/**
 * How a family is made to take settings (solax.md §1.4).
 *
 * @param write the register that takes the code, with function 6
 * @param code the code
 * @param space where the state is read
 * @param state the register that tells whether it is unlocked
 * @param unlocked what that says if it is
 */
@NonNullByDefault
record Unlock(int write, int code, RegisterSpace space, int state, Interval unlocked) {

    /** {@code {"write": "0x0000", "code": 2014, "space": "input", "state": "0x0054", "unlocked": "1..2"}}. */
    static Unlock read(JsonFields fields) {
        Unlock unlock = new Unlock(fields.number("write"), fields.number("code"),
                ProfileHead.constant(RegisterSpace.class, fields.text("space")), fields.number("state"),
                fields.parsed("unlocked", Interval::parse));
        if ((unlock.write | unlock.code | unlock.state) >>> 16 != 0) {
            throw new IllegalArgumentException("\"unlock\" names registers and a code, each 0 to 65535");
        }
        fields.rejectUnknown();
        return unlock;
    }

    /**
     * Sees to it that the device takes settings, and tells whether it does. A code whose answer is lost may be taken all the
     * same.
     */
    boolean unlocks(RegisterTransport transport, int unit, Session session)
            throws TransportException, InterruptedException {
        if (session.ask(() -> isOpen(transport, unit))) {
            return true;
        }
        session.send(() -> transport.write(unit, WriteFunction.SINGLE, write, code));
        return session.ask(() -> isOpen(transport, unit));
    }

    private boolean isOpen(RegisterTransport transport, int unit) throws TransportException, InterruptedException {
        return unlocked.contains(BigDecimal.valueOf(transport.read(unit, space, state, 1)[0]));
    }
}
