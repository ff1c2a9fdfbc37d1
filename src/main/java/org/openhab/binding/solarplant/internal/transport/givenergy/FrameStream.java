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

import java.util.Arrays;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Cuts frames out of the bytes that a connection brings, however they are chopped, and finds the next frame after
 * whatever is none (givenergy.md §1.2). Each decision rests on bytes that are there, never on how many came at a time,
 * so that any chunking gives the same frames. Holds less than two frames and never throws.
 */
@NonNullByDefault
final class FrameStream {

    /** Where a frame was cut short, the next one's marker follows within these. */
    private static final int NO_MARKER_WITHIN = 18;

    private final byte[] buffer = new byte[2 * Layout.MOST_BYTES];
    private int size;
    private long skipped;

    /** Takes some bytes and hands on the frames that they complete, in order. */
    void accept(byte[] bytes, int count, Consumer<Frame> frames) {
        int taken = 0;
        while (taken < count) {
            // what is left over is always shorter than a frame, hence there is room
            int chunk = Math.min(count - taken, buffer.length - size);
            System.arraycopy(bytes, taken, buffer, size, chunk);
            taken += chunk;
            size += chunk;
            drop(parse(frames));
        }
    }

    /** How many bytes so far belonged to no frame. */
    long skipped() {
        return skipped;
    }

    /** How many bytes wait for more. */
    int pending() {
        return size;
    }

    private void drop(int count) {
        System.arraycopy(buffer, count, buffer, 0, size - count);
        size -= count;
    }

    /** Hands on what is complete and returns where the rest begins. */
    private int parse(Consumer<Frame> frames) {
        int at = 0;
        while (true) {
            at = skip(at, marker(at, size));
            if (size - at < Layout.HEADER_BYTES) {
                return at;
            }
            if (!isHeader(at)) {
                at = skip(at, at + Layout.MARKER_BYTES);
                continue;
            }
            int end = at + Layout.AFTER_LENGTH + Layout.word(buffer, at + Layout.LENGTH);
            int early = marker(at + Layout.MARKER_BYTES, Math.min(end, size));
            if (early < at + NO_MARKER_WITHIN && isWhole(early, Math.min(end, size))) {
                at = skip(at, early);
            } else if (size < end) {
                return at;
            } else {
                at = deliver(at, end, frames);
            }
        }
    }

    /**
     * A frame that is not sound may be the head of one that was cut short with the next one behind it. So the search
     * goes on inside it: the answer to the retry would be lost otherwise, too.
     */
    private int deliver(int at, int end, Consumer<Frame> frames) {
        Frame frame = FrameDecoder.decode(Arrays.copyOfRange(buffer, at, end));
        if (frame instanceof Frame.BadChecksum || frame instanceof Frame.Malformed) {
            int next = marker(at + Layout.MARKER_BYTES, end);
            if (isWhole(next, end)) {
                return skip(at, next);
            }
            frames.accept(frame);
            return next;
        }
        frames.accept(frame);
        return end;
    }

    private boolean isHeader(int at) {
        int length = Layout.word(buffer, at + Layout.LENGTH);
        int unit = buffer[at + Layout.OUTER_UNIT];
        int function = buffer[at + Layout.OUTER_FUNCTION];
        return length >= Layout.LEAST_BYTES - Layout.AFTER_LENGTH && length <= Layout.MOST_LENGTH
                && (unit == 0 || unit == Layout.OUTER_UNIT_OURS)
                && (function == Layout.HEARTBEAT || function == Layout.TRANSPARENT);
    }

    /** Where the next marker begins, or where one may begin at the very end, or the end. */
    private int marker(int from, int end) {
        int at = from;
        while (at < end && !isMarker(at, end)) {
            at++;
        }
        return at;
    }

    private boolean isMarker(int at, int end) {
        for (int i = 0; i < Math.min(Layout.MARKER_BYTES, end - at); i++) {
            if (buffer[at + i] != (byte) (Layout.MARKER >> Byte.SIZE * (Layout.MARKER_BYTES - 1 - i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(int marker, int end) {
        return end - marker >= Layout.MARKER_BYTES;
    }

    private int skip(int from, int to) {
        skipped += to - from;
        return to;
    }
}
