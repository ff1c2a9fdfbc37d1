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

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The frames that a client sends, byte for byte (givenergy.md §1.3, §1.4). */
@NonNullByDefault
final class FrameEncoder {

    private FrameEncoder() {}

    /** The reply to a heartbeat: the same frame, with its serial and type. */
    static byte[] encode(Frame.Heartbeat heartbeat) {
        return begin(Layout.HEARTBEAT_BYTES, Layout.HEARTBEAT, heartbeat.adapter()).put((byte) heartbeat.type())
                .array();
    }

    static byte[] encode(Frame.Request request) {
        // the 64-bit field is the length of the rest; inverters that find 0 there stop answering
        ByteBuffer bytes = begin(Layout.REQUEST_BYTES, Layout.TRANSPARENT, request.adapter())
                .putLong(Layout.REQUEST_BYTES - Layout.UNIT) //
                .put((byte) request.unit()).put((byte) request.function()) //
                .putShort((short) request.first()).putShort((short) request.second());
        return bytes.putShort((short) Crc16.of(bytes.array(), Layout.UNIT, bytes.position())).array();
    }

    private static ByteBuffer begin(int size, int outerFunction, String adapter) {
        return ByteBuffer.allocate(size).putInt(Layout.MARKER).putShort((short) (size - Layout.AFTER_LENGTH))
                .put((byte) Layout.OUTER_UNIT_OURS).put((byte) outerFunction)
                .put(adapter.getBytes(StandardCharsets.ISO_8859_1));
    }
}
