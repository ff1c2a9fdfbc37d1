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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/** A peer that takes little at a time, or nothing. */
@NonNullByDefault
class FrameWriterTest {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final FakeTicker ticker = new FakeTicker();

    @Test
    void writesOnAsThePeerTakesIt() throws Exception {
        writer(3).write(Wire.bytes(Wire.HEARTBEAT));
        assertEquals(Wire.HEARTBEAT, Wire.hex(taken.toByteArray()));
    }

    @Test
    void givesUpOnAPeerThatTakesNothing() {
        IOException failure = assertThrows(IOException.class, () -> writer(0).write(Wire.bytes(Wire.HEARTBEAT)));
        assertEquals("nothing was taken for 10 s", failure.getMessage());
        assertEquals(1001, ticker.pauses().size());
    }

    private FrameWriter writer(int atATime) {
        return new FrameWriter(new WritableByteChannel() {
            @Override
            public int write(ByteBuffer bytes) {
                int count = Math.min(atATime, bytes.remaining());
                for (int i = 0; i < count; i++) {
                    taken.write(bytes.get());
                }
                return count;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        }, ticker, Duration.ofSeconds(10));
    }
}
