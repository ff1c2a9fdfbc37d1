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

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.TransportException.Refused;
import org.openhab.binding.solarplant.internal.transport.TransportException.TimedOut;
import org.openhab.binding.solarplant.internal.transport.TransportException.Unreachable;
import org.openhab.binding.solarplant.internal.transport.WritePace;
import org.openhab.binding.solarplant.internal.transport.givenergy.Counters.Event;

/**
 * The registers behind a GivEnergy dongle. One request is in flight at a time. A connection outlives requests that fail,
 * since silence and refusals are normal there; it is made anew when the dongle has closed it, which newer ones do after
 * seconds of idleness (givenergy.md §1.1), or when nothing at all comes from it any more.
 */
@NonNullByDefault
public final class GivEnergyTransport implements ProbingTransport {

    /** Any ten letters and digits do as the serial of the dongle (givenergy.md §1.4); this one is customary. */
    private static final String PLACEHOLDER = "AB1234G567";
    /** An error response carries no code (givenergy.md §1.6). */
    private static final int NO_CODE = 0;
    private static final Duration END_OF_READER = Duration.ofSeconds(1);

    private final GivEnergyEndpoint endpoint;
    private final Ticker ticker;
    private final Counters counters = new Counters();
    private final ReentrantLock oneAtATime = new ReentrantLock(true);
    private final AtomicLong cuts = new AtomicLong();
    private final AtomicReference<@Nullable DongleConnection> current = new AtomicReference<>();
    private volatile boolean closed;
    private final WritePace writePace;
    private long lastRequest;

    public GivEnergyTransport(GivEnergyEndpoint endpoint, Ticker ticker) {
        this.endpoint = endpoint;
        this.ticker = ticker;
        this.writePace = new WritePace(ticker, endpoint.writeGap());
        this.lastRequest = ticker.nanos() - endpoint.requestGap().toNanos();
    }

    @Override
    public Answer ask(BlockKey block, Effort effort) throws TransportException, InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            Optional<Answer> overheard = overheard(block);
            return overheard.isPresent() ? overheard.get() : request(new Question.Read(block), effort);
        } finally {
            oneAtATime.unlock();
        }
    }

    @Override
    public void writeOne(int unit, int register, int value) throws TransportException, InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            writePace.await();
            request(new Question.Write(unit, register, value), Effort.ONCE);
        } finally {
            // even without an echo it may be done
            forget(unit, register);
            oneAtATime.unlock();
        }
    }

    @Override
    public DongleStatistics statistics() {
        return counters.statistics();
    }

    @Override
    public long connection() {
        return counters.of(Event.CONNECTION);
    }

    @Override
    public void cut() {
        end();
    }

    @Override
    public void close() {
        closed = true;
        DongleConnection connection = end();
        if (connection != null) {
            connection.join(END_OF_READER);
        }
    }

    private @Nullable DongleConnection end() {
        // counted first: a request that connects meanwhile finds either this or its connection closed
        cuts.incrementAndGet();
        DongleConnection connection = current.getAndSet(null);
        if (connection != null) {
            connection.close();
        }
        return connection;
    }

    private Optional<Answer> overheard(BlockKey block) {
        DongleConnection connection = current.get();
        Optional<Answer> answer = connection == null ? Optional.empty() : connection.inbox().overheard(block);
        answer.ifPresent(used -> counters.count(Event.FOREIGN_USED));
        return answer;
    }

    private void forget(int unit, int register) {
        DongleConnection connection = current.get();
        if (connection != null) {
            connection.inbox().forget(unit, register);
        }
    }

    private Answer request(Question question, Effort effort) throws TransportException, InterruptedException {
        Patience patience = endpoint.patience(effort);
        Pending pending = new Pending(question);
        long cutsBefore = cuts.get();
        boolean alive = false;
        boolean deaf = false;
        for (int attempt = 1; attempt <= patience.attempts(); attempt++) {
            DongleConnection connection = connected(cutsBefore);
            connection.inbox().expect(pending);
            try {
                attempt(connection, pending, patience, attempt);
            } finally {
                connection.inbox().expectNothing();
            }
            Answer answer = pending.answer();
            if (answer != null) {
                return answer;
            }
            if (cuts.get() != cutsBefore) {
                throw new Unreachable(endpoint.address(), "the connection was cut", null);
            }
            alive |= connection.inbox().isAlive();
            deaf = connection.mayBeDeaf();
        }
        if (!alive && !deaf && effort != Effort.PROBE && effort != Effort.ONCE) {
            // half open, perhaps: no word from the dongle although it was asked again and again
            cut();
        }
        throw switch (pending.state()) {
            case REFUSED -> new Refused(NO_CODE);
            case BROKEN -> new Unreachable(endpoint.address(), "the connection was closed", null);
            case SILENT, ANSWERED -> new TimedOut(patience.longest());
        };
    }

    /** Asks once, and rests before the next time: an answer that comes late by then is as welcome. */
    private void attempt(DongleConnection connection, Pending pending, Patience patience, int attempt)
            throws InterruptedException {
        pace();
        connection.inbox().listen();
        if (!pending.again()) {
            return;
        }
        if (attempt > 1) {
            counters.count(Event.RETRY);
        }
        lastRequest = ticker.nanos();
        connection.send(FrameEncoder.encode(pending.question().request(PLACEHOLDER)));
        Pending.State state = pending.await(patience.timeout());
        if (state == Pending.State.SILENT) {
            counters.count(Event.SILENCE);
        } else if (state == Pending.State.REFUSED) {
            counters.count(Event.REFUSAL);
        }
        // a connection that broke is made anew at once; one that was silent is left in peace for a while
        if (attempt < patience.attempts() && (state == Pending.State.SILENT || state == Pending.State.REFUSED)) {
            pending.again();
            pending.await(patience.retryDelay());
        }
    }

    private DongleConnection connected(long cutsBefore) throws Unreachable, InterruptedException {
        DongleConnection connection = current.get();
        if (connection != null && connection.isOpen()) {
            return connection;
        }
        connection = DongleConnection.create(endpoint, ticker, counters);
        current.set(connection);
        if (closed || cuts.get() != cutsBefore) {
            connection.close();
            throw new Unreachable(endpoint.address(), "closed", null);
        }
        connection.connect();
        return connection;
    }

    private void pace() throws InterruptedException {
        long wait = lastRequest + endpoint.requestGap().toNanos() - ticker.nanos();
        if (wait > 0) {
            ticker.pause(wait);
        }
    }
}
