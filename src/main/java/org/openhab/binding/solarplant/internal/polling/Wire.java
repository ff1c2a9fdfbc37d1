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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Cadence;

/**
 * The targets of one wire: at most one of them is being polled or carries out an order, the others wait in line. Orders
 * go before polls, and polls that somebody waits for before those that are due.
 */
@NonNullByDefault
final class Wire {

    /** From the end of an order to the beginning of the next: devices wear out, and polls must find a gap (DESIGN §8). */
    private static final long ORDER_PAUSE = Duration.ofSeconds(1).toNanos();

    private final List<Turns> members = new ArrayList<>();
    private final Deque<Poll> queue = new ArrayDeque<>();
    private final Grid fastTicks = new Grid();
    private final List<Errand> errands = new ArrayList<>();
    /** Orders under way that let others use the wire for a while, and those of them that want it back. */
    private final Set<Errand> aside = new HashSet<>();
    private final Set<Errand> returning = new HashSet<>();
    private final Deque<Poll> wishes = new ArrayDeque<>();
    private int lastServed = -1;
    private @Nullable Ride running;
    private @Nullable Long lastOrder;

    /** When its fast ticks fall due. */
    Grid fastTicks() {
        return fastTicks;
    }

    void add(Turns member) {
        members.add(member);
    }

    void remove(PollTarget target) {
        int at = indexOf(target);
        members.remove(at);
        if (at <= lastServed) {
            lastServed--;
        }
        forget(target);
        errands.removeIf(errand -> errand.target() == target);
        wishes.removeIf(poll -> poll.target() == target);
    }

