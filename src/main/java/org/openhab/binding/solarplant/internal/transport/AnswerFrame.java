/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.TransportException.Garbled;

/**
 * The answer that came last on a connection: reads it, and holds it until the next one. Registers are taken from its bytes
 * as they are asked for, so that no object is made for each of them.
 */
@NonNullByDefault
final class AnswerFrame {

    private static final int EXCEPTION_FLAG = 0x80;
    private static final int READ_HOLDING = 3;
    private static final int READ_INPUT = 4;
    private static final int WRITE_SINGLE = 6;
    private static final int WRITE_MULTIPLE = 16;

    /** Transaction, protocol, length of the rest: two bytes each. The rest begins with the unit. */
    private static final int TCP_HEADER_BYTES = 6;
    private static final int LENGTH_AT = 4;
    /** The unit and the shortest message: function and exception code. */
    private static final int LEAST_LENGTH = 3;
    /** The unit and the longest message that Modbus knows. */
    private static final int MOST_LENGTH = 254;
    private static final int RTU_HEADER_BYTES = 1;
    private static final int CRC_BYTES = 2;

    private final byte[] bytes = new byte[TCP_HEADER_BYTES + MOST_LENGTH + CRC_BYTES];
    private int message;
    private int end;

    /** Reads the answer to this transaction; those to others, which some dongles let come along, are passed over. */
    void readTcp(InputStream in, int transaction) throws IOException, Garbled {
        do {
            fill(in, 0, TCP_HEADER_BYTES);
            int length = wordAt(LENGTH_AT);
            if (length < LEAST_LENGTH || length > MOST_LENGTH) {
                throw new Garbled("not understood: a message of " + length + " bytes", null);
            }
            message = TCP_HEADER_BYTES + 1;
            end = TCP_HEADER_BYTES + length;
            fill(in, TCP_HEADER_BYTES, end);
        } while (wordAt(0) != transaction);
    }

    /** Reads an answer as it comes over a serial line; its checksum is read, and not looked at. */
    void readRtu(InputStream in) throws IOException, Garbled {
        message = RTU_HEADER_BYTES;
        fill(in, 0, message + 2);
        end = message + switch (function()) {
            case READ_HOLDING, READ_INPUT -> 2 + (bytes[message + 1] & 0xFF);
            case WRITE_SINGLE, WRITE_MULTIPLE -> 5;
            default -> {
                if (!isException()) {
                    throw new Garbled("not understood: an answer to function " + function(), null);
                }
                yield 2;
            }
        };
        if (end + CRC_BYTES > bytes.length) {
            throw new Garbled("not understood: a message of " + end + " bytes", null);
        }
        fill(in, message + 2, end + CRC_BYTES);
    }

    int unit() {
        return bytes[message - 1] & 0xFF;
    }

    /** The function that it answers; with the highest bit set, if it is an exception. */
    int function() {
        return bytes[message] & 0xFF;
    }

    boolean isException() {
        return (function() & EXCEPTION_FLAG) != 0;
    }

    /** Whether it says that this function was not carried out. */
    boolean isRefusalOf(int function) {
        return function() == (function | EXCEPTION_FLAG);
    }

    /** Why the device refuses. */
    int exceptionCode() {
        return bytes[message + 1] & 0xFF;
    }

    /** The registers that it brings. */
    int[] registers(int count) throws Garbled {
        int told = bytes[message + 1] & 0xFF;
        int first = message + 2;
        if (told % 2 != 0 || told != end - first) {
            throw new Garbled("not understood: " + told + " bytes of registers in " + (end - first), null);
        }
        if (told / 2 != count) {
            throw new Garbled(told / 2 + " registers instead of " + count, null);
        }
        int[] words = new int[count];
        for (int i = 0; i < count; i++) {
            words[i] = wordAt(first + 2 * i);
        }
        return words;
    }

    /** Whether it echoes these two words, the address that was written to and what or how many. */
    boolean echoes(int start, int second) {
        return end - message == 5 && wordAt(message + 1) == start && wordAt(message + 3) == second;
    }

    private int wordAt(int index) {
        return (bytes[index] & 0xFF) << Byte.SIZE | bytes[index + 1] & 0xFF;
    }

    private void fill(InputStream in, int from, int to) throws IOException {
        for (int at = from; at < to;) {
            int count = in.read(bytes, at, to - at);
            if (count < 0) {
                throw new EOFException("the end of the connection");
            }
            at += count;
        }
    }
}
