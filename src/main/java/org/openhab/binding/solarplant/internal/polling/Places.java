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
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Hands out the places for polls under way, of which there are as many as polls may run at the same time. Targets that
 * do not answer, or take long, hold at most a part of them: one place is kept for each wire that answers soon, up to half
 * of all. So who answers soon finds a place as soon as it is due, whatever the others do. All times are nanoseconds of the
 * schedule.
 */
@NonNullByDefault
final class Places {

    /** A poll that takes longer than this, agreed pauses not counted, is a slow one. */
    static final Duration SOON = Duration.ofSeconds(2);

    private static final Set<Pace> QUICK = EnumSet.of(Pace.QUICK);
    private static final Set<Pace> HOPEFUL = EnumSet.of(Pace.QUICK, Pace.PROMISING);

    private final Map<Poll, Place> taken = new HashMap<>();
    private int most;
    private int quickWires;
    private int hopefulWires;

    /** One poll under way. */
    private static final class Place {
        private final Pace pace;
        private long since;

        Place(Pace pace, long since) {
            this.pace = pace;
            this.since = since;
        }

        boolean isLate(long now) {
            return now - since > SOON.toNanos();
        }
    }

    Places(int most) {
        this.most = most;
    }

    /** Polls may run so many at a time from now on; those under way go on. */
    void limit(int places) {
        most = places;
    }

    /** Looks anew which wires answer soon. */
    void look(Collection<Wire> wires) {
        quickWires = 0;
        hopefulWires = 0;
        for (Wire wire : wires) {
            Pace pace = wire.pace();
            quickWires += pace == Pace.QUICK ? 1 : 0;
            hopefulWires += pace.isHopeful() ? 1 : 0;
        }
    }

    /** Whether a poll of a target with this pace may begin now. */
    boolean isFreeFor(Pace pace, long now) {
        if (taken.size() >= most || pace == Pace.QUICK) {
            return taken.size() < most;
        }
        return isOneLeftForQuickOnes(now) && switch (pace) {
            case QUICK, PROMISING -> true;
            // where everybody answers, as at a start, nothing more must be kept free for anybody
            case UNTRIED -> isPartLeft(now) || !isAnyLate(now) && held(now, HOPEFUL) < most / 2 + hopefulWires;
            case DOUBTFUL -> isPartLeft(now);
        };
    }

    private boolean isPartLeft(long now) {
        return held(now, HOPEFUL) < most - Math.min(most / 2, hopefulWires);
    }

    /** Who is promising may turn out to be slow, and one place does for many that are quick. */
    private boolean isOneLeftForQuickOnes(long now) {
        return held(now, QUICK) < most - Math.min(most / 2, Math.min(1, quickWires));
    }

    /** Whether of the targets that do not answer or take long none is being polled: then one of them may go first. */
    boolean isDoubtfulNext(long now) {
        return most > 1 && held(now, HOPEFUL) == 0;
    }

    /** A poll of a target with this pace begins. */
    void take(Poll poll, Pace pace, long now) {
        taken.put(poll, new Place(pace, now));
    }

    /** The poll under way pauses for so long, as was agreed on with the device: that is no slowness of it. */
    void pause(Poll poll, long nanos) {
        Place place = taken.get(poll);
        if (place != null) {
            place.since += nanos;
        }
    }

    /** For how long the poll has been under way, without pauses. */
    Duration since(Poll poll, long now) {
        return Duration.ofNanos(now - Objects.requireNonNull(taken.get(poll)).since);
    }

    /** The poll is over. */
    void free(Poll poll) {
        taken.remove(poll);
    }

    /** How many places are held by others than these, or by one of these who is late. */
    private long held(long now, Set<Pace> except) {
        return taken.values().stream().filter(place -> !except.contains(place.pace) || place.isLate(now)).count();
    }

    private boolean isAnyLate(long now) {
        return taken.values().stream().anyMatch(place -> place.isLate(now));
    }
}
