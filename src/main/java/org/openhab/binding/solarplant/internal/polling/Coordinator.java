/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.polling;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the schedule: whoever owns it calls {@link #tick()} about once a second, and the polls that are due run on the
 * workers. What a poll brings is passed on only while its target belongs to the plant and was not given up meanwhile.
 */
@NonNullByDefault
public final class Coordinator {

    private final Logger logger = LoggerFactory.getLogger(Coordinator.class);

    private final LongSupplier nanos;
    private final InstantSource clock;
    private final Executor workers;
    private final PollListener listener;
    private final long began;

    private final Courier courier = new Courier();
    private final Object lock = new Object();
    private final Schedule schedule;
    private final Map<PollTarget, PollStats> stats = new HashMap<>();
    /** The polls and orders under way whose outcome is waited for. */
    private final Set<Flight> flights = new LinkedHashSet<>();
    private PollSettings settings;

    /**
     * @param settings how to poll
     * @param nanos elapsed time, which no correction of the clock disturbs
     * @param clock the time to show
     * @param workers where polls and orders run, each at once: how many there are at a time is seen to here
     * @param listener who is told
     */
    public Coordinator(PollSettings settings, LongSupplier nanos, InstantSource clock, Executor workers,
            PollListener listener) {
        this.settings = settings;
        this.nanos = nanos;
        this.clock = clock;
        this.workers = workers;
        this.listener = new GuardedListener(listener);
        this.schedule = new Schedule(settings);
        this.began = nanos.getAsLong();
    }

    /** A target joins and is polled at once. */
    public void add(PollTarget target) {
        synchronized (lock) {
            stats.put(target, PollStats.none(settings.mode()));
            schedule.add(target, now());
        }
        tick();
    }

    /** A target leaves: what it may still say is not passed on, and what it was to do is not done any more. */
    public void remove(PollTarget target) {
        List<Flight> left;
        List<Errand> waiting;
        List<Poll> wishes;
        synchronized (lock) {
            waiting = schedule.errands(target);
            wishes = schedule.wishes(target);
            schedule.remove(target, now());
            stats.remove(target);
            left = flights.stream().filter(flight -> flight.target() == target).toList();
            left.forEach(flights::remove);
        }
        // before it is cut, which would let it end in one way or another, or never if the workers end before
        left.forEach(flight -> flight.ride().abandon());
        // who is not being polled has nothing to cut, and a neighbour on its wire may be talking
        left.forEach(this::cut);
        waiting.forEach(Errand::refuse);
        wishes.forEach(Poll::abandon);
    }

    /**
     * Has a target polled for everything out of turn, be it backed off or not. Returns at once.
     *
     * @return how its polls have gone after that; cancelled if it leaves before
     */
    public CompletableFuture<PollStats> poll(PollTarget target) {
        Poll poll;
        target.tryAgain();
        synchronized (lock) {
            poll = stats.containsKey(target)
                    ? schedule.wish(target, now())
                    : new Poll(target, Cadence.WHOLE, now(),
                            CompletableFuture.failedFuture(new CancellationException()));
        }
        tick();
        return poll.outcome();
    }

    /**
     * Has a target carry out an order before it, or any other on its wire, is polled again. Returns at once; what comes of
     * it is told when it is known, by the thread that found out.
     *
     * @param sharing told before, if it was carried out as part of an older order
     */
    public CompletableFuture<Outcome> submit(PollTarget target, Order order, Runnable sharing) {
        Errand errand;
        List<Errand> replaced;
        synchronized (lock) {
            PollStats known = stats.get(target);
            if (known == null || !known.connected()) {
                return CompletableFuture.completedFuture(Errand.notConnected());
            }
            errand = new Errand(target, order, now(), sharing);
            replaced = schedule.order(errand);
        }
        replaced.forEach(Errand::replace);
        tick();
        return errand.outcome();
    }

    /** Other settings take effect, and nothing that was learned is lost. */
    public void configure(PollSettings changed) {
        synchronized (lock) {
            settings = changed;
            schedule.configure(changed, now());
        }
        tick();
    }

    /**
     * To be told by a poll, in its own thread, before it lets so much time pass because the device wants it so: a poll that
     * takes long for that reason is not taken for a slow one.
     */
    public void pauses(long nanos) {
        synchronized (lock) {
            flights.stream().filter(flight -> flight.isRunBy(Thread.currentThread())).map(Flight::ride)
                    .filter(Poll.class::isInstance).map(Poll.class::cast)
                    .forEach(poll -> schedule.pauses(poll, nanos));
        }
    }

    /** How the polls of each target have gone. */
    public Map<PollTarget, PollStats> stats() {
        synchronized (lock) {
            return Map.copyOf(stats);
        }
    }

    /** Starts what is due, and cuts off what takes longer than all its requests together may, until it ends. */
    public void tick() {
        departing().forEach(this::depart);
    }

    private List<Flight> departing() {
        List<Flight> departing;
        List<Flight> overrun;
        synchronized (lock) {
            long now = now();
            departing = schedule.advance(now).stream().map(ride -> new Flight(ride, now)).toList();
            flights.addAll(departing);
            overrun = flights.stream().filter(flight -> flight.isOver(now)).toList();
            overrun.forEach(Flight::overrun);
        }
        overrun.forEach(this::cut);
        return departing;
    }

    private void depart(Flight flight) {
        try {
            workers.execute(() -> work(flight));
        } catch (RuntimeException | Error e) {
            // no thread to be had: the next turn may find one, if this one gives its place back
            logger.warn("A poll or an order could not be started", e);
            switch (flight.ride()) {
                case Poll poll -> land(flight, poll, List.of(), Optional.of(new Failure(Failure.Kind.INTERNAL)));
                case Errand errand -> land(flight, errand, Map.of(errand, Errand.notConnected()));
            }
        }
    }

    private void cut(Flight flight) {
        try {
            flight.target().cut();
        } catch (RuntimeException e) {
            // the others that are due to be cut must not wait for this one
            logger.warn("A poll or an order could not be cut off", e);
        }
    }

    /** A thread that is done goes on with what is due by then, before others are made for it. */
    private void work(Flight first) {
        Deque<Flight> mine = new ArrayDeque<>(List.of(first));
        while (!mine.isEmpty()) {
            fly(mine.remove());
            mine.addAll(departing());
            while (mine.size() > 1 || !mine.isEmpty() && Thread.currentThread().isInterrupted()) {
                depart(mine.removeLast());
            }
        }
    }

    private void fly(Flight flight) {
        switch (flight.ride()) {
            case Poll poll -> poll(flight, poll);
            case Errand errand -> apply(flight, errand);
        }
    }

    private void poll(Flight flight, Poll poll) {
        flight.ranBy(Thread.currentThread());
        Courier.Answer answer = courier.ask(poll);
        land(flight, poll, answer.readings(), answer.failure());
    }

    private void apply(Flight flight, Errand errand) {
        flight.ranBy(Thread.currentThread());
        // it may have been given up while it waited for this thread
        land(flight, errand, isAwaited(flight) ? courier.carryOut(errand) : Map.of(errand, Errand.notConnected()));
    }

    private boolean isAwaited(Flight flight) {
        synchronized (lock) {
            return flights.contains(flight);
        }
    }

    /**
     * To be called by an order, in its own thread, where it has to wait before it goes on: meanwhile others may use its wire.
     * Whoever carries out no order just waits.
     *
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    public void stepAside(Interlude interlude) throws InterruptedException {
        Optional<Errand> order;
        synchronized (lock) {
            order = flights.stream().filter(flight -> flight.isRunBy(Thread.currentThread())).map(Flight::ride)
                    .filter(Errand.class::isInstance).map(Errand.class::cast).findFirst();
            order.ifPresent(errand -> schedule.stepAside(errand, now()));
        }
        departing().forEach(this::depart);
        interlude.pass();
        synchronized (lock) {
            while (order.isPresent() && !schedule.stepBack(order.get())) {
                lock.wait();
            }
        }
    }

    private void land(Flight flight, Errand errand, Map<Errand, Outcome> outcomes) {
        boolean awaited;
        synchronized (lock) {
            awaited = flights.remove(flight);
        }
        List<Reading> readings = outcomes.values().stream().flatMap(outcome -> outcome.readings().stream()).toList();
        if (awaited && !readings.isEmpty()) {
            listener.readBack(flight.target(), readings);
        }
        finished(errand);
        outcomes.forEach(Errand::complete);
    }

    private void finished(Ride ride) {
        synchronized (lock) {
            schedule.finished(ride, now());
            lock.notifyAll();
        }
    }

    private void land(Flight flight, Poll poll, List<Reading> readings, Optional<Failure> failure) {
        PollTarget target = poll.target();
        Optional<PollStats> after = Optional.empty();
        Map<PollTarget, PollStats> stopped = Map.of();
        synchronized (lock) {
            if (flights.remove(flight)) {
                Optional<Failure> verdict = flight.isOverrun()
                        ? Optional.of(new Failure(Failure.Kind.POLL_OVERRUN))
                        : failure;
                verdict.ifPresentOrElse(why -> schedule.failed(target, why.kind(), now()),
                        () -> schedule.succeeded(poll, now()));
                after = Optional
                        .ofNullable(stats.computeIfPresent(target,
                                (key, before) -> count(before, flight.started(), poll.cadence(), verdict)));
                stopped = verdict.filter(why -> why.kind().stopsWire()).map(why -> stopNeighbours(target, why))
                        .orElse(Map.of());
            }
        }
        after.ifPresent(known -> tell(target, readings, known));
        stopped.forEach((neighbour, known) -> tell(neighbour, List.of(), known));
        // not before all have been told: what the next poll brings must not overtake this one
        finished(poll);
        after.ifPresentOrElse(poll.outcome()::complete, poll::abandon);
    }

    private Map<PollTarget, PollStats> stopNeighbours(PollTarget target, Failure why) {
        Map<PollTarget, PollStats> stopped = new HashMap<>();
        for (PollTarget neighbour : schedule.neighbours(target)) {
            schedule.failed(neighbour, why.kind(), now());
            PollStats known = Objects.requireNonNull(stats.get(neighbour)).stopped(why);
            stats.put(neighbour, known);
            stopped.put(neighbour, known);
        }
        return stopped;
    }

    private void tell(PollTarget target, List<Reading> readings, PollStats known) {
        if (known.lastFailure().isPresent()) {
            listener.failed(target, known);
        } else {
            listener.succeeded(target, readings, known);
        }
    }

    private PollStats count(PollStats before, long started, Cadence cadence, Optional<Failure> failure) {
        Duration took = Duration.ofNanos(now() - started);
        return failure.map(why -> before.failed(settings.mode(), cadence, took, why))
                .orElseGet(() -> before.succeeded(settings.mode(), cadence, took, clock.instant()));
    }

    private long now() {
        return nanos.getAsLong() - began;
    }
}
