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

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** How messages are cut out of the TCP stream. Written without the library under test, as a check of it. */
@NonNullByDefault
public enum Framing {
    /** Modbus TCP: a header with transaction id, length and unit id. */
    MBAP {
        @Override
        Frame read(DataInputStream in) throws IOException {
            int transaction = in.readUnsignedShort();
            in.readUnsignedShort();
            int length = in.readUnsignedShort();
            if (length < 2 || length > MAX_PDU + 1) {
                throw new IOException("header announces " + length + " bytes");
            }
            int unit = in.readUnsignedByte();
            byte[] pdu = new byte[length - 1];
            in.readFully(pdu);
            return new Frame(transaction, unit, pdu);
        }

        @Override
        byte[] bytes(Frame frame) {
            return ByteBuffer.allocate(7 + frame.pdu().length).putShort((short) frame.transaction()).putShort((short) 0)
                    .putShort((short) (frame.pdu().length + 1)).put((byte) frame.unit()).put(frame.pdu()).array();
        }
    },
    /** RTU frames with their checksum, sent over TCP as they are by simple gateways. */
    RTU {
        @Override
        Frame read(DataInputStream in) throws IOException {
            byte[] head = in.readNBytes(7);
            if (head.length < 7) {
                throw new IOException("stream ended within a frame");
            }
            // only a write of many registers is longer than eight bytes, and says so in its seventh
            int rest = head[1] == Request.WRITE_MANY ? Byte.toUnsignedInt(head[6]) + 2 : 1;
            byte[] frame = new byte[head.length + rest];
            System.arraycopy(head, 0, frame, 0, head.length);
            in.readFully(frame, head.length, rest);
            int body = frame.length - 2;
            if (Crc16.of(frame, body) != Short
                    .toUnsignedInt(ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).getShort(body))) {
                throw new IOException("checksum");
            }
            byte[] pdu = new byte[body - 1];
            System.arraycopy(frame, 1, pdu, 0, pdu.length);
            return new Frame(0, Byte.toUnsignedInt(frame[0]), pdu);
        }

        @Override
        byte[] bytes(Frame frame) {
            int body = frame.pdu().length + 1;
            ByteBuffer bytes = ByteBuffer.allocate(body + 2).order(ByteOrder.LITTLE_ENDIAN).put((byte) frame.unit())
                    .put(frame.pdu());
            return bytes.putShort((short) Crc16.of(bytes.array(), body)).array();
        }
    };

    private static final int MAX_PDU = 253;

    abstract Frame read(DataInputStream in) throws IOException;

    abstract byte[] bytes(Frame frame);
}
