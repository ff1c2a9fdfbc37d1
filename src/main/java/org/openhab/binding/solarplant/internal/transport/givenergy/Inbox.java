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

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.givenergy.Counters.Event;

/**
 * Sorts what one connection brings: what is waited for, what others asked for, what means nothing (givenergy.md §1.7).
 * Frames come from the reader thread one by one.
 */
@NonNullByDefault
final class Inbox {

    private final boolean acceptBadChecksum;
    private final Counters counters;
    private final Overheard overheard;
    private volatile @Nullable Pending pending;
    private volatile boolean ended;
    private volatile boolean alive;
    private volatile boolean heard;

    Inbox(GivEnergyEndpoint endpoint, Ticker ticker, Counters counters) {
        this.acceptBadChecksum = endpoint.acceptBadChecksum();
        this.counters = counters;
        this.overheard = new Overheard(ticker, endpoint.freshness());
    }

    void accept(Frame frame) {
        alive = true;
        heard = true;
        counters.count(Event.FRAME);
        sort(frame);
    }

    private void sort(Frame frame) {
        switch (frame) {
            case Frame.ReadResponse response -> answered(response);
            case Frame.ErrorResponse refusal -> {
                Pending waiting = pending;
                if (waiting != null) {
                    waiting.refused(refusal);
                }
            }
            case Frame.WriteResponse write -> written(write);
            case Frame.BadChecksum bad -> {
                counters.count(Event.BAD_CHECKSUM);
                if (acceptBadChecksum) {
                    sort(bad.claimed());
                }
            }
            case Frame.Malformed malformed -> counters.count(Event.MALFORMED);
            case Frame.Heartbeat heartbeat -> counters.count(Event.HEARTBEAT);
            case Frame.NullResponse nothing -> counters.count(Event.IGNORED);
            case Frame.LanBroadcast broadcast -> counters.count(Event.IGNORED);
            case Frame.Request request -> counters.count(Event.IGNORED);
            case Frame.Unknown unknown -> counters.count(Event.IGNORED);
        }
    }

    private void answered(Frame.ReadResponse response) {
        Pending waiting = pending;
        if (waiting == null || !waiting.answered(response)) {
            counters.count(Event.FOREIGN);
            overheard.add(response);
        }
    }

    private void written(Frame.WriteResponse write) {
        overheard.written(write.unit(), write.register());
        Pending waiting = pending;
        if (waiting != null) {
            waiting.answered(write);
        }
    }

    /** From now on, this is the request that is waited for. */
    void expect(Pending request) {
        pending = request;
        // the connection may have ended before it could know of the request
        if (ended) {
            request.broken();
        }
    }

    /** Nothing is waited for any more. */
    void expectNothing() {
        pending = null;
    }

    void ended() {
        ended = true;
        Pending waiting = pending;
        if (waiting != null) {
            waiting.broken();
        }
    }

    /** An answer to another client's request that serves as well. */
    Optional<Answer> overheard(BlockKey block) {
        return overheard.take(block);
    }

    /** Forgets what was heard of a register before it was written. */
    void forget(int unit, int register) {
        overheard.written(unit, register);
    }

    /** Forgets whether anything came. */
    void listen() {
        alive = false;
    }

    /** Whether any frame came since {@link #listen}: if so, somebody is at the other end. */
    boolean isAlive() {
        return alive;
    }

    /** Whether any frame ever came. */
    boolean hasHeard() {
        return heard;
    }
}
