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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames of givenergy.md §1.3 to §1.7, written by hand. */
@NonNullByDefault
class FrameDecoderTest {

    @Test
    void readsTheWorkedExamples() {
        assertEquals(new Frame.Request("AB1234G567", 0x11, 4, 0, 6), Wire.decode(Wire.READ_REQUEST));
        assertEquals(new Frame.ReadResponse(Wire.DONGLE, Wire.input(0x11, 0, 6), Wire.INVERTER,
                List.of(1, 3054, 3029, 3881, 0, 2389)), Wire.decode(Wire.READ_RESPONSE));
        assertEquals(new Frame.ErrorResponse(Wire.DONGLE, 0x11, 4, Wire.INVERTER, 0, 120),
                Wire.decode(Wire.ERROR_RESPONSE));
        assertEquals(new Frame.Request("AB1234G567", 0x11, 6, 27, 1), Wire.decode(Wire.WRITE_REQUEST));
        assertEquals(new Frame.WriteResponse(Wire.DONGLE, 0x11, Wire.INVERTER, 27, 1),
                Wire.decode(Wire.WRITE_RESPONSE));
        assertEquals(new Frame.Heartbeat(Wire.DONGLE, 1), Wire.decode(Wire.HEARTBEAT));
    }

    @Test
    void writesTheWorkedExamples() {
        assertEquals(Wire.READ_REQUEST, Wire.hex(
                FrameEncoder.encode(Frame.Request.read("AB1234G567", new BlockKey(0x11, ReadFunction.INPUT, 0, 6)))));
        assertEquals(Wire.WRITE_REQUEST,
                Wire.hex(FrameEncoder.encode(new Frame.Request("AB1234G567", 0x11, 6, 27, 1))));
        assertEquals(Wire.HEARTBEAT, Wire.hex(FrameEncoder.encode(new Frame.Heartbeat(Wire.DONGLE, 1))));
    }

    @Test
    void echoesWhateverAHeartbeatCarries() {
        byte[] odd = Wire.bytes("59590001000d0101", "00ff80e9414243fe7f20", "c8");
        assertEquals(Wire.hex(odd),
                Wire.hex(FrameEncoder.encode((Frame.Heartbeat) FrameDecoder.decode(odd))));
    }

    @Test
    void readsMeterProducts() {
        byte[] frame = Wire.FRAMES.read(1, 0x16, Wire.INVERTER, 60, List.of(7, 0xFFFF));
        assertEquals(new Frame.ReadResponse(Wire.DONGLE, new BlockKey(1, ReadFunction.METER_PRODUCT, 60, 2),
                Wire.INVERTER, List.of(7, 65535)), FrameDecoder.decode(frame));
        assertEquals("59590001001c01024142313233344735363700000000000000080116003c003c8814", Wire.hex(FrameEncoder
                .encode(Frame.Request.read("AB1234G567", new BlockKey(1, ReadFunction.METER_PRODUCT, 60, 60)))));
    }

    @Test
    void knowsABroadcastByItsText() {
        String text = "192.0.2.10,255.255.255.0,192.0.2.1\r\n\r\n";
        assertEquals(new Frame.LanBroadcast(Wire.DONGLE, text), FrameDecoder.decode(Wire.FRAMES.lan(text)));
    }

    @Test
    void knowsANullResponseByItsZeros() {
        assertEquals(new Frame.NullResponse(Wire.DONGLE, 0x33), FrameDecoder.decode(Wire.FRAMES.nothing(0x33)));
        byte[] something = Wire.FRAMES.nothing(0x33);
        something[60] = 1;
        assertInstanceOf(Frame.BadChecksum.class, FrameDecoder.decode(something));
    }

    @Test
    void believesNothingWithAWrongChecksum() {
        byte[] bytes = Wire.bytes(Wire.READ_RESPONSE);
        Frame sound = FrameDecoder.decode(bytes);
        bytes[bytes.length - 1] ^= 1;
        assertEquals(new Frame.BadChecksum(sound), FrameDecoder.decode(bytes));
        byte[] zeroTail = Arrays.copyOf(Arrays.copyOf(Wire.bytes(Wire.READ_RESPONSE), 46), bytes.length);
        assertInstanceOf(Frame.BadChecksum.class, FrameDecoder.decode(zeroTail));
    }

