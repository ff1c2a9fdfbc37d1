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
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.TransportException.Unreachable;
import org.openhab.binding.solarplant.internal.transport.givenergy.Counters.Event;

/**
 * One TCP connection and the thread that reads it. The thread answers heartbeats, which come between polls too
 * (givenergy.md §1.3), and ends with the connection, whoever closes it.
 */
@NonNullByDefault
final class DongleConnection {

    /** Room for some frames; how many come at once is of no importance. */
    private static final int READ_BYTES = 1024;
    /** Dongles were seen to be deaf for up to 48 s after they were connected to: who connects anew begins that anew. */
    private static final Duration LONGEST_DEAF = Duration.ofSeconds(60);

    /** Dongles send a heartbeat every few minutes: whoever sends so many within a second would only take our time. */
    private static final int MOST_HEARTBEATS = 20;
    private static final long WITHIN = Duration.ofSeconds(1).toNanos();

    private final GivEnergyEndpoint endpoint;
    private final Ticker ticker;
    private final Counters counters;
    private final Inbox inbox;
    private final SocketChannel channel;
    private final Selector selector;
    private final FrameWriter writer;
    private final FrameStream frames = new FrameStream();
    private final Thread reader;
    private volatile boolean closed;
    private long connectedAt;
    private long heartbeatsSince;
    private int heartbeats;

    private DongleConnection(GivEnergyEndpoint endpoint, Ticker ticker, Counters counters, SocketChannel channel,
            Selector selector) {
        this.endpoint = endpoint;
        this.ticker = ticker;
        this.counters = counters;
        this.channel = channel;
        this.selector = selector;
        inbox = new Inbox(endpoint, ticker, counters);
        writer = new FrameWriter(channel, ticker, endpoint.sendStall());
        reader = Thread.ofPlatform().daemon().name("OH-solarplant-dongle-" + endpoint.address()).unstarted(this::run);
    }

    /** A connection that is yet to be made; until then, {@link #close} keeps it from being made. */
    static DongleConnection create(GivEnergyEndpoint endpoint, Ticker ticker, Counters counters) throws Unreachable {
        try {
            return new DongleConnection(endpoint, ticker, counters, SocketChannel.open(), Selector.open());
        } catch (IOException e) {
            throw new Unreachable(endpoint.address(), "no socket: " + e.getMessage(), e);
        }
    }

    void connect() throws Unreachable, InterruptedException {
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            InetSocketAddress address = new InetSocketAddress(endpoint.host(), endpoint.port());
            channel.socket().connect(address, (int) endpoint.connectTimeout().toMillis());
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            connectedAt = ticker.nanos();
            heartbeatsSince = connectedAt;
            reader.start();
            counters.count(Event.CONNECTION);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            close();
            if (Thread.interrupted()) {
                throw new InterruptedException("while connecting");
            }
            throw new Unreachable(endpoint.address(), String.valueOf(e.getMessage()), e);
        }
    }

    Inbox inbox() {
        return inbox;
    }

    boolean isOpen() {
        return !closed;
    }

    /** Whether the dongle may just not listen yet: nothing has come from it since it was connected to, not long ago. */
    boolean mayBeDeaf() {
        return !inbox.hasHeard() && ticker.nanos() - connectedAt < LONGEST_DEAF.toNanos();
    }

    /** Sends a frame. A connection that does not take it is closed, which the waiting request learns. */
    void send(byte[] frame) throws InterruptedException {
        try {
            writer.write(frame);
        } catch (IOException e) {
            close();
        } catch (InterruptedException e) {
            // half a frame may be out
            close();
            throw e;
        }
    }

    /** Ends the connection and its thread. */
    void close() {
        closed = true;
        // the selector goes first, which wakes the reader
        try (channel; selector) {
            inbox.ended();
        } catch (IOException e) {
            // it is given up in any case
        }
    }

    /** Waits until the thread has ended, which it does at once when the connection is closed. */
    void join(Duration patience) {
        try {
            reader.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        ByteBuffer bytes = ByteBuffer.allocate(READ_BYTES);
        try {
            int count = 0;
            while (count >= 0) {
                selector.select();
                selector.selectedKeys().clear();
                count = channel.read(bytes.clear());
                long skipped = frames.skipped();
                frames.accept(bytes.array(), count, this::receive);
                counters.count(Event.SKIPPED_BYTE, frames.skipped() - skipped);
            }
        } catch (IOException | ClosedSelectorException e) {
            // the end of the connection, whoever wanted it: the next request makes another
        } finally {
            close();
        }
    }

    private void receive(Frame frame) {
        if (frame instanceof Frame.Heartbeat && isStorm()) {
            close();
        } else if (frame instanceof Frame.Heartbeat heartbeat && !closed) {
            try {
                send(FrameEncoder.encode(heartbeat));
            } catch (InterruptedException e) {
                // nobody interrupts this thread; the connection is closed by now, which ends it
            }
        }
        inbox.accept(frame);
    }

    private boolean isStorm() {
        long now = ticker.nanos();
        if (now - heartbeatsSince > WITHIN) {
            heartbeatsSince = now;
            heartbeats = 0;
        }
        return ++heartbeats > MOST_HEARTBEATS;
    }
}
