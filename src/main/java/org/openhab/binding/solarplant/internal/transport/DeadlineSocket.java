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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A socket whose reads all end at one deadline. A plain read timeout begins anew with every byte, so a peer that dribbles
 * could hold a request for ever. It also remembers how reading ended and what was received, which j2mod does not tell.
 */
@NonNullByDefault
final class DeadlineSocket extends Socket {

    /** More than any Modbus frame. A peer that sends more than this in answer to one request does not speak Modbus. */
    private static final int MOST_BYTES_FOR_ONE_REQUEST = 4096;

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private long deadline;
    private boolean timedOut;
    private boolean ended;

    /** Begins a request: forgets what was received before, and lets reading go on until the time is over. */
    void begin(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
        received.reset();
        timedOut = false;
        ended = false;
    }

    /** Whether reading ended because the time was over. */
    boolean timedOut() {
        return timedOut;
    }

    /** Whether reading ended because the connection did, closed or broken by whichever side. */
    boolean ended() {
        return ended;
    }

    /** All bytes received since {@link #begin}. */
    byte[] received() {
        return received.toByteArray();
    }

    /**
     * Looks whether an idle connection still stands and is quiet: a peer that went away shows as end of stream, and bytes
     * that nobody asked for would be taken for the next answer.
     */
    boolean isUsable() {
        try {
            super.setSoTimeout(1);
            super.getInputStream().read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The deadline alone counts. j2mod sets a limit of its own, and logs it as a fault if the socket was closed before. */
    @Override
    public void setSoTimeout(int millis) {
        // left out on purpose
    }

    /** Whether more has come in than was read. */
    boolean hasMore() throws IOException {
        return super.getInputStream().available() > 0;
    }

    /** Throws away what has come in that nobody asked for. */
    void skipWaiting() throws IOException {
        InputStream wire = super.getInputStream();
        wire.skipNBytes(wire.available());
    }

    @Override
    public InputStream getInputStream() throws IOException {
        InputStream wire = super.getInputStream();
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return readBeforeDeadline(wire, buffer, offset, length);
            }
        };
    }

    private int readBeforeDeadline(InputStream wire, byte[] buffer, int offset, int length) throws IOException {
        long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        int count;
        try {
            if (millis <= 0) {
                throw new SocketTimeoutException("the time is over");
            }
            super.setSoTimeout((int) Math.min(millis, Integer.MAX_VALUE));
            count = wire.read(buffer, offset, length);
        } catch (SocketTimeoutException e) {
            timedOut = true;
            throw e;
        } catch (IOException e) {
            ended = true;
            throw e;
        }
        ended = count < 0;
        received.write(buffer, offset, Math.max(0, count));
        if (received.size() > MOST_BYTES_FOR_ONE_REQUEST) {
            throw new IOException("far more bytes than one answer can have");
        }
        return count;
    }
}
