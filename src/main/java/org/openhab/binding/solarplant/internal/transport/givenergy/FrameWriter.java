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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.Ticker;

/** Puts whole frames on a channel that does not block, and gives up on a peer that takes none (givenergy.md §1.9). */
@NonNullByDefault
final class FrameWriter {

    private static final long LOOK_AGAIN_NANOS = 10_000_000;

    private final WritableByteChannel channel;
    private final Ticker ticker;
    private final long stallNanos;

    FrameWriter(WritableByteChannel channel, Ticker ticker, Duration stall) {
        this.channel = channel;
        this.ticker = ticker;
        this.stallNanos = stall.toNanos();
    }

    /** Writes all of it; one frame after the other, whoever sends them. */
    synchronized void write(byte[] frame) throws IOException, InterruptedException {
        ByteBuffer bytes = ByteBuffer.wrap(frame);
        long begin = ticker.nanos();
        channel.write(bytes);
        while (bytes.hasRemaining()) {
            if (ticker.nanos() - begin > stallNanos) {
                throw new IOException("nothing was taken for " + Duration.ofNanos(stallNanos).toSeconds() + " s");
            }
            ticker.pause(LOOK_AGAIN_NANOS);
            channel.write(bytes);
        }
    }
}