    @Test
    void everyFlippedBitIsNoticed() {
        Frame sound = Wire.decode(Wire.READ_RESPONSE);
        int end = Wire.bytes(Wire.READ_RESPONSE).length;
        // from the 64-bit length on; what comes before carries nothing but the dongle's serial
        for (int bit = 8 * Layout.INNER_LENGTH; bit < 8 * end; bit++) {
            byte[] bytes = Wire.bytes(Wire.READ_RESPONSE);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            Frame frame = FrameDecoder.decode(bytes);
            assertEquals(bit < 8 * Layout.UNIT ? Frame.Malformed.class : Frame.BadChecksum.class, frame.getClass(),
                    () -> sound + " " + frame);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "595900010008010241423132333447", // shorter than any frame
            "59590001000e0101574631323334473536370101", // a heartbeat of another length
            "59590001000d01025746313233344735363701", // too short for its function
            "595900010014010257463132333447353637000000000000000211aa", // nothing in it
            "59590001001c01024142313233344735363700000000000000001104000000067298"}) // length field 0
    void lengthsMustAgree(String hex) {
        assertInstanceOf(Frame.Malformed.class, Wire.decode(hex));
    }

    @Test
    void countAndLengthMustAgree() {
        byte[] twoOfThree = Wire.FRAMES.answer(0x11, 4, Wire.INVERTER, new byte[]{0, 0, 0, 3, 0, 1, 0, 2});
        assertInstanceOf(Frame.Malformed.class, FrameDecoder.decode(twoOfThree));
    }

    @Test
    void toleratesFunctionsThatNobodyKnows() {
        byte[] cluster = Wire.FRAMES.answer(0x20, 0x21, Wire.INVERTER, new byte[8]);
        assertEquals(new Frame.Unknown(2, 0x20, 0x21), FrameDecoder.decode(cluster));
        byte[] longError = Wire.FRAMES.answer(0x20, 0x84, Wire.INVERTER, new byte[8]);
        assertEquals(new Frame.Unknown(2, 0x20, 0x84), FrameDecoder.decode(longError));
        byte[] longWrite = Wire.FRAMES.answer(0x20, 6, Wire.INVERTER, new byte[8]);
        assertEquals(new Frame.Unknown(2, 0x20, 6), FrameDecoder.decode(longWrite));
        byte[] noWords = Wire.FRAMES.answer(0x20, 4, "SHORT", new byte[0]);
        assertEquals(new Frame.Unknown(2, 0x20, 4), FrameDecoder.decode(noWords));
    }

    @Test
    void anErrorConcernsItsRequestWithOrWithoutCount() {
        BlockKey asked = Wire.input(0x11, 60, 60);
        assertEquals(List.of(true, true, false, false, false, false), List.of(error(0x11, 4, 60, 60),
                error(0x11, 4, 60, 0), error(0x11, 4, 60, 30), error(0x11, 4, 0, 60), error(0x11, 3, 60, 60),
                error(0x12, 4, 60, 60)).stream().map(new Question.Read(asked)::isRefused).toList());
    }

    @Test
    void blocksOfAnySizeThatFitsAreRead() {
        for (int count = 0; count <= 125; count++) {
            byte[] frame = Wire.FRAMES.read(0x11, 3, Wire.INVERTER, 100, Collections.nCopies(count, count));
            Frame.ReadResponse response = (Frame.ReadResponse) FrameDecoder.decode(frame);
            assertEquals(Collections.nCopies(count, count), response.registers());
        }
    }

    private static Frame.ErrorResponse error(int unit, int function, int start, int count) {
        return (Frame.ErrorResponse) FrameDecoder
                .decode(Wire.FRAMES.refused(unit, function, Wire.INVERTER, start, count));
    }
}
