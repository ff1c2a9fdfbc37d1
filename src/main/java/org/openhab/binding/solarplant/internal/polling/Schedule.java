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

    private final Map<PollTarget, Turns> turns = new LinkedHashMap<>();
    private final Map<String, Wire> wires = new LinkedHashMap<>();
    private PollSettings settings;
    private int running;

    Schedule(PollSettings settings) {
        this.settings = settings;
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
        if (changed.mode() == PollMode.NORMAL) {
            wires.values().forEach(Wire::forgetFast);
        }
        spread(now);
    }

    /** An order is given to this target, which has not left. */
    void order(Errand errand) {
        wireOf(errand.target()).queue(errand);
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
        List<Ride> started = new ArrayList<>();
        for (Optional<Ride> next = next(now); next.isPresent(); next = next(now)) {
            Ride ride = next.get();
            wireOf(ride.target()).start(ride);
            running++;
            started.add(ride);
        }
        return started;
    }

    /** A poll of this target, which has not left, went well. */
    void succeeded(PollTarget target) {
        turnsOf(target).succeeded();
    }

    /** A poll of this target, which has not left, failed. */
    void failed(PollTarget target, Failure.Kind kind) {
        Turns member = turnsOf(target);
        member.failed(kind);
        if (!member.isTrusted()) {
            wireOf(target).forget(target);
        }
    }

    /** Who else hangs on the wire of this target. */
    List<PollTarget> neighbours(PollTarget target) {
        return turns.keySet().stream().filter(other -> other != target && other.wire().equals(target.wire())).toList();
    }

    /** A poll or an order is over, and its wire free for the next. */
    void finished(Ride ride, long now) {
        running--;
        wireOf(ride.target()).finished(now);
        dropIfUnused(ride.target().wire());
    }

    /** Of all that waits at the head of its line the order or, if there is none, the poll that fell due first. */
    private Optional<Ride> next(long now) {
        if (running >= settings.maxConcurrent()) {
            return Optional.empty();
        }
        return wires.values().stream().flatMap(wire -> wire.first(now).stream())
                .min(Comparator.comparing((Ride ride) -> ride instanceof Poll).thenComparingLong(Ride::due));
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
