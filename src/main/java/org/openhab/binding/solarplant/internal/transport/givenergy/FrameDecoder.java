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

import static org.openhab.binding.solarplant.internal.transport.givenergy.Layout.word;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Tells what a whole frame says (givenergy.md §1.3 to §1.7). A pure function that takes any bytes and never throws. */
@NonNullByDefault
final class FrameDecoder {

    private FrameDecoder() {}

    /**
     * @param bytes a frame from its marker to its last byte
     */
    static Frame decode(byte[] bytes) {
        if (bytes.length < Layout.LEAST_BYTES) {
            return new Frame.Malformed(bytes.length);
        }
        if (bytes[Layout.OUTER_FUNCTION] == Layout.HEARTBEAT) {
            return bytes.length == Layout.HEARTBEAT_BYTES
                    ? new Frame.Heartbeat(adapter(bytes), bytes[Layout.ADAPTER_TYPE] & 0xFF)
                    : new Frame.Malformed(bytes.length);
        }
        return isSized(bytes) ? transparent(bytes) : new Frame.Malformed(bytes.length);
    }

    /** Whether the 64-bit field, which all known devices fill with the length of the rest, agrees with the frame. */
    private static boolean isSized(byte[] bytes) {
        return bytes.length >= Layout.BODY + Layout.CRC_BYTES
                && ByteBuffer.wrap(bytes).getLong(Layout.INNER_LENGTH) == bytes.length - Layout.UNIT;
    }

    private static Frame transparent(byte[] bytes) {
        int end = bytes.length - Layout.CRC_BYTES;
        int unit = bytes[Layout.UNIT] & 0xFF;
        int function = bytes[Layout.FUNCTION] & 0xFF;
        if (IntStream.range(Layout.UNIT, end).allMatch(i -> isLanText(bytes[i]))) {
            return new Frame.LanBroadcast(adapter(bytes), text(bytes, Layout.UNIT, end));
        }
        int zeros = Math.min(Layout.BODY + Layout.SERIAL_BYTES, end);
        if (function == 0 && IntStream.range(zeros, end).allMatch(i -> bytes[i] == 0)) {
            // comes before the checksum, which null responses do not keep
            return new Frame.NullResponse(adapter(bytes), unit);
        }
        Frame frame = content(bytes, unit, function);
        return Crc16.of(bytes, Layout.UNIT, end) == word(bytes, end) ? frame : new Frame.BadChecksum(frame);
    }

    private static Frame content(byte[] bytes, int unit, int function) {
        if (bytes.length == Layout.REQUEST_BYTES) {
            return new Frame.Request(adapter(bytes), unit, function, word(bytes, Layout.BODY),
                    word(bytes, Layout.BODY + 2));
        }
        int rest = bytes.length - Layout.UNIT;
        if (rest < Layout.ANSWER_REST) {
            return new Frame.Unknown(Layout.TRANSPARENT, unit, function);
        }
        String serial = text(bytes, Layout.BODY, Layout.BODY + Layout.SERIAL_BYTES);
        int words = Layout.BODY + Layout.SERIAL_BYTES;
        int first = word(bytes, words);
        int second = word(bytes, words + 2);
        Optional<ReadFunction> read = ReadFunction.of(function);
        if (read.isPresent()) {
            // the count is protected by the checksum, the length is not: they must agree
            return rest == Layout.ANSWER_REST + 2 * second
                    ? new Frame.ReadResponse(adapter(bytes), new BlockKey(unit, read.get(), first, second), serial,
                            registers(bytes, words + 4, second))
                    : new Frame.Malformed(bytes.length);
        }
        if (rest == Layout.ANSWER_REST && function == Layout.WRITE_ONE) {
            return new Frame.WriteResponse(adapter(bytes), unit, serial, first, second);
        }
        if (rest == Layout.ANSWER_REST && (function & Layout.ERROR_FLAG) != 0) {
            return new Frame.ErrorResponse(adapter(bytes), unit, function & ~Layout.ERROR_FLAG, serial, first, second);
        }
        return new Frame.Unknown(Layout.TRANSPARENT, unit, function);
    }

    private static List<Integer> registers(byte[] bytes, int from, int count) {
        return IntStream.range(0, count).mapToObj(i -> word(bytes, from + 2 * i)).toList();
    }

    private static String adapter(byte[] bytes) {
        return text(bytes, Layout.ADAPTER, Layout.ADAPTER + Layout.SERIAL_BYTES);
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static boolean isLanText(byte character) {
        return character >= '0' && character <= '9' || ".,\r\n".indexOf(character) >= 0;
    }
}
