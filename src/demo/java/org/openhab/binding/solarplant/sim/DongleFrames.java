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

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The frames that a GivEnergy dongle sends (givenergy.md §1.2 to §1.7). Written without the code under test, as a check
 * of it.
 *
 * @param dongle serial of the dongle
 */
@NonNullByDefault
public record DongleFrames(String dongle) {
    private static final int START = 0x59590001;
    private static final int TRANSPARENT = 2;
    private static final int LONGEST = 300;

    /** The dongle asks whether the client is there. */
    public byte[] heartbeat() {
        return outer(1, new byte[]{1});
    }

    /** Registers of a device. */
    public byte[] read(int address, int function, String serial, int start, List<Integer> values) {
        ByteBuffer words = ByteBuffer.allocate(4 + 2 * values.size()).putShort((short) start)
                .putShort((short) values.size());
        values.forEach(value -> words.putShort(value.shortValue()));
        return answer(address, function, serial, words.array());
    }

    /** A register was written. */
    public byte[] written(int address, String serial, int register, int value) {
        return answer(address, 6, serial, words(register, value));
    }

    /** A request was refused. */
    public byte[] refused(int address, int function, String serial, int start, int count) {
        return answer(address, function | 0x80, serial, words(start, count));
    }

    /** 62 zero words under function 0, without a checksum. */
    public byte[] nothing(int address) {
        byte[] rest = new byte[138];
        rest[0] = (byte) address;
        return transparent(rest);
    }

    /** The dongle tells its place in the network. */
    public byte[] lan(String text) {
        return transparent(sealed(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Any transparent frame with a right checksum. */
    public byte[] answer(int address, int function, String serial, byte[] rest) {
        return transparent(sealed(ByteBuffer.allocate(12 + rest.length).put((byte) address).put((byte) function)
                .put(serial.getBytes(StandardCharsets.ISO_8859_1)).put(rest).array()));
    }

    /** The next frame of a client, or its end as an exception. */
    static byte[] next(DataInputStream in) throws IOException {
        int start = in.readInt();
        int length = in.readUnsignedShort();
        if (start != START || length < 12 || length > LONGEST) {
            throw new IOException("a client that does not speak the dialect");
        }
        byte[] body = new byte[length];
        in.readFully(body);
        return body;
    }

    /** The checksum as it is sent. */
    static byte[] sealed(byte[] covered) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(covered);
        bytes.writeBytes(ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) Crc16.of(covered, covered.length)).array());
        return bytes.toByteArray();
    }

    private byte[] transparent(byte[] rest) {
        return outer(TRANSPARENT, ByteBuffer.allocate(8 + rest.length).putLong(rest.length).put(rest).array());
    }

    private byte[] outer(int function, byte[] rest) {
        byte[] serial = dongle.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(8 + serial.length + rest.length).putInt(START)
                .putShort((short) (2 + serial.length + rest.length)).put((byte) 1).put((byte) function).put(serial)
                .put(rest).array();
    }

    private static byte[] words(int first, int second) {
        return ByteBuffer.allocate(4).putShort((short) first).putShort((short) second).array();
    }
}
