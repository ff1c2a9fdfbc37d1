/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import java.nio.ByteBuffer;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** One Modbus message with what addresses it. The transaction id is 0 where the framing knows none. */
@NonNullByDefault
record Frame(int transaction, int unit, byte[] pdu) {

    Frame answer(byte[] answer) {
        return new Frame(transaction, unit, answer);
    }

    Frame withTransaction(int other) {
        return new Frame(other & 0xFFFF, unit, pdu);
    }

    Frame withUnit(int other) {
        return new Frame(transaction, other, pdu);
    }

    int function() {
        return Byte.toUnsignedInt(pdu[0]);
    }

    static byte[] exception(int function, int code) {
        return ByteBuffer.allocate(2).put((byte) (function | 0x80)).put((byte) code).array();
    }
}
