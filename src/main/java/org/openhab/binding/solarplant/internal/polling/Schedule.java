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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Failure;

/**
 * Decides who is polled when. It has no thread and no clock: it is told the time, in nanoseconds since it began, and
 * answers with the orders and polls to start. Times lie on a grid over which targets and wires are spread evenly, so that load is
 * even and neither a late poll nor a jump in time piles polls up.
 */
@NonNullByDefault
final class Schedule {

    /** By so much a poll of a target that is backed off counts as due later than it was: it may wait, but not for ever. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(2);

    private final Map<PollTarget, Turns> turns = new LinkedHashMap<>();
    private final Map<String, Wire> wires = new LinkedHashMap<>();
    private final Places places;
    private PollSettings settings;

    Schedule(PollSettings settings) {
        this.settings = settings;
        this.places = new Places(settings.maxConcurrent());
    }

    /** A target joins; its first poll is due at once. */
    void add(PollTarget target, long now) {
        Turns member = new Turns(target);
        turns.put(target, member);
        wires.computeIfAbsent(target.wire(), name -> new Wire()).add(member);
        spread(now);
    }

    /** A target leaves. Its poll under way, if any, holds the wire until it is reported as finished. */
    void remove(PollTarget target, long now) {
        if (turns.remove(target) != null) {
            wireOf(target).remove(target);
            dropIfUnused(target.wire());
            spread(now);
        }
    }

    /** Other settings take effect; who was backed off stays so. */
    void configure(PollSettings changed, long now) {
        settings = changed;
        places.limit(changed.maxConcurrent());
        if (changed.mode() == PollMode.NORMAL) {
            wires.values().forEach(Wire::forgetFast);
        }
        spread(now);
    }

    /**
     * An order is given to this target, which has not left.
     *
     * @return the orders that wait no more, since this one has taken their place
     */
    List<Errand> order(Errand errand) {
        return wireOf(errand.target()).queue(errand);
    }

    /** An order under way has to wait, and lets others use its wire. */
    void stepAside(Errand errand, long now) {
        wireOf(errand.target()).stepAside(errand, now);
    }

    /** It wants to go on: whether it does, or has to wait until the wire is free. */
    boolean stepBack(Errand errand) {
        return wireOf(errand.target()).stepBack(errand);
    }

    /** The orders that wait for this target. */
    List<Errand> errands(PollTarget target) {
        return turns.containsKey(target) ? wireOf(target).errands(target) : List.of();
    }

    /** Somebody wants to have this target polled, which has not left. */
    Poll wish(PollTarget target, long now) {
        return wireOf(target).wish(target, now);
    }

    /** The polls of this target that somebody waits for. */
    List<Poll> wishes(PollTarget target) {
        return turns.containsKey(target) ? wireOf(target).wishes(target) : List.of();
    }

    /** The orders and polls to start now. */
    List<Ride> advance(long now) {
        for (Turns member : turns.values()) {
            if (member.fullPolls().isDue(now)) {
                wireOf(member.target).queueFull(member, now);
            }
        }
        for (Wire wire : wires.values()) {
            if (wire.fastTicks().isDue(now) && settings.mode() == PollMode.ALTERNATING) {
                wire.tick(now);
            }
        }
        places.look(wires.values());
        List<Ride> started = new ArrayList<>();
        for (Optional<Ride> next = next(now); next.isPresent(); next = next(now)) {
            Ride ride = next.get();
            wireOf(ride.target()).start(ride);
            if (ride instanceof Poll poll) {
                places.take(poll, turnsOf(poll.target()).pace(), now);
            }
            started.add(ride);
        }
        return started;
    }

    /** A poll under way pauses for so long, as was agreed on with the device. */
    void pauses(Poll poll, long nanos) {
        places.pause(poll, nanos);
    }

    /** A poll of a target that has not left went well. */
    void succeeded(Poll poll, long now) {
        Turns member = turnsOf(poll.target());
        if (member.backoff.isStopped()) {
            // what had stopped the whole wire is over
            neighbours(poll.target()).forEach(neighbour -> turnsOf(neighbour).backoff.release());
        }
        member.succeeded(poll.cadence(), places.since(poll, now));
    }

    /** A poll of this target, which has not left, failed. */
    void failed(PollTarget target, Failure.Kind kind, long now) {
        Turns member = turnsOf(target);
        member.failed(kind, now);
        if (!member.backoff.isTrusted()) {
            wireOf(target).forget(target);
        }
    }

    /** Who else hangs on the wire of this target. */
    List<PollTarget> neighbours(PollTarget target) {
        return turns.keySet().stream().filter(other -> other != target && other.wire().equals(target.wire())).toList();
    }

    /** A poll or an order is over, and its wire free for the next. */
    void finished(Ride ride, long now) {
        if (ride instanceof Poll poll) {
            places.free(poll);
        }
        wireOf(ride.target()).finished(ride, now);
        dropIfUnused(ride.target().wire());
    }

    /**
     * Of all that waits for an idle wire: the order or, if there is none, the poll that may begin and fell due first. Orders
     * wait for no place. Who answers soon goes before the others, unless all places are theirs; and who was given up
     * goes behind those who may still answer.
     */
    private Optional<Ride> next(long now) {
        boolean doubtfulFirst = places.isDoubtfulNext(now);
        return wires.values().stream()
                .flatMap(wire -> wire.first(now, poll -> places.isFreeFor(turnsOf(poll.target()).pace(), now)).stream())
                .min(Comparator.comparing((Ride ride) -> ride instanceof Poll)
                        .thenComparing(ride -> turnsOf(ride.target()).pace().isHopeful() == doubtfulFirst)
                        .thenComparingLong(this::rank));
    }

    private long rank(Ride ride) {
        return turnsOf(ride.target()).backoff.isTrusted() ? ride.due() : ride.due() + GIVEN_UP_AFTER.toNanos();
    }

    private void spread(long now) {
        int index = 0;
        for (Turns member : turns.values()) {
            Duration interval = member.target.fullInterval().orElse(settings.fullInterval());
            member.fullPolls().spread(interval, index++, turns.size(), now);
        }
        index = 0;
        List<Wire> used = wires.values().stream().filter(wire -> !wire.isEmpty()).toList();
        for (Wire wire : used) {
            wire.fastTicks().spread(settings.fastInterval(), index++, used.size(), now);
        }
    }

    private void dropIfUnused(String name) {
        wires.computeIfPresent(name, (key, wire) -> wire.isEmpty() && wire.isIdle() ? null : wire);
    }

    private Turns turnsOf(PollTarget target) {
        return Objects.requireNonNull(turns.get(target));
    }

    private Wire wireOf(PollTarget target) {
        return Objects.requireNonNull(wires.get(target.wire()));
    }
}
