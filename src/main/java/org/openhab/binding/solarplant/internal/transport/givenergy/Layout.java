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

/** Where things stand in a frame (givenergy.md §1.2 to §1.4). */
@NonNullByDefault
final class Layout {

    /** Transaction id and protocol id, which never change: the only thing by which a frame can be found. */
    static final int MARKER = 0x5959_0001;
    static final int MARKER_BYTES = 4;

    static final int LENGTH = 4;
    static final int AFTER_LENGTH = 6;
    static final int OUTER_UNIT = 6;
    static final int OUTER_FUNCTION = 7;
    /** What must be there before a header can be judged. */
    static final int HEADER_BYTES = 8;
    static final int ADAPTER = 8;
    static final int SERIAL_BYTES = 10;
    static final int ADAPTER_TYPE = 18;
    /** The 64-bit length of everything from {@link #UNIT} on. */
    static final int INNER_LENGTH = 18;
    static final int UNIT = 26;
    static final int FUNCTION = 27;
    static final int BODY = 28;
    static final int CRC_BYTES = 2;

    static final int OUTER_UNIT_OURS = 1;
    static final int HEARTBEAT = 1;
    static final int TRANSPARENT = 2;
    static final int ERROR_FLAG = 0x80;
    static final int WRITE_ONE = 6;

    /** No frame is shorter. */
    static final int LEAST_BYTES = 18;
    /** The largest value of the length field that a frame can have. */
    static final int MOST_LENGTH = 300;
    static final int MOST_BYTES = AFTER_LENGTH + MOST_LENGTH;
    static final int HEARTBEAT_BYTES = 19;
    static final int REQUEST_BYTES = 34;
    /** An answer without registers, from the unit on: unit, function, serial, two words, checksum. */
    static final int ANSWER_REST = 18;

    private Layout() {}

    static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << Byte.SIZE | bytes[at + 1] & 0xFF;
    }
}