    /** How soon the one on it is expected to answer who answers soonest. */
    Pace pace() {
        Pace best = Pace.DOUBTFUL;
        for (Turns member : members) {
            Pace pace = member.pace();
            if (pace == Pace.QUICK || pace == Pace.PROMISING && best != Pace.QUICK) {
                best = pace;
            }
        }
        return best;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /** Whether nobody is polled on it, not even one who has left. */
    boolean isIdle() {
        return running == null && aside.isEmpty();
    }

    /**
     * A full poll of this member is due: it joins the line, in place of a fast poll that may wait there. One that falls
     * due during the member's fast poll waits for its end: were it dropped, a slow device whose two cadences meet each
     * time would never be asked for everything.
     */
    void queueFull(Turns member, long now) {
        if (isQueued(member.target, Cadence.FULL) || isFullRunning(member.target)
                || member.rests(now) || !member.backoff.take(now)) {
            return;
        }
        member.isAskedForAll(now);
        forget(member.target);
        queue.add(new Poll(member.target, Cadence.FULL, now));
    }

    /**
     * A fast tick: the next member in turn that can take it joins the line. One that is backed off or being polled is
     * passed over within the same tick, and so is one that has nothing to say to it; one whose full poll waits in line is served by that. So a tick is lost only if
     * nobody can take it, and the line is never longer than the members are many.
     */
    void tick(long now) {
        for (int step = 1; step <= members.size(); step++) {
            int index = Math.floorMod(lastServed + 1, members.size());
            lastServed = index;
            Turns member = members.get(index);
            if (!member.target.hasFastPolls() || member.target.rests()) {
                continue;
            }
            if (isQueued(member.target, Cadence.FULL)) {
                return;
            }
            boolean busy = isPolled(member.target) || isQueued(member.target, Cadence.FAST);
            if (!busy && member.backoff.take(now)) {
                queue.add(new Poll(member.target, Cadence.FAST, now));
                return;
            }
        }
    }

    /**
     * An order joins the line of orders, or one that waits there for the same and takes it in.
     *
     * @return the orders that wait no more, since all that they were to change is changed by this one
     */
    List<Errand> queue(Errand errand) {
        for (int i = 0; i < errands.size(); i++) {
            Errand waiting = errands.get(i);
            if (waiting.joins(errand)) {
                errands.set(i, waiting.with(errand));
                return waiting.single().stream().filter(part -> part.isReplacedBy(errand)).toList();
            }
        }
        errands.add(errand);
        return List.of();
    }

    /** What waits for this target to be done. */
    List<Errand> errands(PollTarget target) {
        return errands.stream().filter(errand -> errand.target() == target).toList();
    }

    /**
     * Somebody wants this target to be polled for everything, its settings among it, be it backed off or not; if that waits
     * already, the same.
     */
    Poll wish(PollTarget target, long now) {
        return wishes(target).stream().findFirst().orElseGet(() -> {
            Poll poll = new Poll(target, Cadence.WHOLE, now);
            wishes.add(poll);
            return poll;
        });
    }

    /** The polls of this target that somebody waits for. */
    List<Poll> wishes(PollTarget target) {
        return wishes.stream().filter(poll -> poll.target() == target).toList();
    }

    /**
     * The order or poll that may start now, if any. An order that comes too soon after the last lets polls through, and
     * so does a poll that finds no place.
     *
     * @param hasPlace whether a poll may begin
     */
    Optional<Ride> first(long now, Predicate<Poll> hasPlace) {
        if (running != null || !returning.isEmpty()) {
            return Optional.empty();
        }
        Long last = lastOrder;
        boolean mayOrder = last == null || now - last >= ORDER_PAUSE;
        Optional<Ride> order = mayOrder
                ? errands.stream().filter(this::mayBegin).map(Ride.class::cast).findFirst()
                : Optional.empty();
        if (order.isPresent()) {
            return order;
        }
        return Stream.concat(wishes.stream(), queue.stream()).filter(hasPlace).map(Ride.class::cast).findFirst();
    }

    /** Whether what it goes to is free. */
    private boolean mayBegin(Errand errand) {
        return errand.lanes().isEmpty() || aside.stream().noneMatch(errand::meets)
                && errand.target().busy(errand.lanes()).compareTo(Duration.ZERO) <= 0;
    }

    /** An order under way has to wait, and lets others use the wire meanwhile. */
    void stepAside(Errand errand, long now) {
        aside.add(errand);
        finished(errand, now);
    }

    /** It goes on if the wire is free; if not, it is next. Whether it goes on. */
    boolean stepBack(Errand errand) {
        if (running != null) {
            returning.add(errand);
            return false;
        }
        returning.remove(errand);
        aside.remove(errand);
        running = errand;
        return true;
    }

    void start(Ride ride) {
        switch (ride) {
            case Poll poll -> {
                queue.remove(poll);
                if (wishes.remove(poll)) {
                    // it serves whatever else was due
                    forget(poll.target());
                }
            }
            case Errand errand -> errands.remove(errand);
        }
        running = ride;
    }

    void finished(Ride ride, long now) {
        if (ride instanceof Errand) {
            lastOrder = now;
        }
        if (running == ride) {
            running = null;
        } else if (ride instanceof Errand errand) {
            aside.remove(errand);
            returning.remove(errand);
        }
    }

    /** Whatever waits in line for this target is not polled any more. */
    void forget(PollTarget target) {
        queue.removeIf(poll -> poll.target() == target);
    }

    /** No fast poll that waits in line is polled any more. */
    void forgetFast() {
        queue.removeIf(poll -> poll.cadence() == Cadence.FAST);
    }

    private boolean isQueued(PollTarget target, Cadence cadence) {
        return queue.stream().anyMatch(poll -> poll.target() == target && poll.cadence() == cadence);
    }

    private boolean isPolled(PollTarget target) {
        return running instanceof Poll poll && poll.target() == target;
    }

    private boolean isFullRunning(PollTarget target) {
        return running instanceof Poll poll && poll.target() == target && poll.cadence().isFull();
    }

    private int indexOf(PollTarget target) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).target == target) {
                return i;
            }
        }
        throw new IllegalArgumentException("not on this wire");
    }
}
